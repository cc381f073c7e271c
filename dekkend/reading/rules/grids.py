"""What do the grids of the form say? Every way of reading that the document allows is tried, and they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, BlockKind, MarkStyle, Template
from dekkend.reading.rules.boxes import without_boxes
from dekkend.reading.rules.cell_grid import BROKEN, CUT, read_tables
from dekkend.reading.rules.grid_lines import LineGrid, find_grid, spacing_of
from dekkend.reading.rules.marked_row import read_boxes, read_by_spacing
from dekkend.reading.rules.matching import best_match
from dekkend.reading.rules.outline import Outline, block_region
from dekkend.reading.rules.own_rows import own_rows
from dekkend.reading.rules.page_grid import read_page_lines
from dekkend.reading.rules.row_reading import RowReading
from dekkend.reading.rules.strip import Strip
from dekkend.reading.rules.written_row import read_words
from dekkend.reading.words.document import Line, Table
from dekkend.reading.words.result import Certainty

ENOUGH = 3  # marks needed before the blanks of a document are believed
AGREE = 0.6  # share of marks whose blanks before and after must tell the same


@dataclass(frozen=True, slots=True)
class GridReading:
    """All rows read of one grid; `lines` are the numbers of the lines that the grid used up, its head included."""

    block: Block
    rows: tuple[RowReading, ...]
    lines: frozenset[int]
    unclear: tuple[Line, ...] = ()  # lines inside the table that belong to no row that was understood


def read_grids(strip: Strip, outlined: Outline, template: Template) -> list[GridReading]:
    blocks = [block for block in template.blocks() if block.kind is BlockKind.GRID]
    in_lines = {block.id: _grid_in_lines(strip, outlined, template, block) for block in blocks if not strip.tables_of(block.id)}
    grids = [grid for grid in in_lines.values() if grid]
    trusted = blanks_count(grids)
    spread = not trusted and columns_spread(grids)
    result = []
    for block in blocks:
        tables = strip.tables_of(block.id)
        grid = in_lines.get(block.id)
        if tables:
            result.append(_from_tables(tables, _lines_around(strip, outlined, template, block), block))
        elif grid is not None:
            result.append(_from_lines(grid, trusted, spread))
        elif page := _on_page(strip, outlined, template, block):
            result.append(page)
    return [_without_foreign_rows(grid, blocks) for grid in result]


def _without_foreign_rows(grid: GridReading, blocks: Sequence[Block]) -> GridReading:
    """A row of another grid that ran into this one is no row of the school's own."""
    names = [name for block in blocks if block is not grid.block for row in block.rows for name in row.names]
    rows = tuple(row for row in grid.rows if row.code or best_match(row.label, names) < 0.92)
    return replace(grid, rows=rows)


def blanks_count(grids: Iterable[LineGrid]) -> bool:
    """Whether the blanks of this document still tell the columns: before and after the mark they mostly agree."""
    counts = [found for grid in grids if grid.block.marks is MarkStyle.COLUMN for span in grid.spans if (found := spacing_of(grid, span))]
    return len(counts) >= ENOUGH and sum(found.agree for found in counts) >= AGREE * len(counts)


def columns_spread(grids: Iterable[LineGrid]) -> bool:
    """Whether the text keeps its columns by their place on the line, as `pdftotext -layout` writes it."""
    counts = [found for grid in grids for span in grid.spans if (found := spacing_of(grid, span))]
    if counts:
        return sum(found.blanks_before >= 3 for found in counts) >= AGREE * len(counts)
    lines = [line.text.strip() for grid in grids for line in grid.lines if line.text.strip()]
    return bool(lines) and sum("   " in text for text in lines) >= 0.4 * len(lines)


def _region_elements(strip: Strip, outlined: Outline, template: Template, block: Block) -> Sequence[Line | Table]:
    region = block_region(outlined, template, block)
    return strip.elements[region.start : region.end] if region else strip.elements


def _grid_in_lines(strip: Strip, outlined: Outline, template: Template, block: Block) -> LineGrid | None:
    """Under its own heading first, else anywhere in the document."""
    for elements in (_region_elements(strip, outlined, template, block), strip.elements):
        found = find_grid([element for element in elements if isinstance(element, Line)], block)
        if found:
            return found
    return None


def _lines_around(strip: Strip, outlined: Outline, template: Template, block: Block) -> list[Line]:
    """The printed lines of the grid's part of the document, those of its tables included (PDF)."""
    elements = _region_elements(strip, outlined, template, block)
    if not any(isinstance(element, Table) and strip.owner[element.number] == block.id for element in elements):
        elements = strip.tables_of(block.id)
    lines: list[Line] = []
    for element in elements:
        if isinstance(element, Line):
            lines.append(element)
        elif strip.owner[element.number] == block.id:
            lines += element.lines
    return lines


def _from_tables(tables: Sequence[Table], around: list[Line], block: Block) -> GridReading:
    by_cells = list(read_tables(tables, block))
    used = frozenset(line.number for table in tables for line in _all_lines(table))
    if all(table.exact for table in tables):
        return GridReading(block, tuple(_once(by_cells)), used)
    by_place = {row.code: row for row in read_page_lines(around, block)} if any(line.words for line in around) else {}
    rows = [compare(row, by_place.pop(row.code, None)) if row.code else row for row in _once(by_cells)]
    rows += [replace(row, why=say("deze rij is alleen gevonden aan de plaats op de bladzijde")) for code, row in by_place.items() if code]
    extra = frozenset(number for row in rows for number in row.lines)
    return GridReading(block, tuple(rows), used | extra)


def _all_lines(table: Table) -> Iterable[Line]:
    yield from table.lines
    for row in table.rows:
        for cell in row.cells:
            yield from cell.lines


def _once(rows: Iterable[RowReading]) -> list[RowReading]:
    """A row that stands twice with different answers is no answer."""
    result: dict[object, RowReading] = {}
    for row in rows:
        key = row.code or (row.label, row.line)
        other = result.get(key)
        if other is None or (other.choice is None and other.note is None):
            result[key] = row
        elif row.choice is not None and row.choice != other.choice:
            result[key] = replace(
                other,
                choice=None,
                certainty=Certainty.UNSURE,
                why=say("deze rij staat twee keer in het document, met verschillende antwoorden"),
                readings=((other.choice, "eerste keer"), (row.choice, "tweede keer")),
            )
    return list(result.values())


def compare(cells: RowReading, place: RowReading | None) -> RowReading:
    """Two independent readings of one row: equal is certain, different or only one is not."""
    if place is None:
        return replace(cells, certainty=_at_most(cells.certainty, Certainty.LIKELY))
    readings = (*cells.readings, *place.readings)
    if cells.certainty is Certainty.UNSURE:
        return replace(cells, readings=readings)
    if cells.choice != place.choice:
        why = say("de lijnen van de tabel en de plaats van het kruisje wijzen niet op dezelfde kolom")
        return replace(cells, choice=cells.choice or place.choice, certainty=Certainty.UNSURE, why=why, readings=readings)
    same_note = _letters(cells.note) == _letters(place.note) and cells.note_why not in (CUT, BROKEN)
    sure = place.certainty is not Certainty.UNSURE and cells.choice is not None and "alleen de lijnen" in cells.why
    return replace(
        cells,
        certainty=Certainty.CERTAIN if sure else cells.certainty,
        why="" if sure else cells.why,
        note_certainty=Certainty.CERTAIN if same_note else Certainty.LIKELY,
        note_why="" if same_note else cells.note_why,
        readings=readings,
    )


def _letters(text: str | None) -> str:
    return "".join(text.split()) if text else ""


def _at_most(certainty: Certainty, most: Certainty) -> Certainty:
    return most if certainty is Certainty.CERTAIN else certainty


def _from_lines(grid: LineGrid, trusted: bool, spread: bool) -> GridReading:
    placed = read_page_lines(grid.lines, grid.block) if spread or any(line.words for line in grid.lines) else []
    if grid.block.marks is MarkStyle.WORD:
        rows = _merge_written([read_words(grid, span) for span in grid.spans], placed)
    elif placed:
        by_box = {span.code: reading for span in grid.spans if (reading := read_boxes(grid, span))}
        rows = [_with_box(row, by_box.get(row.code)) for row in placed]
    else:
        rows = [read_boxes(grid, span) or read_by_spacing(grid, span, trusted) for span in grid.spans]
    if not placed:
        rows += own_rows(grid, trusted)
    head = grid.lines[grid.head.start : grid.head.end] if grid.head else ()
    used = frozenset(line.number for line in head) | frozenset(number for row in rows for number in row.lines)
    zone = _zone(grid, used)
    unclear = tuple(line for line in zone if line.number not in used and any(char.isalpha() for char in without_boxes(line.text)))
    return GridReading(grid.block, tuple(rows), used | {line.number for line in zone}, unclear)


def _zone(grid: LineGrid, used: frozenset[int]) -> tuple[Line, ...]:
    """The lines from the head of the table to the last line that a row used."""
    last = max((at for at, line in enumerate(grid.lines) if line.number in used), default=-1)
    return grid.lines[grid.head.start if grid.head else grid.spans[0].start : last + 1]


def _with_box(row: RowReading, box: RowReading | None) -> RowReading:
    """The order of the boxes is the better witness of the column, the place on the line of the note."""
    if box is None:
        return row
    return replace(row, choice=box.choice, certainty=box.certainty, why=box.why, readings=box.readings)


def _merge_written(direct: list[RowReading], placed: list[RowReading]) -> list[RowReading]:
    """ "Remedial teaching Ja" read straight on, beside the same row read by place: one may find what the other misses."""
    by_place = {row.code: row for row in placed}
    rows = []
    for row in direct:
        other = by_place.pop(row.code, None)
        rows.append(_prefer(row, other))
    return rows + list(by_place.values())


def _prefer(row: RowReading, other: RowReading | None) -> RowReading:
    if other is None:
        return row
    if row.choice is None:
        return other if other.choice is not None else row
    if other.choice is not None and other.choice != row.choice:
        why = say("twee lezingen van deze rij geven een ander antwoord")
        readings = ((row.choice, say("op de regel")), (other.choice, say("plaats op de bladzijde")))
        return replace(row, certainty=Certainty.UNSURE, why=why, readings=readings)
    same_note = _letters(row.note) == _letters(other.note)
    note = row.note if same_note else other.note
    return replace(
        row,
        note=note,
        note_certainty=Certainty.CERTAIN if same_note else Certainty.LIKELY,
        note_why="" if same_note else other.note_why,
        lines=row.lines | other.lines,
    )


def _on_page(strip: Strip, outlined: Outline, template: Template, block: Block) -> GridReading | None:
    """No row was found by reading straight on: the labels are broken over lines by the columns beside them."""
    lines = [element for element in _region_elements(strip, outlined, template, block) if isinstance(element, Line)]
    rows = read_page_lines(lines, block)
    return GridReading(block, tuple(rows), frozenset(n for row in rows for n in row.lines)) if rows else None
