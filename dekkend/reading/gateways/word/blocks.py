"""Which blocks stand in the text of a Word file, in reading order?"""

from __future__ import annotations

from collections.abc import Iterator

from dekkend.kernel.sentences import say
from dekkend.reading.gateways.symbols import checked
from dekkend.reading.gateways.word.names import Element, child, count, name, switched_on, value
from dekkend.reading.gateways.word.paragraphs import read_paragraph
from dekkend.reading.gateways.word.pictures import Drawn, drawings_in
from dekkend.reading.gateways.word.scribe import Scribe
from dekkend.reading.words.document import Block, Cell, Line, Picture, Row, Table

WRAPPERS = frozenset(map(name, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:body", "w:txbxContent")))
MOST_COLUMNS = 63  # Word's own limit

NO_TEXT = say("Een afbeelding zonder tekst: wat erop staat, kon niet worden gelezen.")
IN_A_CELL = say("Een afbeelding of getekende vorm in een tabel: als dit een kruisje of vinkje is, kon het niet worden gelezen.")
COLOURED = say("Een leeg vakje in een tabel met een eigen kleur: als de kleur een antwoord is, kon het niet worden gelezen.")
NO_COLOURS = ("", "auto", "ffffff")
INSERTED = say("Een ingevoegd document: de tekst daarvan is niet gelezen.")


def read_blocks(holder: Element, scribe: Scribe) -> Iterator[Block]:
    """The lines, tables and pictures inside `holder`. Text boxes follow the paragraph they are tied to."""
    for part in holder:
        if part.tag == name("w:p"):
            yield from _paragraph(part, scribe)
        elif part.tag == name("w:tbl"):
            yield from _table(part, scribe)
        elif part.tag == name("w:altChunk"):
            scribe.miss(INSERTED)
        elif part.tag in WRAPPERS:
            yield from read_blocks(part, scribe)


def _paragraph(element: Element, scribe: Scribe) -> Iterator[Block]:
    paragraph = read_paragraph(element, scribe)
    yield from paragraph.lines
    for box in paragraph.boxes:
        yield from read_blocks(box, scribe)
    for drawing in paragraph.drawings:
        yield _picture(drawing, scribe)


def _paragraph_in_cell(element: Element, scribe: Scribe) -> Iterator[Block]:
    for block in _paragraph(element, scribe):
        if isinstance(block, Picture) and block.alt is None:
            scribe.miss(IN_A_CELL)
        yield block
    if any(not drawing.picture and not drawing.boxes for drawing in drawings_in(element)):
        scribe.miss(IN_A_CELL)


def _picture(drawing: Drawn, scribe: Scribe) -> Picture:
    if drawing.alt is None and not drawing.boxes and not drawing.small and not drawing.decorative:
        scribe.miss(NO_TEXT)
    return Picture(scribe.next_number(), scribe.page, drawing.alt)


def _table(element: Element, scribe: Scribe) -> Iterator[Block]:
    """The table, and after it what stood inside its cells and is no text: tables and pictures."""
    cells = list(_parts(element, "w:tc"))
    if len(cells) == 1 and next(cells[0].iter(name("w:tbl")), None) is not None:
        yield from read_blocks(cells[0], scribe)  # only a frame around other tables
        return
    inner: list[Element] = []
    pictures: list[Picture] = []
    number = scribe.last_number + 1
    rows = tuple(_row(row, scribe, inner, pictures) for row in _parts(element, "w:tr"))
    if rows:
        yield Table(rows, number, rows[0].page)
    yield from pictures
    for table in inner:
        yield from _table(table, scribe)


def _parts(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also inside content controls; not those of a table inside it."""
    for part in holder:
        if part.tag == name(tag):
            yield part
        elif part.tag in WRAPPERS or (tag == "w:tc" and part.tag == name("w:tr")):
            yield from _parts(part, tag)


def _row(element: Element, scribe: Scribe, inner: list[Element], pictures: list[Picture]) -> Row:
    properties = child(element, "w:trPr")
    cells = [_skipped(properties, "w:gridBefore")]
    for cell in _parts(element, "w:tc"):
        if value(child(cell, "w:tcPr", "w:hMerge")) == "continue" and cells[-1] is not None:
            cells[-1] = Cell(cells[-1].lines, cells[-1].span + 1, cells[-1].continues, cells[-1].checked)
        else:
            cells.append(_cell(cell, scribe, inner, pictures))
    cells.append(_skipped(properties, "w:gridAfter"))
    kept = tuple(cell for cell in cells if cell is not None)
    if _answers_by_colour(list(_parts(element, "w:tc"))):
        scribe.miss(COLOURED)
    page = next((line.page for cell in kept for line in cell.lines if not line.blank), scribe.page)
    return Row(kept, page, header=switched_on(child(properties, "w:tblHeader")))


def _answers_by_colour(cells: list[Element]) -> bool:
    """Has exactly one of the empty cells of a row a colour of its own?"""
    empty = [cell for cell in cells if not any((text.text or "").strip() for text in cell.iter(name("w:t")))]
    colours = [(value(child(cell, "w:tcPr", "w:shd"), "w:fill") or "").lower() for cell in empty]
    coloured = [colour for colour in colours if colour not in NO_COLOURS]
    return len(coloured) == 1 and len(colours) > 1


def _skipped(properties: Element | None, tag: str) -> Cell | None:
    """The columns that a row leaves free at its start or end."""
    columns = count(child(properties, tag), MOST_COLUMNS)
    return Cell(span=columns) if columns else None


def _cell(element: Element, scribe: Scribe, inner: list[Element], pictures: list[Picture]) -> Cell:
    span = max(1, count(child(element, "w:tcPr", "w:gridSpan"), MOST_COLUMNS))
    merge = child(element, "w:tcPr", "w:vMerge")
    if merge is not None and value(merge) != "restart":
        return Cell(span=span, continues=True)
    lines: list[Line] = []
    for block in _cell_blocks(element, scribe, inner):
        if isinstance(block, Line):
            lines.append(block)
        elif isinstance(block, Picture):
            pictures.append(block)
    return Cell(tuple(lines), span, checked=checked(" ".join(line.text for line in lines)))


def _cell_blocks(holder: Element, scribe: Scribe, inner: list[Element]) -> Iterator[Block]:
    """The lines and pictures of a cell; its tables are set aside in `inner`."""
    for part in holder:
        if part.tag == name("w:tbl"):
            inner.append(part)
        elif part.tag == name("w:p"):
            yield from _paragraph_in_cell(part, scribe)
        elif part.tag in WRAPPERS:
            yield from _cell_blocks(part, scribe, inner)
