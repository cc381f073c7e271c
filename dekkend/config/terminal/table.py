"""How does a table look on a terminal or in a pipe?"""

from __future__ import annotations

from collections.abc import Sequence

GAP = "  "
NARROWEST = 8


def text_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: frozenset[int] = frozenset(), width: int | None = None
) -> str:
    """The rows under their head, those in `numbers` lined up at the right. With `width` the widest columns are cut to fit."""
    sizes = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    while width and sum(sizes) + len(GAP) * (len(sizes) - 1) > width and max(sizes) > NARROWEST:
        sizes[sizes.index(max(sizes))] -= 1
    rule = ["-" * size for size in sizes]
    return "\n".join(_line(row, sizes, numbers) for row in [head, rule, *rows]) + "\n"


def _line(row: Sequence[str], sizes: Sequence[int], numbers: frozenset[int]) -> str:
    cells = (_fit(cell, size, right=place in numbers) for place, (cell, size) in enumerate(zip(row, sizes, strict=True)))
    return GAP.join(cells).rstrip()


def _fit(cell: str, size: int, *, right: bool) -> str:
    if len(cell) > size:
        cell = cell[: size - 1] + "…"
    return cell.rjust(size) if right else cell.ljust(size)
