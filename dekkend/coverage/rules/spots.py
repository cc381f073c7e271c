"""Where do children have no school near that has a kind of support, most children first, and what is the nearest?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from dekkend.coverage.rules.figures import children_of
from dekkend.coverage.words.coverage import BARE, COVERED, NOWHERE, Coverage
from dekkend.coverage.words.figures import Near, WhiteSpot
from dekkend.register.words import SiteOnMap

SAME = 1e-6  # kilometres: within a millimetre it is the same distance


def white_spots(coverage: Coverage, code: str = "") -> tuple[WhiteSpot, ...]:
    """Every area that is not covered, for one kind or for all: first those that surely are not, then those where a school did not say.

    Within each the most children first. Areas where no children live are left out; where they are few or not known they are not.
    """
    found = [spot for spot in _spots(coverage, code) if spot.children != 0]
    return tuple(sorted(found, key=_order))


def _order(spot: WhiteSpot) -> tuple[bool, float, str, str]:
    return not spot.sure, -(spot.children or 0.5), spot.area.postcode, spot.kind.label


def _spots(coverage: Coverage, code: str) -> Iterator[WhiteSpot]:
    """All at once out of the arrays: a number at a time would cost more than everything else."""
    counts, sites = coverage.counts, coverage.sites
    rows, columns = np.nonzero(counts.standing != COVERED)
    children = [children_of(coverage, at) for at in range(len(coverage.areas))]
    sure = (counts.standing[rows, columns] == BARE).tolist()
    nearest, way = counts.nearest[rows, columns].tolist(), counts.way[rows, columns].tolist()
    silent, silent_way = counts.nearest_open[rows, columns].tolist(), counts.way_open[rows, columns].tolist()
    for number, (at, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        kind = coverage.kinds[column]
        if not code or kind.code == code:
            near = _near(sites, nearest[number], way[number], kind.radius_km)
            near_open = _near(sites, silent[number], silent_way[number], kind.radius_km)
            yield WhiteSpot(coverage.areas[at], kind, children[at], sure[number], near, near_open)


def _near(sites: Sequence[SiteOnMap], row: int, metres: float, radius_km: float) -> Near | None:
    return None if row == NOWHERE else Near(sites[row], kilometres_of(metres, radius_km))


def kilometres_of(metres: float, radius_km: float) -> float:
    """Rounded to a tenth here and nowhere else: a screen, a CSV, a workbook and a report would each do it in their own way.

    Never across the distance that counts: what lies just beyond 5 km is 5.1, or a screen would say "not near, 5.0 km".
    """
    km, shown = metres / 1000, round(metres / 1000, 1)
    if km > radius_km + SAME >= shown:
        return math.ceil(km * 10) / 10
    return math.floor(radius_km * 10) / 10 if km <= radius_km + SAME < shown else shown
