"""Which ruled tables stand on a page, and which words in which cell?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.reading.gateways.pdf.ruling import NEAR, cell_groups
from dekkend.reading.gateways.pdf.sheet import Box, Edge, Sheet
from dekkend.reading.gateways.pdf.words import PrintedLine, PrintedWord

SAME = 2.0  # points


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its box, its first column and row, and how many of both it covers."""

    box: Box
    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. Rows and columns count from 0; a place that no cell covers was left open in the ruling."""

    box: Box
    columns: int
    rows: int
    cells: tuple[GridCell, ...]

    def cell_at(self, word: PrintedWord) -> GridCell | None:
        x, y = word.centre
        return next((cell for cell in self.cells if cell.box.holds(x, y)), None)


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table with the printed lines that stand in it."""

    grid: Grid
    lines: tuple[PrintedLine, ...]

    @property
    def box(self) -> Box:
        return self.grid.box

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def grids(sheet: Sheet) -> list[Grid]:
    """The tables drawn by lines, and beside them those drawn only by coloured areas. Raises TooManyLines.

    A table has two columns or more: a frame round a text, or a list of them, is no table. One may lie inside another.
    """
    drawn = [edge for edge in sheet.edges if not edge.shade]
    found = _tables(drawn)
    if len(drawn) == len(sheet.edges):
        return found
    coloured = [grid for grid in _tables(sheet.edges) if _is_whole(grid)]
    return found + [grid for grid in coloured if not any(grid.box.touches(other.box) for other in found)]


def _is_whole(grid: Grid) -> bool:
    """Is every row divided? Tables with every other row coloured are found in pieces, and are better read by place."""
    divided = Counter(row for cell in grid.cells for row in range(cell.row, cell.row + cell.rows))
    return grid.rows > 1 and all(divided[row] > 1 for row in range(grid.rows))


def split(lines: list[PrintedLine], found: list[Grid]) -> tuple[list[PrintedLine], list[PrintedTable]]:
    """The lines outside the tables, and the tables with theirs. A word belongs to the smallest table around it."""
    smallest_first = sorted(found, key=lambda grid: grid.box.width * grid.box.height)
    inside: dict[int, list[PrintedLine]] = {place: [] for place in range(len(smallest_first))}
    free: list[PrintedLine] = []
    for line in lines:
        parts: dict[int | None, list[PrintedWord]] = {}
        for word in line.words:
            parts.setdefault(_table_of(word, smallest_first), []).append(word)
        for place, words in parts.items():
            (free if place is None else inside[place]).append(PrintedLine(tuple(words)))
    tables = [PrintedTable(grid, tuple(inside[place])) for place, grid in enumerate(smallest_first) if inside[place]]
    return free, tables


def _table_of(word: PrintedWord, smallest_first: list[Grid]) -> int | None:
    x, y = word.centre
    return next((place for place, grid in enumerate(smallest_first) if grid.box.holds(x, y)), None)


def _tables(edges: Sequence[Edge]) -> list[Grid]:
    found = [_grid(cells) for cells in cell_groups(edges)]
    return [grid for grid in found if grid.columns > 1]


def _grid(cells: list[Box]) -> Grid:
    across = _places([cell.left for cell in cells] + [cell.right for cell in cells])
    down = _places([cell.top for cell in cells] + [cell.bottom for cell in cells])
    box = Box(across[0], down[0], across[-1], down[-1])
    placed = [_placed(cell, across, down) for cell in cells]
    return Grid(box, len(across) - 1, len(down) - 1, tuple(sorted(placed, key=lambda cell: (cell.row, cell.column))))


def _places(sides: list[float]) -> list[float]:
    """Where columns (or rows) begin and end; sides that lie closer than `NEAR` are one."""
    places: list[float] = []
    for side in sorted(sides):
        if not places or side - places[-1] > NEAR:
            places.append(side)
    return places


def _placed(cell: Box, across: list[float], down: list[float]) -> GridCell:
    column, row = _index(cell.left, across), _index(cell.top, down)
    return GridCell(cell, column, row, max(1, _index(cell.right, across) - column), max(1, _index(cell.bottom, down) - row))


def _index(side: float, places: list[float]) -> int:
    return min(range(len(places)), key=lambda place: abs(places[place] - side))
