"""Which map lies beside the list: the land, where one looks from, how far, and the schools under the numbers of the list?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dekkend.finder.rules.places import key_of
from dekkend.finder.rules.searching import HAS_NOT
from dekkend.finder.words.results import DETOUR, Card, Ground, Hits, Index, Spot
from dekkend.register.words import Point

WIDE, HIGH = 256.0, 272.0  # units of the box
EDGE = 14.0
CLOSEST, FURTHEST = 600.0, 60_000.0  # metres from the middle to the edge
MOST_AREAS, MOST_DOTS, MOST_NAMES = 70, 60, 14
SCALES = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000)  # metres
LONGEST_SCALE = 70.0  # units
ROOM_FOR_NAME = 26.0  # units between two names
PIN = 12.0  # units; two pins closer than this cover each other's numbers
SIGN = 5.2  # units that one letter is wide, on the smallest screen
BESIDE = 10.0  # units between where one looks from and what that is called


@dataclass(frozen=True, slots=True)
class Pin:
    """A school with the number of the list. `mark` is "unknown" where it is not known, "paused" where it is not there now, else "".

    `under` is the number of the pin that covers it, 0 for none; `sign` are the numbers that stand above this one, "" for its own alone.
    """

    number: int
    x: float
    y: float
    mark: str
    name: str
    under: int = 0
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on the map, in units of the box. `radius` is that of the reach, 0 without one; `paths` are the outlines of areas."""

    paths: tuple[str, ...]
    names: tuple[tuple[str, float, float], ...]
    pins: tuple[Pin, ...]
    dots: tuple[tuple[float, float], ...]
    home: tuple[float, float]
    radius: float
    scale: float
    scale_metres: int
    view: str = f"0 0 {WIDE:.0f} {HIGH:.0f}"

    @property
    def scale_km(self) -> int:
        return self.scale_metres // 1000


@dataclass(frozen=True, slots=True)
class Frame:
    """How grid metres become units of the box, y downwards."""

    middle: Point
    unit: float  # metres

    def at(self, x: float, y: float) -> tuple[float, float]:
        return round(WIDE / 2 + (x - self.middle[0]) / self.unit, 1), round(HIGH / 2 - (y - self.middle[1]) / self.unit, 1)

    def shows(self, x: float, y: float) -> bool:
        column, row = self.at(x, y)
        return EDGE / 2 <= column <= WIDE - EDGE / 2 and EDGE / 2 <= row <= HIGH - EDGE / 2


def drawing(
    index: Index, hits: Hits, spot: Spot, reach: int | None, cards: Sequence[Card], shown: Sequence[int], *, detour: float = DETOUR
) -> Drawing:
    """`shown` are the places in the index of `cards`."""
    around = reach * 1000 / detour if reach else furthest(index, spot, shown)
    frame = Frame(spot.point, max(around, CLOSEST) / (min(WIDE, HIGH) / 2 - EDGE))
    near = nearby(index.ground, frame)
    scale = max((metres for metres in SCALES if metres / frame.unit <= LONGEST_SCALE), default=SCALES[0])
    return Drawing(
        paths=tuple(paths_of(index.ground, near, frame)),
        names=tuple(names_of(index.ground, near, frame, spot)),
        pins=tuple(pins_of(index, cards, shown, frame)),
        dots=tuple(dots_of(index, hits, frame)),
        home=frame.at(*spot.point),
        radius=round(around / frame.unit, 1) if reach else 0,
        scale=round(scale / frame.unit, 1),
        scale_metres=scale,
    )


def furthest(index: Index, spot: Spot, shown: Sequence[int]) -> float:
    """So that every school of this page stands on the map, in metres."""
    found = [float(np.hypot(index.x[at] - spot.point[0], index.y[at] - spot.point[1])) for at in shown if not np.isnan(index.x[at])]
    return min(max(found, default=CLOSEST), FURTHEST)


def nearby(ground: Ground, frame: Frame) -> list[int]:
    """The areas with an outline around the middle, the nearest first and no more than can be read."""
    x, y = frame.middle
    away = np.maximum(np.abs(ground.x - x), np.abs(ground.y - y))
    near = np.flatnonzero(away < frame.unit * WIDE)
    return near[np.argsort(away[near], kind="stable")][:MOST_AREAS].tolist()


def paths_of(ground: Ground, near: Sequence[int], frame: Frame) -> Iterable[str]:
    """Whole units, without points that fall together, and only outlines that reach into the box. All points are moved at once."""
    rings = [ring for at in near for ring in ground.rings[at]]
    if not rings:
        return
    points = np.concatenate(rings)
    columns = np.rint(WIDE / 2 + (points[:, 0] - frame.middle[0]) / frame.unit).astype(int)
    rows = np.rint(HIGH / 2 - (points[:, 1] - frame.middle[1]) / frame.unit).astype(int)
    moved = np.ones(len(points), dtype=bool)
    moved[1:] = (np.diff(columns) != 0) | (np.diff(rows) != 0)
    inside = (columns >= 0) & (columns <= WIDE) & (rows >= 0) & (rows <= HIGH)
    ends = np.cumsum([len(ring) for ring in rings]).tolist()
    x, y, keep, shows = columns.tolist(), rows.tolist(), moved.tolist(), inside.tolist()
    for start, end in zip([0, *ends], ends, strict=False):
        if any(shows[start:end]):
            spots = [f"{x[at]},{y[at]}" for at in range(start, end) if keep[at] or at == start]
            if len(spots) > 2:
                yield f"M{' '.join(spots)}z"


def names_of(ground: Ground, near: Sequence[int], frame: Frame, spot: Spot) -> Iterable[tuple[str, float, float]]:
    """Each place once, in the middle of its areas, where no other name stands yet. What was asked for stands beside its own sign."""
    of_place: dict[str, list[Point]] = {}
    for at in near:
        of_place.setdefault(ground.names[at], []).append((float(ground.x[at]), float(ground.y[at])))
    column, home = frame.at(*spot.point)
    label = (column + BESIDE, column + BESIDE + SIGN * len(spot.label))
    taken: list[tuple[float, float]] = []
    for name, points in of_place.items():
        if key_of(name) == key_of(spot.label):
            continue
        x = sum(point[0] for point in points) / len(points)
        y = sum(point[1] for point in points) / len(points)
        column, row = frame.at(x, y)
        half = SIGN * len(name) / 2
        beside = abs(row - home) > ROOM_FOR_NAME / 2 or column + half < label[0] or column - half > label[1]
        free = beside and all(abs(column - other) > 2 * ROOM_FOR_NAME or abs(row - height) > ROOM_FOR_NAME / 2 for other, height in taken)
        if name and free and frame.shows(x, y) and len(taken) < MOST_NAMES:
            taken.append((column, row))
            yield name, column, row


def pins_of(index: Index, cards: Sequence[Card], shown: Sequence[int], frame: Frame) -> Iterable[Pin]:
    """Each in its own place; where another covers it, the numbers of all of them stand together above the first."""
    placed: list[Pin] = []
    for card, at in zip(cards, shown, strict=True):
        x, y = float(index.x[at]), float(index.y[at])
        if x == x and frame.shows(x, y):
            column, row = frame.at(x, y)
            first = next((pin for pin in placed if not pin.under and near_pin(pin, column, row)), None)
            placed.append(Pin(card.number, column, row, card.mark, card.name, under=first.number if first else 0))
    for pin in placed:
        beneath = [str(other.number) for other in placed if other.under == pin.number]
        yield replace(pin, sign=", ".join([str(pin.number), *beneath]) if beneath else "")


def near_pin(pin: Pin, column: float, row: float) -> bool:
    return abs(pin.x - column) < PIN and abs(pin.y - row) < PIN


def dots_of(index: Index, hits: Hits, frame: Frame) -> Iterable[tuple[float, float]]:
    """Schools that do not have it."""
    if not hits.signs.shape[1]:
        return
    has_not = [at for at in hits.order.tolist() if hits.outcomes[at] == HAS_NOT]
    for at in has_not[:MOST_DOTS]:
        x, y = float(index.x[at]), float(index.y[at])
        if x == x and frame.shows(x, y):
            yield frame.at(x, y)
