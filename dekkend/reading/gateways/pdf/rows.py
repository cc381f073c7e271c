"""What does a ruled table look like in the neutral document: rows of cells with their lines?"""

from __future__ import annotations

from collections.abc import Callable

from dekkend.reading.gateways.pdf.tables import Grid, GridCell, PrintedTable
from dekkend.reading.gateways.pdf.words import PrintedLine, PrintedWord
from dekkend.reading.gateways.symbols import checked
from dekkend.reading.words.document import Cell, Line, Row, Table

MakeLine = Callable[[PrintedLine, int], Line]


def table_block(table: PrintedTable, numbers: range, page: int, make_line: MakeLine) -> Table:
    """The table with its printed lines numbered by `numbers`. A line in a cell has the number of the line it is part of."""
    held: dict[GridCell, list[Line]] = {}
    for number, line in zip(numbers, table.lines, strict=True):
        for cell, words in _words_by_cell(line, table.grid).items():
            held.setdefault(cell, []).append(make_line(PrintedLine(tuple(words)), number))
    lines = tuple(make_line(line, number) for number, line in zip(numbers, table.lines, strict=True))
    rows = tuple(_row(table.grid, place, held, page) for place in range(table.grid.rows))
    return Table(rows, numbers.start, page, exact=False, lines=lines)


def _words_by_cell(line: PrintedLine, grid: Grid) -> dict[GridCell, list[PrintedWord]]:
    found: dict[GridCell, list[PrintedWord]] = {}
    for word in line.words:
        cell = grid.cell_at(word)
        if cell is not None:
            found.setdefault(cell, []).append(word)
    return found


def _row(grid: Grid, place: int, held: dict[GridCell, list[Line]], page: int) -> Row:
    covering = {cell.column: cell for cell in grid.cells if cell.row <= place < cell.row + cell.rows}
    cells: list[Cell] = []
    column = 0
    while column < grid.columns:
        cell = covering.get(column)
        cells.append(_cell(cell, place, held))
        column += cell.columns if cell is not None else 1
    return Row(tuple(cells), page)


def _cell(cell: GridCell | None, place: int, held: dict[GridCell, list[Line]]) -> Cell:
    if cell is None:
        return Cell()
    if place > cell.row:
        return Cell(span=cell.columns, continues=True)
    lines = tuple(held.get(cell, ()))
    return Cell(lines, cell.columns, checked=checked(" ".join(line.text for line in lines)))
