"""How does a test get offers behind the signs of a made-up region, and a kept scenario?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np

from dekkend.coverage.words import Coverage
from dekkend.coverage.words.coverage import YES, Marks
from dekkend.planning.rules.changing import imagined


def with_offers(coverage: Coverage, hours: Decimal | None = None) -> Coverage:
    """The same coverage; behind every yes stands an offer with these hours."""
    behind = {
        (row, column): (imagined(coverage.sites[row].site_id, coverage.kinds[column], hours),)
        for row, column in np.argwhere(coverage.marks.signs == YES).tolist()
    }
    return replace(coverage, marks=Marks(coverage.marks.signs, behind))
