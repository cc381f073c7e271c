"""Are ruled tables in a PDF read as cells, however they were drawn, with the printed lines beside them?"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
import typst

from dekkend.reading.words.document import Document, Line, Table

Opened = Callable[..., Document]

ACROSS, DOWN = [50, 200, 300, 400], [100, 120, 140]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def filled(paper: Any) -> Any:
    """Words for the six cells that ACROSS and DOWN enclose, without their ruling."""
    for left, top, text in ((55, 104, "Expert"), (205, 104, "Ja"), (305, 104, "Nee"), (55, 124, "Logopedie"), (305, 124, "X")):
        paper.text(left, top, text)
    return paper


FILLED = [["Expert", "Ja", "Nee"], ["Logopedie", "", "X"]]


def by_lines(paper: Any) -> None:
    paper.ruling(ACROSS, DOWN)


def by_thin_bars(paper: Any) -> None:
    """As Word prints a border: a bar for each side of each cell, and a dot where two meet."""
    for left, right in pairwise(ACROSS):
        for top in DOWN:
            paper.rect(left + 0.5, top, right - left - 0.5, 0.48, fill="black")
    for top, bottom in pairwise(DOWN):
        for left in ACROSS:
            paper.rect(left, top + 0.5, 0.48, bottom - top - 0.5, fill="black").rect(left, top, 0.48, 0.48, fill="black")


def by_boxes(paper: Any) -> None:
    for left, right in pairwise(ACROSS):
        for top, bottom in pairwise(DOWN):
            paper.rect(left, top, right - left, bottom - top)


def by_colour(paper: Any) -> None:
    for left, right in pairwise(ACROSS):
        for top, bottom in pairwise(DOWN):
            paper.rect(left + 0.5, top + 0.5, right - left - 1, bottom - top - 1, fill="#dddddd")


def by_inner_lines(paper: Any) -> None:
    """No frame around the table, only lines between the cells."""
    paper.line(200, 100, 200, 140).line(300, 100, 300, 140).line(50, 120, 400, 120)


@pytest.mark.parametrize("draw", [by_lines, by_thin_bars, by_boxes, by_colour, by_inner_lines])
def test_a_table_is_read_however_it_was_drawn(opened: Opened, paper: Any, draw: Callable[[Any], None]) -> None:
    draw(paper)
    paper.text(50, 60, "Voor").text(50, 180, "Na")
    document = opened(filled(paper).done())
    before, table, after = document.blocks
    assert isinstance(before, Line)
    assert isinstance(table, Table)
    assert isinstance(after, Line)
    assert texts(table)[-2:] == FILLED
    assert (table.exact, table.number, after.number) == (False, 2, 4)


def test_the_printed_lines_of_a_table_stand_beside_its_cells(opened: Opened, paper: Any) -> None:
    by_lines(paper)
    (table,) = tables(opened(filled(paper).done()))
    assert [" ".join(line.text.split()) for line in table.lines] == ["Expert Ja Nee", "Logopedie X"]
    assert [word.text for word in table.lines[1].words] == ["Logopedie", "X"]
    assert [[line.number for cell in row.cells for line in cell.lines] for row in table.rows] == [[1, 1, 1], [2, 2]]


def test_every_line_is_numbered_once(opened: Opened, paper: Any) -> None:
    by_lines(paper)
    document = opened(filled(paper).text(50, 60, "Voor").text(50, 180, "Na").done())
    assert [line.number for line in document.lines()] == [1, 2, 3, 4]


def test_a_row_cut_by_the_end_of_the_page_is_closed_on_both_pages(opened: Opened, paper: Any) -> None:
    by_lines(paper)
    filled(paper).text(55, 144, "Een lang")
    for left in ACROSS:
        paper.line(left, 140, left, 160)
    paper.next_page().text(55, 54, "label").text(205, 54, "X")
    for left in ACROSS:
        paper.line(left, 50, left, 70)
    paper.line(50, 70, 400, 70)
    first, second = tables(opened(paper.done()))
    assert texts(first) == [*FILLED, ["Een lang", "", ""]]
    assert (texts(second), second.page) == ([["label", "X", ""]], 2)


def test_merged_cells_stand_once(opened: Opened) -> None:
    source = b"""#table(columns: (5cm, 3cm, 3cm), table.cell(colspan: 3)[Experts], table.cell(rowspan: 2)[Zorg], [a], [b], [c], [d])"""
    (table,) = tables(opened(typst.compile(source), "x.pdf"))
    assert [[(cell.text, cell.span, cell.continues) for cell in row.cells] for row in table.rows] == [
        [("Experts", 3, False)],
        [("Zorg", 1, False), ("a", 1, False), ("b", 1, False)],
        [("", 1, True), ("c", 1, False), ("d", 1, False)],
    ]


def test_a_label_over_several_lines_keeps_its_lines(opened: Opened) -> None:
    source = b"#table(columns: (3cm, 2cm), [Wisselwerking en afstemming tussen kind en school], align(horizon)[X])"
    (table,) = tables(opened(typst.compile(source), "x.pdf"))
    label, mark = table.rows[0].cells
    assert len(label.lines) > 2
    assert label.text == "Wisselwerking en afstemming tussen kind en school"
    assert mark.text == "X"


def test_a_table_in_a_cell_is_a_table_of_its_own(opened: Opened) -> None:
    source = b"#table(columns: 2, [links], table(columns: 2, [a], [b], [c], [d]))"
    found = [texts(table) for table in tables(opened(typst.compile(source), "x.pdf"))]
    assert [["a", "b"], ["c", "d"]] in found
    assert ["links", ""] in [row for table in found for row in table]


def test_a_frame_round_a_text_is_no_table(opened: Opened, paper: Any) -> None:
    document = opened(paper.ruling([50, 300], [90, 130, 150]).text(55, 100, "Let op").done())
    assert tables(document) == []
    assert [line.text for line in document.lines()] == ["Let op"]


def test_column_heads_on_their_side_are_read(opened: Opened) -> None:
    source = b"#table(columns: (4cm, 1cm), [Expert], rotate(-90deg, reflow: true)[Structureel], [Logopedie], [X])"
    (table,) = tables(opened(typst.compile(source), "x.pdf"))
    assert texts(table) == [["Expert", "Structureel"], ["Logopedie", "X"]]


def test_a_cell_with_one_box_says_whether_it_is_ticked(opened: Opened, paper: Any) -> None:
    by_lines(paper)
    paper.text(55, 104, "Lift").rect(245, 105, 9, 9).rect(345, 105, 9, 9).line(346, 106, 353, 113).line(346, 113, 353, 106)
    (table,) = tables(opened(paper.done()))
    assert [cell.checked for cell in table.rows[0].cells] == [None, False, True]


def test_rows_coloured_by_turns_are_left_to_be_read_by_place(opened: Opened, paper: Any) -> None:
    for row in range(4):
        top = 100 + 20 * row
        paper.text(55, top + 4, "Lift").text(205, top + 4, "X")
        for left, right in pairwise(ACROSS) if row % 2 else ():
            paper.rect(left, top, right - left, 20, fill="#eeeeee").text(55, top + 4, "Lift").text(205, top + 4, "X")
    assert tables(opened(paper.done())) == []


def test_a_mark_drawn_with_strokes_counts_as_a_mark(opened: Opened, paper: Any) -> None:
    by_lines(paper)
    paper.text(55, 104, "Lift").line(246, 106, 255, 115).line(246, 115, 255, 106)
    (table,) = tables(opened(paper.done()))
    assert texts(table)[0] == ["Lift", "✓", ""]


def test_lists_and_underlined_text_make_no_table(opened: Opened, paper: Any) -> None:
    for top in (100, 140, 180):
        paper.text(50, top, "Onderstreepte kop").line(50, top + 14, 300, top + 14)
    assert tables(opened(paper.done())) == []


def loose_lines(paper: Any) -> None:
    for place in range(5000):
        paper.line(place % 500, place / 10, place % 500 + 9, place / 10)


def squared_paper(paper: Any) -> None:
    paper.ruling([5 * place for place in range(119)], [5 * place for place in range(168)])


@pytest.mark.parametrize("draw", [loose_lines, squared_paper])
def test_a_page_full_of_lines_gives_its_text(opened: Opened, paper: Any, draw: Callable[[Any], None]) -> None:
    draw(paper)
    document = opened(paper.text(50, 700, "Lift").done())
    assert [line.text for line in document.lines()] == ["Lift"]
    assert "lijnen" in document.unread[0].why
