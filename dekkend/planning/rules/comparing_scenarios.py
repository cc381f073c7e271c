"""What is different when scenarios stand beside the region of today: in all, kind by kind, and place by place?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

import numpy as np

from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.fragility import children_on_one_site
from dekkend.coverage.rules.listed import KindRow, kind_rows
from dekkend.coverage.words import COVERED, NOWHERE, Costs, Coverage, Figure
from dekkend.coverage.words.coverage import Flags, Ints


@dataclass(frozen=True, eq=False)
class Side:
    """One column of a comparison: the region of today, or a scenario. `key` is that of the scenario, None for today.

    `costs` is empty when the region filled in no amounts; `newcomers` by postcode.
    """

    name: str
    coverage: Coverage
    key: int | None = None
    costs: tuple[Costs, ...] = ()
    newcomers: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def rows(self) -> tuple[KindRow, ...]:
        """Worked out once: every part of a comparison asks for them."""
        return kind_rows(self.coverage)


@dataclass(frozen=True, slots=True)
class Whole:
    """The figures of one side in all. `hours` are hours a week of all kinds, where schools said so; `euros` are for a school year, None
    without amounts; `unpriced` offers are not in them: nobody said for how many hours they are paid."""

    figure: Figure
    children: int
    schools: int
    spots: int
    maybe_spots: int
    alone: int
    hours: Decimal
    euros: Decimal | None
    unpriced: int = 0


@dataclass(frozen=True, slots=True)
class KindSide:
    """One kind on one side: `name` and `key` are those of the side.

    Beside today `lost` children no longer have it near and `gained` now do, newcomers not counted among them; `places` is how many stand
    in the list behind it.
    """

    name: str
    key: int | None
    row: KindRow
    lost: int = 0
    gained: int = 0
    places: int = 0


@dataclass(frozen=True, slots=True)
class KindCompared:
    """One kind on every side, that of today first. `differs`: some figure of it is another than today's."""

    code: str
    label: str
    sides: tuple[KindSide, ...]
    differs: bool

    @property
    def today(self) -> KindRow:
        return self.sides[0].row

    @property
    def differing(self) -> tuple[KindSide, ...]:
        """The sides of which more differs from today than the share and who loses or gains it."""
        return tuple(side for side in self.sides if more_of(side.row) != more_of(self.today))

    @property
    def most_lost(self) -> int:
        return max((side.lost for side in self.sides[1:]), default=0)

    @property
    def most_gained(self) -> int:
        return max((side.gained for side in self.sides[1:]), default=0)

    def low_of(self, side: int) -> float | None:
        """To sort on; None for a side that is not there."""
        return self.sides[side].row.low if side < len(self.sides) else None

    low = property(lambda self: self.low_of(0))
    low_1 = property(lambda self: self.low_of(1))
    low_2 = property(lambda self: self.low_of(2))
    low_3 = property(lambda self: self.low_of(3))


def whole(side: Side) -> Whole:
    coverage, rows = side.coverage, side.rows
    return Whole(
        figure=together(of_region(coverage)),
        children=int(coverage.ground.children.sum()),
        schools=coverage.ground.inside,
        spots=sum(row.spots for row in rows),
        maybe_spots=sum(row.maybe_spots for row in rows),
        alone=children_on_one_site(coverage),
        hours=sum((row.hours for row in rows), Decimal(0)),
        euros=sum((each.total for each in side.costs), Decimal(0)) if side.costs else None,
        unpriced=sum(each.missing for each in side.costs),
    )


def by_kind(today: Side, others: Sequence[Side]) -> tuple[KindCompared, ...]:
    """One row for each kind, in the order of the catalogue; all sides are counted with the same settings."""
    rows = [side.rows for side in (today, *others)]
    moved = [moves(today.coverage, side.coverage) for side in others]
    found = []
    for column, kind in enumerate(today.coverage.kinds):
        first = KindSide(today.name, today.key, rows[0][column])
        sides = [
            KindSide(side.name, side.key, there[column], int(lost[column]), int(gained[column]), int(places[column]))
            for side, there, (lost, gained, places) in zip(others, rows[1:], moved, strict=True)
        ]
        differs = any(side.places or figures_of(side.row) != figures_of(first.row) for side in sides)
        found.append(KindCompared(kind.code, kind.label, (first, *sides), differs))
    return tuple(found)


def more_of(row: KindRow) -> tuple[object, ...]:
    """What a screen keeps behind a fold: the share and who loses or gains it come first."""
    return row.spots, row.alone, row.yes, row.hours


def figures_of(row: KindRow) -> tuple[object, ...]:
    """What makes two sides different. Schools that did not say, or said no, are no figure about support."""
    return row.children, row.covered, row.possible, row.spots, row.maybe_spots, row.alone, row.yes, row.persons, row.hours, row.places


def moves(today: Coverage, other: Coverage) -> tuple[Ints, Ints, Ints]:
    """By kind: children who no longer have it near, children who now do, and places that are `touched`.

    Children of today only; each number is a sum of whole areas, so that none of them is ever 1 to 4.
    """
    weight = today.ground.children
    was, now = today.counts.standing == COVERED, other.counts.standing == COVERED
    return weight @ (was & ~now), weight @ (now & ~was), touched(today, other).sum(axis=0)


def touched(today: Coverage, other: Coverage) -> Flags:
    """Areas by kinds: stands otherwise than today, or hangs on one school where it did not, or no longer does."""
    stands = today.counts.standing != other.counts.standing
    alone = (today.counts.only != NOWHERE) != (other.counts.only != NOWHERE)
    return stands | (alone & (today.counts.standing == COVERED) & (other.counts.standing == COVERED))


def most_changed(today: Coverage, others: Sequence[Coverage]) -> str:
    """The code of the kind of which most changes: most children first, then most places; "" when nothing changes anywhere."""
    children = np.zeros(len(today.kinds), dtype=np.int64)
    places = np.zeros(len(today.kinds), dtype=np.int64)
    for other in others:
        lost, gained, spots = moves(today, other)
        children, places = children + lost + gained, places + spots
    order = np.lexsort((places, children))
    return today.kinds[int(order[-1])].code if len(order) and places.any() else ""
