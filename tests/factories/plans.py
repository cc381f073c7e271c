"""How does a test get a region in which a plan can be made, and a plan of it?"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from dekkend.organisations.models import Partnership, Site
from dekkend.planning.models import Plan
from dekkend.planning.queries.working_out import work_out
from dekkend.planning.rules.asking import as_data
from dekkend.planning.rules.told import as_data as advice_as_data
from dekkend.planning.words.asking import Asked, Way
from tests.factories.coverage import NT2
from tests.factories.ground import put_area, put_site
from tests.factories.organisations import a_board, a_site

ASKED = Asked((NT2,), Way.OFFERS, 1)


def a_gap(site: Site) -> Site:
    """A school without a profile eleven kilometres away, with 60 children near it and 40 a little further; the other has its own."""
    other = a_site(site.partnership, a_board("Stichting De Golfslag"), name="De Oude Haven")
    put_site(site, 100_000, 400_000)
    put_site(other, 111_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 111_000, 400_000, 60)
    put_area(site.partnership, "9997", 112_000, 400_000, 40)
    put_area(site.partnership, "9996", 130_000, 400_000, 30)
    return other


def a_plan(region: Partnership, asked: Asked = ASKED, *, made: bool = True, **fields: Any) -> Plan:
    """One that was asked today; with its answer, when the region has schools and children."""
    now = timezone.now()
    given = {"partnership": region, "asked": as_data(asked), "asked_at": now, "day": timezone.localdate(now)} | fields
    if made:
        advice = work_out(region, asked, today=given["day"])
        given |= {"answer": advice_as_data(advice), "basis": advice.key, "finished_at": now}
    return Plan.anywhere.create(**given)
