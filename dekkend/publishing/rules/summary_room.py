"""How much may be said on the one page for parents, so that it stays one page?

What a school writes has no end; a page has. The summary is made with the most room that fits, by an estimate of its height that is rather
too high than too low. A text of the school is only ever cut at the end of a sentence: half a sentence may say the opposite.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dekkend.publishing.words.paper import Bullets, Heading, Paper, Paragraph, Part, plain


@dataclass(frozen=True, slots=True)
class Room:
    """`items` in a list of bullets, `joined` letters in a list that runs on, and `text` letters of one text of the school."""

    items: int
    joined: int
    text: int


ROOMS = (
    Room(14, 1200, 240),
    Room(14, 800, 200),
    Room(12, 600, 160),
    Room(10, 450, 140),
    Room(8, 350, 120),
    Room(6, 280, 110),
    Room(5, 220, 100),
    Room(4, 170, 90),
    Room(3, 130, 80),
    Room(2, 90, 60),
)
PAGE = 730.0  # points between the margins of an A4, and a little less
LINE, BULLET, GAP = 100, 98, 7.2  # letters in a line as wide as the page; points between paragraphs
FIRST, NEXT = 6.6, 12.2  # points of the first line of a text, and of each after it
HEADING, TITLE, SUBTITLE, ORIGIN = 23.0, 22.0, 18.0, 18.0
LETTERS_OF_TITLE, LETTERS_OF_SUBTITLE, LETTERS_OF_HEADING = 48, 80, 76
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9ÀÁÉ“\"'‘(-])")


def fits(paper: Paper) -> bool:
    return height(paper) <= PAGE


def height(paper: Paper) -> float:
    """About how many points high a paper is that must be one page."""
    top = TITLE * _lines(paper.title, LETTERS_OF_TITLE) + SUBTITLE * _lines(paper.subtitle, LETTERS_OF_SUBTITLE)
    origin = ORIGIN + sum(_text(line.text, LINE) for line in paper.origin)
    return top + sum(_height(part) for part in paper.parts) + origin


def _height(part: Part) -> float:
    if isinstance(part, Heading):
        return HEADING + NEXT * (_lines(part.text, LETTERS_OF_HEADING) - 1)
    if isinstance(part, Bullets):
        return GAP + sum(_text(plain(item), BULLET) - 1 for item in part.items)
    return _text(plain(part.text), LINE) if isinstance(part, Paragraph) else PAGE


def _text(text: str, letters: int) -> float:
    return GAP + FIRST + NEXT * (_lines(text, letters) - 1)


def _lines(text: str, letters: int) -> int:
    return 1 + max(len(text) - 1, 0) // letters


def whole_sentences(text: str, room: int) -> tuple[str, bool]:
    """As many whole sentences as fit, and whether that is all. One sentence may take twice the room; "" when even the first is longer."""
    text = " ".join(text.split())
    kept = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > (room if kept else 2 * room):
            break
        kept = longer
    return kept, kept == text
