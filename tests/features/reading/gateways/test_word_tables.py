"""Does a table in Word keep its cells, also merged, wrapped, nested and skipped ones?"""

from __future__ import annotations

import io
from collections.abc import Callable

import docx

from dekkend.reading.words.document import Document, Line, Picture, Table

Opened = Callable[..., Document]
Word = Callable[..., bytes]


def tc(*texts: str, properties: str = "", inner: str = "") -> str:
    paragraphs = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{paragraphs}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_cells_are_the_authors_own(opened: Opened, word: Word) -> None:
    header = tr(tc("Expertise"), tc("Ja / nee"), properties="<w:tblHeader/>")
    document = opened(word("<w:p/>" + tbl(header, tr(tc("Rekenen", " 1 dagdeel "), tc("ja")))))
    table = tables(document)[0]
    assert texts(table) == [["Expertise", "Ja / nee"], ["Rekenen 1 dagdeel", "ja"]]
    assert [line.text for line in table.rows[1].cells[0].lines] == ["Rekenen", " 1 dagdeel "]
    assert (table.number, table.exact, [row.header for row in table.rows]) == (2, True, [True, False])
    assert [line.number for line in document.lines()] == [1, 2, 3, 4, 5, 6]


def test_a_merged_cell_stands_once(opened: Opened, word: Word) -> None:
    wide, first, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc("kop", properties=wide), tc("c")), tr(tc("a", properties=first), tc("b"), tc("c")),
        tr(tc("", properties=below), tc("e"), tc("f")),
    )  # fmt: skip
    rows = tables(opened(word(table)))[0].rows
    assert [[(cell.text, cell.span, cell.continues) for cell in row.cells] for row in rows] == [
        [("kop", 2, False), ("c", 1, False)],
        [("a", 1, False), ("b", 1, False), ("c", 1, False)],
        [("", 1, True), ("e", 1, False), ("f", 1, False)],
    ]
    assert rows[2].cells[0].lines == ()


def test_skipped_columns_and_the_older_way_of_merging_keep_the_columns_in_place(opened: Opened, word: Word) -> None:
    joined = tc("", properties='<w:hMerge w:val="continue"/>')
    table = tbl(
        tr(tc("a", properties='<w:hMerge w:val="restart"/>'), joined, tc("b")),
        tr(tc("c"), properties='<w:gridBefore w:val="2"/>'),
        tr(tc("d"), properties='<w:gridAfter w:val="999999999999"/>'),
    )
    rows = tables(opened(word(table)))[0].rows
    assert [[(cell.text, cell.span) for cell in row.cells] for row in rows] == [[("a", 2), ("b", 1)], [("", 2), ("c", 1)], [("d", 1)]]


def test_rows_and_cells_inside_content_controls_are_read(opened: Opened, word: Word) -> None:
    table = tbl(control(tr(tc("a"), control(tc("b")))), tr(tc("c"), tc(inner=control("<w:p><w:r><w:t>d</w:t></w:r></w:p>"))))
    assert texts(tables(opened(word(table)))[0]) == [["a", "b"], ["c", "d"]]


def test_a_deleted_row_is_gone_and_an_added_row_stays(opened: Opened, word: Word) -> None:
    table = tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("d"), properties="<w:del/>"), tr(tc("e"), tc("f"), properties="<w:ins/>"))
    assert texts(tables(opened(word(table)))[0]) == [["a", "b"], ["e", "f"]]


def test_a_table_in_a_cell_follows_the_outer_table(opened: Opened, word: Word) -> None:
    inner = tbl(tr(tc("x"), tc("y")))
    document = opened(word(tbl(tr(tc("a", inner=inner), tc("b"))) + "<w:p><w:r><w:t>na</w:t></w:r></w:p>"))
    assert [texts(table) for table in tables(document)] == [[["a", "b"]], [["x", "y"]]]
    numbers = [line.number for line in document.lines()]
    assert numbers == sorted(set(numbers))


def test_a_frame_around_tables_is_looked_through(opened: Opened, word: Word) -> None:
    document = opened(word(tbl(tr(tc("voor", inner=tbl(tr(tc("x"), tc("y"))))))))
    assert texts(tables(document)[0]) == [["x", "y"]]
    assert [block.text for block in document.blocks if isinstance(block, Line)] == ["voor"]


def test_a_cell_with_one_box_says_whether_it_is_ticked(opened: Opened, word: Word) -> None:
    def box(state: int) -> str:
        properties = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
        return "<w:p>" + control("<w:r><w:t>☐</w:t></w:r>", properties) + "</w:p>"

    cells = [tc(inner=box(1)), tc(inner=box(0)), tc("☒"), tc("☐ ja ☒ nee"), tc("x"), tc("☑ (EDI)")]
    cells.append(control(tc("☐"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'))
    row = tables(opened(word(tbl(tr(*cells)))))[0].rows[0]
    assert [cell.checked for cell in row.cells] == [True, False, True, None, None, True, True]


def test_a_picture_in_a_cell_is_reported_since_it_may_be_a_mark(opened: Opened, word: Word) -> None:
    drawing = '<w:p><w:r><w:drawing><wp:extent cx="9" cy="9"/><pic:pic/></w:drawing></w:r></w:p>'
    document = opened(word(tbl(tr(tc("Lift"), tc(inner=drawing)))))
    assert any("kruisje" in unread.why for unread in document.unread)
    assert any(isinstance(block, Picture) for block in document.blocks)


def test_a_shape_or_a_lone_colour_in_a_row_is_reported_since_it_may_be_an_answer(opened: Opened, word: Word) -> None:
    red, none = '<w:shd w:fill="FF0000"/>', '<w:shd w:fill="auto"/>'
    shape = "<w:p><w:r><w:drawing><wp:extent/><a:graphic/></w:drawing></w:r></w:p>"

    def reasons(*cells: str) -> list[str]:
        return [unread.why.split(":")[0] for unread in opened(word(tbl(tr(tc("Lift"), *cells)))).unread]

    assert reasons(tc(properties=red), tc(properties=none)) == ["Een leeg vakje in een tabel met een eigen kleur"]
    assert reasons(tc(properties=red), tc(properties=red)) == []
    assert reasons(tc("X", properties=red), tc()) == []
    assert reasons(tc(inner=shape), tc()) == ["Een afbeelding of getekende vorm in een tabel"]


def test_a_file_made_by_a_word_library_reads_back(opened: Opened) -> None:
    made = docx.Document()
    made.add_heading("Voorzieningen", 2)
    made.add_paragraph("ramp", style="List Bullet")
    table = made.add_table(rows=2, cols=3, style="Table Grid")
    for cell, text in zip((cell for row in table.rows for cell in row.cells), "abcdef", strict=True):
        cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    target = io.BytesIO()
    made.save(target)
    document = opened(target.getvalue())
    heading, bullet, found = document.blocks[:3]
    assert isinstance(heading, Line)
    assert isinstance(bullet, Line)
    assert isinstance(found, Table)
    assert (heading.heading, bullet.bullet) == (2, True)
    assert texts(found) == [["a d", "b", "c"], ["", "e", "f"]]
    assert found.rows[1].cells[0].continues
