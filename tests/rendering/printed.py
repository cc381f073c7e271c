"""Which printed lines does a table give when its columns have a width in characters?"""

from __future__ import annotations

from dataclasses import dataclass

from tests.rendering.parts import Cell


@dataclass(frozen=True, slots=True)
class Piece:
    """One printed line of a cell. `row` counts lines from the top of the table row; `broken` says that a word goes on in the next line."""

    text: str
    row: int
    broken: bool = False


def wrap(text: str, width: int) -> list[tuple[str, bool]]:
    """The lines of a text; a word that is longer than the column is broken without a hyphen, as office programs do in narrow cells."""
    lines: list[tuple[str, bool]] = []
    line = ""
    for word in text.split(" "):
        whole = f"{line} {word}" if line else word
        if len(whole) <= width:
            line = whole
            continue
        if line:
            lines.append((line, False))
        while len(word) > width:
            lines.append((word[:width], True))
            word = word[width:]
        line = word
    return [*lines, (line, False)]


def cell_pieces(cell: Cell, width: int) -> list[Piece]:
    """The printed lines of a cell; an empty cell is one empty line."""
    lines: list[tuple[str, bool]] = []
    for place, paragraph in enumerate(cell.paragraphs):
        lines.extend(wrap(("" if place else _box(cell)) + paragraph.printed, max(width, 4)))
    if not lines:
        lines = [(_box(cell).strip(), False)]
    return [Piece(text, row, broken) for row, (text, broken) in enumerate(lines)]


def _box(cell: Cell) -> str:
    return "" if cell.box is None else "☒ " if cell.box else "☐ "


def cell_widths(row: tuple[Cell, ...], widths: tuple[float, ...], total: int) -> list[int]:
    """The width of each cell of a row in characters. A row that is shorter than the table begins in its second column (see `Cell.rows`)."""
    column = 1 if sum(cell.span for cell in row) < len(widths) else 0
    sizes = []
    for cell in row:
        share = sum(widths[column : column + cell.span]) / sum(widths)
        sizes.append(int(share * total))
        column += cell.span
    return sizes
