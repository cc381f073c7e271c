"""Does a PDF give its printed lines, with their words, look, links and pictures, and without running headers?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import typst

from dekkend.reading.words.document import Document, Line, Picture

Opened = Callable[..., Document]


def lines(document: Document) -> list[str]:
    return [line.text for line in document.lines()]


def test_words_on_one_baseline_make_a_line_with_geometry(opened: Opened, paper: Any) -> None:
    document = opened(paper.text(50, 100, "De Vuursprot").text(50, 120, "Naam:").text(300, 120.5, "ja").done(), "x.pdf")
    first, second = document.lines()
    assert (document.kind, document.source.pages, first.text, first.number, second.number) == ("pdf", 1, "De Vuursprot", 1, 2)
    assert [word.text for word in second.words] == ["Naam:", "ja"]
    assert second.words[1].left == pytest.approx(300, abs=1)
    assert 118 < second.words[1].top < second.words[1].bottom < 134


def test_a_wide_gap_is_printed_as_several_blanks(opened: Opened, paper: Any) -> None:
    (line,) = opened(paper.text(50, 100, "Lift").text(180, 100, "X").done()).lines()
    assert line.text.split() == ["Lift", "X"]
    assert 15 < line.text.count(" ") < 30


def test_bold_or_large_lines_are_strong(opened: Opened, paper: Any) -> None:
    paper.text(50, 80, "Kop", "Helvetica-Bold").text(50, 100, "Titel", size=14).text(50, 120, "gewone tekst van de school")
    paper.text(50, 140, "half", "Helvetica-Bold").text(80, 140, "vet")
    paper.text(50, 160, "twee keer gedrukt").text(50.3, 160, "twee keer gedrukt")
    document = opened(paper.done())
    assert [(line.text, line.strong) for line in document.lines()] == [
        ("Kop", True), ("Titel", True), ("gewone tekst van de school", False), ("half vet", False), ("twee keer gedrukt", True),
    ]  # fmt: skip


def test_texts_that_overlap_are_not_mixed(opened: Opened, paper: Any) -> None:
    document = opened(paper.text(50, 100, "Basisondersteuning").text(130, 100, "Inhoud").done())
    assert lines(document) == ["Basisondersteuning Inhoud"]


def test_letters_set_apart_are_closed_up(opened: Opened, paper: Any) -> None:
    for place, letter in enumerate("VUURSPROT"):
        paper.text(50 + 14 * place, 100, letter)
    assert lines(opened(paper.done())) == ["VUURSPROT"]


def test_a_raised_note_mark_is_a_word_of_its_own(opened: Opened, paper: Any) -> None:
    assert lines(opened(paper.text(50, 100, "8.500").text(79, 99.6, "1", size=6).done())) == ["8.500 1"]


def test_signs_of_symbol_fonts_become_what_they_draw(opened: Opened, paper: Any) -> None:
    paper.text(50, 100, "4").text(65, 100, "\u2714", "ZapfDingbats").text(80, 100, "\u274f", "ZapfDingbats")
    assert lines(opened(paper.done())) == ["4 ✓ ☐"]


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_that_was_turned_is_turned_back(opened: Opened, paper: Any, rotation: int) -> None:
    canvas = paper.canvas
    canvas.setPageRotation(rotation)
    turn = {90: (90, 0, -842), 180: (180, -595, -842), 270: (270, -595, 0)}[rotation]
    canvas.rotate(turn[0])
    canvas.translate(turn[1], turn[2])
    canvas.drawString(50, 300, "Lift aanwezig")
    canvas.drawString(50, 280, "Ramp ook")
    assert lines(opened(paper.done())) == ["Lift aanwezig", "Ramp ook"]


@pytest.mark.parametrize("angle", [90, -90])
def test_a_page_printed_on_its_side_is_read_upright(opened: Opened, paper: Any, angle: int) -> None:
    canvas = paper.canvas
    canvas.rotate(angle)
    canvas.translate(*((0, -595) if angle == 90 else (-842, 0)))
    canvas.drawString(50, 300, "Lift aanwezig")
    canvas.drawString(50, 280, "Ramp ook")
    assert lines(opened(paper.done())) == ["Lift aanwezig", "Ramp ook"]


def test_text_beside_the_page_is_not_seen(opened: Opened, paper: Any) -> None:
    assert lines(opened(paper.text(50, 100, "binnen").text(700, 100, "buiten").text(50, -40, "boven").done())) == ["binnen"]


def test_running_headers_and_page_numbers_stand_in_the_margins(opened: Opened, paper: Any) -> None:
    for number in range(1, 5):
        paper.text(50, 30, "De Vuursprot – SOP 2023-2024").text(50, 100, f"Tekst {'abcd'[number - 1]}")
        paper.text(290, 810, f"Pagina {number} van 4").next_page()
    document = opened(paper.done())
    assert lines(document) == ["Tekst a", "Tekst b", "Tekst c", "Tekst d"]
    assert document.margins == ("De Vuursprot – SOP 2023-2024", *(f"Pagina {number} van 4" for number in range(1, 5)))
    assert [line.number for line in document.lines()] == [1, 2, 3, 4]


def test_a_tagged_pdf_says_itself_what_a_header_is(opened: Opened) -> None:
    source = b"#set page(header: [De Vuursprot], footer: [Bladzijde een])\nDe tekst van de enige bladzijde."
    document = opened(typst.compile(source))
    assert lines(document) == ["De tekst van de enige bladzijde."]
    assert document.margins == ("De Vuursprot", "Bladzijde een")


def test_a_repeated_first_line_close_to_the_text_is_text(opened: Opened, paper: Any) -> None:
    for _ in range(3):
        paper.text(50, 60, "Structureel Regelmatig").text(50, 74, "Logopedie").next_page()
    document = opened(paper.done())
    assert lines(document) == ["Structureel Regelmatig", "Logopedie"] * 3
    assert document.margins == ()


def test_a_table_head_repeated_on_every_page_stays(opened: Opened, paper: Any) -> None:
    head = ((50, "Experts"), (250, "Structureel"), (350, "Regelmatig"), (450, "Incidenteel"))
    for page in range(4):
        top = 300 if page == 0 else 50
        for left, word in head:
            paper.text(left, top, word)
        paper.text(50, top + 40, "Logopedie").text(250, top + 40, "X").next_page()
    document = opened(paper.done())
    assert sum("Regelmatig" in line for line in lines(document)) == 4


def test_link_areas_give_their_target_and_the_words_under_them(opened: Opened, paper: Any) -> None:
    paper.text(50, 100, "Lees").text(80, 100, "de schoolgids").text(160, 100, "eerst")
    for left, right, top in ((80, 148, 98), (50, 80, 118)):
        paper.canvas.linkURL("https://gids.example/", (left, 842 - top - 14, right, 842 - top))
    document = opened(paper.text(50, 120, "online").done())
    (link,) = document.source.links
    assert (link.url, link.label, link.page) == ("https://gids.example/", "de schoolgids online", 1)


def test_what_was_filled_in_stands_where_it_shows(opened: Opened, paper: Any) -> None:
    form = paper.canvas.acroForm
    for top, ticked in ((100, True), (120, False)):
        form.checkbox(name=f"box{top}", x=200, y=842 - top - 12, size=12, checked=ticked)
        paper.text(50, top, "Lift" if ticked else "Ramp")
    form.textfield(name="naam", x=100, y=842 - 140 - 16, width=200, height=16, value="De Vuursprot")
    document = opened(paper.text(50, 142, "Naam").done())
    assert [" ".join(line.split()) for line in lines(document)] == ["Lift ☒", "Ramp ☐", "Naam De Vuursprot"]


def test_boxes_drawn_with_lines_are_read(opened: Opened, paper: Any) -> None:
    for top in (100, 120):
        paper.rect(50, top, 10, 10).text(70, top - 1, "Lift" if top == 100 else "Ramp")
    paper.line(51, 101, 59, 109).line(51, 109, 59, 101)
    assert [" ".join(line.split()) for line in lines(opened(paper.done()))] == ["☒ Lift", "☐ Ramp"]


def test_words_with_a_line_through_them_are_left_out_and_named(opened: Opened, paper: Any) -> None:
    paper.text(50, 100, "Ja / nee").line(70, 105.5, 92, 105.5).text(50, 120, "onderstreept").line(50, 132, 110, 132)
    document = opened(paper.done())
    assert lines(document) == ["Ja /", "onderstreept"]
    assert "nee" in document.unread[0].why


def test_a_picture_is_kept_and_reported_but_not_a_letterhead(opened: Opened, paper: Any) -> None:
    for page in range(3):
        paper.image(400, 20, 150, 60).text(50, 100, f"Tekst {'abc'[page]}")
        if page == 1:
            paper.image(50, 200, 300, 100).image(50, 300, 300, 100)  # one picture in two strips
        paper.next_page()
    document = opened(paper.done())
    assert [block.page for block in document.blocks if isinstance(block, Picture)] == [2]
    assert [(unread.page, unread.why.split(":")[0]) for unread in document.unread] == [(2, "Een afbeelding zonder tekst")]


def test_text_over_a_picture_of_the_whole_page_is_read_with_a_warning(opened: Opened, paper: Any) -> None:
    paper.image(0, 0, 595, 842)
    for top in range(100, 300, 20):
        paper.text(50, top, "Een regel die uit de scan is herkend")
    document = opened(paper.done())
    assert len(lines(document)) == 10
    assert ["leesfouten" in unread.why for unread in document.unread] == [True]


def test_a_scanned_page_among_others_is_reported(opened: Opened, paper: Any) -> None:
    document = opened(paper.text(50, 100, "Tekst").next_page().image(0, 0, 595, 842).done())
    assert [(unread.page, "tekstlaag" in unread.why) for unread in document.unread] == [(2, True)]
    assert isinstance(document.blocks[0], Line)
