"""Which share of the children has a school within reach: in the region, a municipality, an area, and near the schools of a board?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dekkend.coverage.words.coverage import COVERED, POSSIBLE, Coverage, Flags
from dekkend.coverage.words.figures import Figure


@dataclass(frozen=True, slots=True)
class Row:
    """One place or board with a figure for each kind, in the order of `coverage.kinds`. `children` None: one to four, or not known.

    `code` names it in an address: a postcode, a name of a municipality, the key of a board.
    """

    code: str
    name: str
    children: int | None
    figures: tuple[Figure, ...]


def of_region(coverage: Coverage) -> tuple[Figure, ...]:
    """One figure for each kind."""
    return over(coverage, np.ones(len(coverage.areas), dtype=bool))


def over(coverage: Coverage, members: Flags) -> tuple[Figure, ...]:
    """The figures of the areas that are marked, one for each kind."""
    weight = np.where(members, coverage.ground.children, 0)
    covered = weight @ (coverage.counts.standing == COVERED)
    possible = weight @ (coverage.counts.standing == POSSIBLE)
    total = int(weight.sum())
    return tuple(Figure(total, int(yes), int(may)) for yes, may in zip(covered, possible, strict=True))


def together(figures: tuple[Figure, ...]) -> Figure:
    """All kinds as one: children times kinds. "85% of all support is near home." No children: an empty figure."""
    return Figure(sum(each.children for each in figures), sum(each.covered for each in figures), sum(each.possible for each in figures))


def by_area(coverage: Coverage) -> tuple[Row, ...]:
    """One row for each area in the order of the postcodes. A figure of a small area has no children: they count at another."""
    rows = []
    for at, area in enumerate(coverage.areas):
        weight, standing = int(coverage.ground.children[at]), coverage.counts.standing[at]
        shown = 0 if coverage.ground.small[at] else weight
        figures = tuple(Figure(shown, shown * (state == COVERED), shown * (state == POSSIBLE)) for state in standing.tolist())
        rows.append(Row(area.postcode, area.name, children_of(coverage, at), figures))
    return tuple(rows)


def children_of(coverage: Coverage, at: int) -> int | None:
    """The children of one area as they may be shown; None for one to four, and when nobody knows."""
    hidden = coverage.ground.small[at] or coverage.ground.blank[at]
    return None if hidden else int(coverage.ground.children[at])


def by_municipality(coverage: Coverage) -> tuple[Row, ...]:
    """One row for each municipality, by name; areas of which nobody knows it stand under ""."""
    names = np.array([area.municipality for area in coverage.areas], dtype=object)
    rows = []
    for name in sorted(set(names.tolist())):
        figures = over(coverage, names == name)
        rows.append(Row(name, name, figures[0].children if figures else 0, figures))
    return tuple(rows)


def near_some(coverage: Coverage, near: Flags, yes: Flags, may: Flags) -> tuple[Figure, ...]:
    """Of the children who live near some of the sites, how many find it at one of those. Each is areas by kinds: within reach of any of
    these sites, of one that has it, of one that did not say."""
    weight = coverage.ground.children
    totals, covered, possible = weight @ near, weight @ yes, weight @ (may & ~yes)
    return tuple(Figure(int(a), int(b), int(c)) for a, b, c in zip(totals, covered, possible, strict=True))


def boards_in(coverage: Coverage) -> dict[tuple[str, str], list[int]]:
    """The rows of the sites of each board in the region, by code and name, in the order of the names."""
    found: dict[tuple[str, str], list[int]] = {}
    for row, site in enumerate(coverage.sites[: coverage.ground.inside]):
        if site.board:
            found.setdefault((str(site.board_id or site.board), site.board), []).append(row)
    return dict(sorted(found.items(), key=lambda each: each[0][1].casefold()))


def area_at(coverage: Coverage, postcode: str) -> int | None:
    """The row of the area with this postcode."""
    return next((at for at, area in enumerate(coverage.areas) if area.postcode == postcode), None)
