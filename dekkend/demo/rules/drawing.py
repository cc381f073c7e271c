"""How is the region drawn? As shapes in small units of 100 metres, north at the top, ready for an SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.demo.words.region import Point, Region

UNIT = 100.0  # metres
ROOM = 20.0  # units of sea and of land beyond the border
SEA = 32.0  # units of sea at the left


@dataclass(frozen=True, slots=True)
class Shape:
    """`points` as an SVG polygon or polyline wants them; `kind` and `title` as people call it."""

    points: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on the map.

    `box` is the SVG's viewBox, `land` the outline of all land in it; `scale` is a line of 5 km: its left, its right, its height.
    """

    box: str
    land: str
    areas: tuple[Shape, ...]
    river: str
    places: tuple[Dot, ...]
    schools: dict[str, Dot]
    scale: tuple[float, float, float]


def draw(region: Region) -> Drawing:
    points = [point for area in region.areas for point in area.outline]
    west, north = min(x for x, _ in points), max(y for _, y in points)
    width = (max(x for x, _ in points) - west) / UNIT + SEA + ROOM
    height = (north - min(y for _, y in points)) / UNIT + 2 * ROOM

    def place(point: Point) -> Point:
        return round((point[0] - west) / UNIT + SEA, 1), round((north - point[1]) / UNIT + ROOM, 1)

    def path(line: Sequence[Point]) -> str:
        return " ".join(f"{x},{y}" for x, y in map(place, line))

    coast = [place(point) for point in region.ground.coast]
    # The land goes on beyond the region, to the edges of the picture.
    edges = [(coast[-1][0], 0.0), (width, 0.0), (width, height), (coast[0][0], height)]
    return Drawing(
        box=f"0 0 {width:.0f} {height:.0f}",
        land=" ".join(f"{x:.1f},{y:.1f}" for x, y in [*coast, *edges]),
        areas=tuple(Shape(path(area.outline), area.kind, f"{area.postcode} {area.place}") for area in region.areas),
        river=path(region.ground.river),
        places=tuple(Dot(*place(town.centre), town.name) for town in region.ground.places),
        schools={school.name: Dot(*place(school.point), school.name) for school in region.schools},
        scale=(12.0, 12.0 + 5000 / UNIT, round(height - 14, 1)),
    )
