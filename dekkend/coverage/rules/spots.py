"""Where do children have no school near that has a kind of support, most children first, and what is the nearest?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dekkend.coverage.rules.figures import children_of
from dekkend.coverage.words.coverage import BARE, COVERED, NOWHERE, Coverage
from dekkend.coverage.words.figures import Near, WhiteSpot


def white_spots(coverage: Coverage, code: str = "") -> tuple[WhiteSpot, ...]:
    """Every area that is not covered, for one kind or for all: first those that surely are not, then those where a school did not say.

    Within each the most children first. Areas where no children live are left out; where they are few or not known they are not.
    """
    found = [spot for spot in _spots(coverage, code) if spot.children != 0]
    return tuple(sorted(found, key=_order))


def _order(spot: WhiteSpot) -> tuple[bool, float, str, str]:
    return not spot.sure, -(spot.children or 0.5), spot.area.postcode, spot.kind.label


def _spots(coverage: Coverage, code: str) -> Iterator[WhiteSpot]:
    counts = coverage.counts
    for at, column in np.argwhere(counts.standing != COVERED).tolist():
        kind = coverage.kinds[column]
        if code and kind.code != code:
            continue
        yield WhiteSpot(
            coverage.areas[at],
            kind,
            children_of(coverage, at),
            sure=int(counts.standing[at, column]) == BARE,
            nearest=_near(coverage, int(counts.nearest[at, column]), float(counts.way[at, column])),
            nearest_open=_near(coverage, int(counts.nearest_open[at, column]), float(counts.way_open[at, column])),
        )


def _near(coverage: Coverage, row: int, metres: float) -> Near | None:
    return None if row == NOWHERE else Near(coverage.sites[row], metres / 1000)
