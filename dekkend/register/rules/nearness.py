"""Which points lie within a distance of any of many others? Squares of that distance wide, so that few distances are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dekkend.register.words.geography import Point

AROUND = 10_000.0  # metres: how far outside a region its neighbours are of interest


class Neighbourhood:
    """The land within `reach` metres of these points: `point in neighbourhood`."""

    def __init__(self, points: Iterable[Point], reach: float = AROUND) -> None:
        self._reach = reach
        self._squares: dict[tuple[int, int], list[Point]] = defaultdict(list)
        for x, y in points:
            self._squares[int(x // reach), int(y // reach)].append((x, y))

    def __contains__(self, point: Point) -> bool:
        x, y = point
        column, row, square = int(x // self._reach), int(y // self._reach), self._reach**2
        around = (self._squares.get((column + i, row + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return any((x - px) ** 2 + (y - py) ** 2 <= square for points in around for px, py in points)
