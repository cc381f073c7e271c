"""How does a test get offers behind the signs of a made-up region, and a kept scenario?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
from django.utils import timezone

from dekkend.coverage.words import Coverage
from dekkend.coverage.words.coverage import YES, Marks
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Partnership, Site
from dekkend.planning.models import Scenario
from dekkend.planning.rules.changing import imagined
from tests.factories.ground import put_area, put_site
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_board, a_site


def a_scenario(region: Partnership, name: str = "Krimp", changes: list[dict[str, object]] | None = None) -> Scenario:
    """A kept scenario with these changes, as they are stored."""
    now = timezone.now()
    return Scenario.anywhere.create(partnership=region, name=name, changes=changes or [], made_at=now, changed_at=now)


def a_village(site: Site) -> Site:
    """De Vuursprot has NT2, 100 children at its door; ten kilometres further De Kokkel without a profile, and 60 children."""
    a_public_offer(site)
    take_up()
    other = a_site(site.partnership, a_board("Stichting Kust"), name="De Kokkel")
    put_site(site, 100_000, 400_000)
    put_site(other, 110_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    return site


def with_offers(coverage: Coverage, hours: Decimal | None = None) -> Coverage:
    """The same coverage; behind every yes stands an offer with these hours."""
    behind = {
        (row, column): (imagined(coverage.sites[row].site_id, coverage.kinds[column], hours),)
        for row, column in np.argwhere(coverage.marks.signs == YES).tolist()
    }
    return replace(coverage, marks=Marks(coverage.marks.signs, behind))
