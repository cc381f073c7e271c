"""Does the origin of a document stay on a page with words of that document, however long it is?"""

from __future__ import annotations

import io

import docx
import pypdfium2
import pytest

from dekkend.publishing.gateways.typst import as_pdf
from dekkend.publishing.gateways.word import as_word
from dekkend.publishing.words.paper import Bullets, Heading, Line, Paper, Paragraph, Part, Picture, Table, cell

ORIGIN = (Line("Versie 2, openbaar sinds 1 september 2026."), Line("https://dekkend.example/2/"), Line(f"Vingerafdruk: {'ab' * 32}"))
ROWS = tuple((cell(f"Slot {at}"), cell("tekst")) for at in range(5))
LAST: dict[str, Part] = {
    "a sentence": Paragraph("Slot van de tekst."),
    "a list": Bullets(("Slot een", "Slot twee", "Slot drie")),
    "a table": Table("Slot", ("Slot", "tekst"), ROWS, (1, 1)),
    "fixed words": Paragraph("Slot van de tekst.", "fixed"),
    "small print": Paragraph("Slot van de tekst.", "note"),
}


def pages(paper: Paper) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(io.BytesIO(as_pdf(paper)))]


def paper_of(last: Part, lines: int) -> Paper:
    return Paper("Ondersteuning", "De Vuursprot", (*(Paragraph(f"Regel {at}") for at in range(lines)), last), "voet", ORIGIN)


@pytest.mark.parametrize("last", LAST)
def test_the_origin_is_never_alone_on_the_last_page(last: str) -> None:
    many = set()
    for lines in range(24, 36):
        shown = pages(paper_of(LAST[last], lines))
        many.add(len(shown))
        assert "Slot" in shown[-1]
        assert "Versie 2" in shown[-1]
        assert "Vingerafdruk" in shown[-1]
    assert many == {1, 2}, "the lengths that are tried lie around the end of a page"


def test_below_a_long_last_part_it_could_be_alone_and_then_stands_under_the_title() -> None:
    shown = pages(paper_of(Paragraph("Slot van de tekst. " * 300), 20))
    assert "Vingerafdruk" in shown[0]
    assert len(shown[0]) > 1500, "and a long part is not moved to the next page as a whole"


def test_small_print_stays_with_what_it_is_about() -> None:
    for lines in range(24, 36):
        parts = (*(Paragraph(f"Regel {at}") for at in range(lines)), Paragraph("Slot."), Paragraph("Klein.", "note"), Heading("Verder"))
        shown = pages(Paper("Ondersteuning", "De Vuursprot", (*parts, Paragraph("Meer."))))
        assert next(page for page in shown if "Slot." in page) == next(page for page in shown if "Klein." in page)


def test_the_line_that_opens_a_chapter_stays_with_its_first_part() -> None:
    for lines in range(20, 34):
        parts = (*(Paragraph(f"Regel {at}") for at in range(lines)), Heading("Aanbod"), Paragraph("Dit is er."), Heading("Kennis", 2))
        shown = pages(Paper("Ondersteuning", "De Vuursprot", (*parts, Table("Kennis", ("Slot", "tekst"), ROWS, (1, 1)))))
        assert next(page for page in shown if "Dit is er." in page) == next(page for page in shown if "Slot 4" in page)


def test_the_sentence_that_says_it_all_stays_with_what_explains_it() -> None:
    for lines in range(20, 34):
        parts = (*(Paragraph(f"Regel {at}") for at in range(lines)), Heading("Antwoord"), Paragraph("Dit is het.", "lead"))
        shown = pages(Paper("Ondersteuning", "De Vuursprot", (*parts, Bullets(("Omdat dit zo is.", "En dit ook.")), Paragraph("Meer."))))
        assert next(page for page in shown if "Dit is het." in page) == next(page for page in shown if "En dit ook." in page)


def test_two_pictures_do_not_leave_a_page_empty_because_they_belong_together() -> None:
    square = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="90" height="90"/></svg>'
    parts = (*(Paragraph(f"Regel {at}") for at in range(12)), Picture("a", "Eerste", "Eerste", 0.6), Picture("b", "Tweede", "Tweede", 0.6))
    document = as_pdf(Paper("Ondersteuning", "De Vuursprot", parts), {"a": square, "b": square})
    first = pypdfium2.PdfDocument(io.BytesIO(document))[0].get_textpage().get_text_bounded()
    assert "Eerste" in first
    assert "Tweede" not in first


def test_a_row_of_a_few_lines_stays_on_one_page() -> None:
    rows = tuple((cell(f"Rij {at}"), cell("begin\nmidden\neind")) for at in range(40))
    for page in pages(Paper("Ondersteuning", "De Vuursprot", (Table("Rijen", ("Rij", "Wat"), rows, (1, 1)),))):
        assert page.count("begin") == page.count("eind") > 0


def test_a_row_longer_than_a_page_goes_on_over_the_next() -> None:
    rows = ((cell("Lang"), cell("woord " * 2000 + "slotwoord")),)
    shown = pages(Paper("Ondersteuning", "De Vuursprot", (Table("Rijen", ("Rij", "Wat"), rows, (1, 1)),)))
    assert len(shown) > 1
    assert "slotwoord" in shown[-1]


@pytest.mark.parametrize("last", LAST)
def test_in_word_the_last_words_stay_with_the_origin_too(last: str) -> None:
    document = docx.Document(io.BytesIO(as_word(paper_of(LAST[last], 2))))
    held = [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs]
    assert held[-4:] == [True, True, True, None]


def held(rows: int) -> list[bool | None]:
    """Of each row below the titles whether it stays with the next."""
    table = Table("Slot", ("Slot", "tekst"), tuple((cell(f"Slot {at}"), cell("tekst")) for at in range(rows)), (1, 1))
    document = docx.Document(
        io.BytesIO(as_word(Paper("Ondersteuning", "De Vuursprot", (Paragraph("Dit is er."), table, Heading("Verder")))))
    )
    assert next(each for each in document.paragraphs if each.text == "Dit is er.").paragraph_format.keep_with_next
    return [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows[1:]]


def test_in_word_a_short_table_stays_whole_and_with_the_line_above_it() -> None:
    assert held(4) == [True, True, True, None]
    assert set(held(40)) == {None}
