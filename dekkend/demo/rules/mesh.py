"""How is a coast cut into pieces that fit together? A grid of 8 by 10 whose corners are shaken and drawn towards the towns.

Two neighbours share their edge point for point, so the pieces leave no gap and do not overlap.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from dekkend.demo.rules.chance import chance_for
from dekkend.demo.words.region import Cell, Place, Point

COLUMNS, ROWS = 8, 10
STEP = 3000.0  # metres between two corners before they are shaken
ORIGIN = (14_000.0, 540_000.0)  # south-west corner, in what is sea on a real map
SHAKE = 0.2  # of a step
BENDS = 3  # points that bend an edge between two corners
PULL = 0.6  # how much nearer corners come to the middle of a town

Corner = tuple[int, int]


def on_map(column: float, row: float) -> Point:
    """The point of a column and row of the grid before anything was shaken."""
    return ORIGIN[0] + column * STEP, ORIGIN[1] + row * STEP


class Mesh:
    """All corners and edges of one seed. An edge is drawn once and used by the cells on both sides."""

    def __init__(self, seed: int, towns: Sequence[Place]) -> None:
        self._seed, self._towns = seed, towns

    def corner(self, corner: Corner) -> Point:
        column, row = corner
        chance = chance_for(self._seed, "corner", column, row)
        x, y = on_map(column, row)
        x += chance.uniform(-SHAKE, SHAKE) * STEP + (self._bay(row) if column == 0 else 0.0)
        y += chance.uniform(-SHAKE, SHAKE) * STEP
        return self._drawn(x, y)

    def edge(self, start: Corner, end: Corner) -> list[Point]:
        """From start to just before end, bent in the same way whichever side asks."""
        if start > end:
            return [self.corner(start), *reversed(self.edge(end, start)[1:])]
        (x0, y0), (x1, y1) = self.corner(start), self.corner(end)
        chance = chance_for(self._seed, "edge", start, end)
        points = [(x0, y0)]
        for bend in range(1, BENDS + 1):
            part, aside = bend / (BENDS + 1), chance.uniform(-0.05, 0.05)
            points.append((x0 + (x1 - x0) * part - (y1 - y0) * aside, y0 + (y1 - y0) * part + (x1 - x0) * aside))
        return points

    def cell(self, column: int, row: int) -> Cell:
        corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        outline = [point for start, end in zip(corners, corners[1:] + corners[:1], strict=True) for point in self.edge(start, end)]
        return Cell(column, row, tuple(rounded(point) for point in outline), rounded(middle(outline)))

    def line(self, corners: Sequence[Corner]) -> tuple[Point, ...]:
        points = [point for start, end in pairwise(corners) for point in self.edge(start, end)]
        return tuple(rounded(point) for point in [*points, self.corner(corners[-1])])

    def _bay(self, row: int) -> float:
        """How far the coast lies inland at this row: a wide bay in the south, a cape in the north."""
        return 900.0 * math.sin(row * 0.75 + 0.4)

    def _drawn(self, x: float, y: float) -> Point:
        for town in self._towns:
            near = PULL * math.exp(-(math.dist((x, y), town.centre) ** 2) / (2 * town.reach**2))
            x, y = x + (town.centre[0] - x) * near, y + (town.centre[1] - y) * near
        return x, y


def middle(outline: Sequence[Point]) -> Point:
    """The centre of mass of a shape without crossings."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return x / (3 * area), y / (3 * area)


def size(outline: Sequence[Point]) -> float:
    """The surface in square metres; negative when the outline runs clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True)) / 2


def rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)
