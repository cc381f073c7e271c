"""How does a test get offers behind the signs of a made-up region, and a kept scenario?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
from django.utils import timezone

from dekkend.coverage.words import Coverage
from dekkend.coverage.words.coverage import YES, Marks
from dekkend.organisations.models import Partnership
from dekkend.planning.models import Scenario
from dekkend.planning.rules.changing import imagined


def a_scenario(region: Partnership, name: str = "Krimp", changes: list[dict[str, object]] | None = None) -> Scenario:
    """A kept scenario with these changes, as they are stored."""
    now = timezone.now()
    return Scenario.anywhere.create(partnership=region, name=name, changes=changes or [], made_at=now, changed_at=now)


def with_offers(coverage: Coverage, hours: Decimal | None = None) -> Coverage:
    """The same coverage; behind every yes stands an offer with these hours."""
    behind = {
        (row, column): (imagined(coverage.sites[row].site_id, coverage.kinds[column], hours),)
        for row, column in np.argwhere(coverage.marks.signs == YES).tolist()
    }
    return replace(coverage, marks=Marks(coverage.marks.signs, behind))
