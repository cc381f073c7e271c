"""Where does everything on the map of a region stand, so that a page, a document and a screen reader get the same map?

Grid metres become points in a box of `WIDE` units, y downwards. Areas carry an ink from 1 (nothing covered: white) to 5 (all covered);
what could still become more is hatched, so that colour is never alone. Nothing here knows a colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dekkend.register.words import Area, Geography, Point, Ring, SiteOnMap

WIDE = 560.0  # units of the box
EDGE = 12.0  # units around the region
FOOT = 34.0  # units below it, for the scale
TALLEST = 620.0
WITHOUT_OUTLINE = 450.0  # metres: how far a place reaches on the map of which nobody knows the border
SCALES = (500, 1000, 2000, 5000, 10000, 20000)  # metres a scale bar can stand for
LONGEST_SCALE = 0.25  # of the width
INKS = 5


@dataclass(frozen=True, slots=True)
class Shade:
    """How one place is drawn: `ink` 1 to 5, None when there is nothing to say; `says` is what its title and its row say."""

    ink: int | None
    maybe: bool
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A point with what it stands for; `late`: drawn to be seen."""

    x: float
    y: float
    says: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """A place on the map. `path` is for the `d` of an SVG path; `x`, `y` is where people live."""

    postcode: str
    name: str
    path: str
    x: float
    y: float
    shade: Shade


@dataclass(frozen=True, slots=True)
class Name:
    """A name written on the map, in the middle of what it names."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A bar with a length: from `x` to `to`, at height `y`."""

    x: float
    to: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class LegendKey:
    """One line of the legend; `ink` None with `maybe` is the hatching."""

    ink: int | None
    label: str
    maybe: bool = False


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A whole map with its title, what it shows in words, and its legend."""

    title: str
    says: str
    wide: float
    high: float
    areas: tuple[DrawnArea, ...]
    borders: tuple[str, ...]
    names: tuple[Name, ...]
    sites: tuple[Mark, ...]
    scale: Scale | None
    legend: tuple[LegendKey, ...]

    @property
    def view_box(self) -> str:
        return f"0 0 {self.wide:.0f} {self.high:.0f}"

    @property
    def any_late(self) -> bool:
        return any(mark.late for mark in self.sites)


@dataclass(frozen=True, slots=True)
class Frame:
    """How metres become units."""

    left: float
    top: float
    factor: float
    wide: float
    high: float

    def at(self, point: Point) -> tuple[float, float]:
        return round((point[0] - self.left) * self.factor + EDGE, 1), round((self.top - point[1]) * self.factor + EDGE, 1)


def draw_map(
    geography: Geography,
    shades: Mapping[str, Shade],
    *,
    title: str,
    says: str,
    legend: Iterable[LegendKey],
    late: frozenset[str] = frozenset(),
) -> MapDrawing:
    """The map of a region. `shades` by postcode; a place without one is drawn as unknown. `late` are the brin6 of marked schools.

    A region without places gives a map without areas: the table beside it says why.
    """
    frame = frame_of(geography)
    areas = tuple(_area(area, shades.get(area.postcode, Shade(None, maybe=False, says=named(area))), frame) for area in geography.areas)
    marks = tuple(_mark(site, frame, late) for site in geography.sites if site.point)
    return MapDrawing(
        title,
        says,
        frame.wide,
        frame.high,
        areas,
        tuple(path_of(rings, frame) for _, rings in geography.borders),
        tuple(_name(name, rings, frame) for name, rings in geography.borders if rings),
        tuple(sorted(marks, key=lambda mark: mark.late)),
        scale_of(frame) if geography.areas else None,
        tuple(legend),
    )


def named(area: Area) -> str:
    """ "4965 Waterlinie"."""
    return f"{area.postcode} {area.name}".strip()


def ink_of(share: float | None) -> int | None:
    """How much ink for a share of 0 to 1: none of it is white, all of it is full, what lies between in three steps."""
    if share is None:
        return None
    if share <= 0:
        return 1
    if share >= 1:
        return INKS
    return 2 + min(2, int(share * 3))


def frame_of(geography: Geography) -> Frame:
    points = list(_points(geography))
    if not points:
        return Frame(0, 0, 1, WIDE, WIDE / 2)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    factor = min((WIDE - 2 * EDGE) / max(right - left, 1), (TALLEST - EDGE - FOOT) / max(top - bottom, 1))
    return Frame(left, top, factor, (right - left) * factor + 2 * EDGE, (top - bottom) * factor + EDGE + FOOT)


def path_of(rings: Sequence[Ring], frame: Frame) -> str:
    """Outlines as the `d` of a path. Points that fall together are left out: no one sees them, and they make a page heavy."""
    pieces = []
    for ring in rings:
        points = _thinned([frame.at(point) for point in ring])
        if len(points) > 2:
            pieces.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(pieces)


def scale_of(frame: Frame) -> Scale:
    """The longest round length that fits in a quarter of the width."""
    fitting = [length for length in SCALES if length * frame.factor <= frame.wide * LONGEST_SCALE]
    length = fitting[-1] if fitting else SCALES[0]
    to = round(frame.wide - EDGE, 1)
    label = f"{length // 1000} km" if length >= 1000 else f"{length} m"
    return Scale(round(to - length * frame.factor, 1), to, round(frame.high - 8, 1), label)


def _points(geography: Geography) -> Iterable[Point]:
    for area in geography.areas:
        yield from outlines_of(area)[0] if not area.outlines else (point for ring in area.outlines for point in ring)
    for _, rings in geography.borders:
        yield from (point for ring in rings for point in ring)


def outlines_of(area: Area) -> tuple[Ring, ...]:
    """The border of a place; an eight-sided ground around its middle when nobody knows it."""
    if area.outlines:
        return area.outlines
    (x, y), far = area.point, WITHOUT_OUTLINE
    near = far * 0.414
    corners = ((near, far), (far, near), (far, -near), (near, -far), (-near, -far), (-far, -near), (-far, near), (-near, far))
    return (tuple((x + dx, y + dy) for dx, dy in corners),)


def _thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    kept: list[tuple[float, float]] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 0.6:
            kept.append(point)
    return kept


def _area(area: Area, shade: Shade, frame: Frame) -> DrawnArea:
    x, y = frame.at(area.point)
    return DrawnArea(area.postcode, named(area), path_of(outlines_of(area), frame), x, y, shade)


def _mark(site: SiteOnMap, frame: Frame, late: frozenset[str]) -> Mark:
    x, y = frame.at(site.point or (0.0, 0.0))
    return Mark(x, y, site.name, site.brin6 in late)


def _name(text: str, rings: Sequence[Ring], frame: Frame) -> Name:
    """In the middle of the largest part, and never so near the edge that it is cut."""
    ring = max(rings, key=len)
    points = [frame.at(point) for point in ring]
    x = (min(x for x, _ in points) + max(x for x, _ in points)) / 2
    y = (min(y for _, y in points) + max(y for _, y in points)) / 2
    half = 4.8 * len(text)
    return Name(text, round(min(max(x, half), max(frame.wide - half, half)), 1), round(y, 1))
