"""Are drawings in a Word file as fine as they are shown, and no finer: dots that nobody sees cost seconds?"""

from __future__ import annotations

import io
import zipfile

from PIL import Image

from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.words.paper import Paper, Picture

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#2a3a97"/></svg>'


def test_a_drawing_has_the_dots_of_the_width_it_is_shown_at():
    paper = Paper("Kaarten", "Verzonnen", (Picture("groot", "Een kaart", width=0.8), Picture("klein", "Een kaart", width=0.4)))
    wide, narrow = (each.width for each in pictures_in(as_word(paper, {"groot": DRAWING, "klein": DRAWING, "niet in het stuk": DRAWING})))
    assert abs(wide - 16.6 * 0.8 / 2.54 * 200) < 3
    assert abs(narrow - wide / 2) < 3


def test_a_drawing_that_is_not_there_leaves_its_words():
    word = as_word(Paper("Kaarten", "Verzonnen", (Picture("weg", "Een kaart van niets"),)), {})
    assert pictures_in(word) == []
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        assert "Een kaart van niets" in parts.read("word/document.xml").decode()


def pictures_in(word: bytes) -> list[Image.Image]:
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        found = [Image.open(io.BytesIO(parts.read(name))) for name in parts.namelist() if name.endswith(".png")]
    return sorted(found, key=lambda each: -each.width)
