"""Where does a scenario change what is near, what was there and what is there then?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from dekkend.coverage.rules.figures import children_of
from dekkend.coverage.rules.spots import kilometres_of
from dekkend.coverage.words import COVERED, NOWHERE, Coverage, Near
from dekkend.coverage.words.coverage import YES
from dekkend.planning.rules.comparing_scenarios import touched
from dekkend.planning.words.turns import Turn

MOST_SCHOOLS = 3  # named on one side of a row; the rest is a number


@dataclass(frozen=True, slots=True)
class PlaceTurn:
    """One place and one kind that stand otherwise than today. `children` None: one to four, or not known; newcomers apart.

    `before` and `after` are the schools within reach that have it, the nearest first; `nearest` is the nearest that has it when none is
    within reach any more, None when there is none.
    """

    postcode: str
    place: str
    municipality: str
    code: str
    kind: str
    turn: Turn
    children: int | None
    newcomers: int
    before: tuple[Near, ...]
    after: tuple[Near, ...]
    nearest: Near | None

    @property
    def order(self) -> int:
        return list(Turn).index(self.turn)

    @property
    def at_most(self) -> int:
        """To sort on: the fewest last."""
        return self.children or 0


@dataclass(frozen=True, slots=True)
class PlaceTogether:
    """One place with all kinds for which the same happens there, between the same schools."""

    first: PlaceTurn
    kinds: tuple[str, ...]


def by_place(found: Iterable[PlaceTurn]) -> tuple[PlaceTogether, ...]:
    """Kinds that turn alike at one place are one row; in the order of `found`."""
    together: dict[tuple[object, ...], list[PlaceTurn]] = {}
    for each in found:
        schools = tuple(tuple(near.site.brin6 for near in side) for side in (each.before, each.after))
        together.setdefault((each.postcode, each.turn, schools), []).append(each)
    return tuple(PlaceTogether(rows[0], tuple(row.kind for row in rows)) for rows in together.values())


def turns(today: Coverage, other: Coverage, newcomers: Mapping[str, int] | None = None, code: str = "") -> tuple[PlaceTurn, ...]:
    """Every place and kind that stands otherwise, what is lost first, and within that the most children first."""
    found = []
    for at, column in np.argwhere(touched(today, other)).tolist():
        if not code or today.kinds[column].code == code:
            found.append(_turn(today, other, at, column, newcomers or {}))
    return tuple(sorted(found, key=lambda each: (each.order, -each.at_most, each.postcode, each.kind)))


def _turn(today: Coverage, other: Coverage, at: int, column: int, newcomers: Mapping[str, int]) -> PlaceTurn:
    area, kind = today.areas[at], today.kinds[column]
    row = int(other.counts.nearest[at, column])
    nearest = None if row == NOWHERE else Near(other.sites[row], kilometres_of(float(other.counts.way[at, column]), kind.radius_km))
    return PlaceTurn(
        postcode=area.postcode,
        place=area.name,
        municipality=area.municipality,
        code=kind.code,
        kind=kind.label,
        turn=turn_of(int(today.counts.standing[at, column]), int(other.counts.standing[at, column]), int(other.counts.only[at, column])),
        children=children_of(today, at),
        newcomers=newcomers.get(area.postcode, 0),
        before=having(today, at, column),
        after=having(other, at, column),
        nearest=nearest,
    )


def turn_of(before: int, after: int, only: int) -> Turn:
    if before == COVERED and after == COVERED:
        return Turn.FIRMER if only == NOWHERE else Turn.FRAGILE
    if before == COVERED:
        return Turn.LOST
    return Turn.GAINED if after == COVERED else Turn.UNSURE


def having(coverage: Coverage, at: int, column: int) -> tuple[Near, ...]:
    """The schools within reach of this place that have this kind, the nearest first."""
    if coverage.counts.standing[at, column] != COVERED:
        return ()
    rows = np.flatnonzero(coverage.marks.signs[:, column] == YES)
    way = np.hypot(*(coverage.ground.points[rows] - coverage.ground.middles[at]).T) * coverage.settings.detour
    near = np.argsort(way, kind="stable")[: int(coverage.counts.yes[at, column])]  # what has no point sorts last, and is never in reach
    radius = coverage.kinds[column].radius_km
    return tuple(Near(coverage.sites[rows[each]], kilometres_of(float(way[each]), radius)) for each in near.tolist())
