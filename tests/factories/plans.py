"""How does a test get a region in which a plan can be made, and a plan of it?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from dekkend.coverage.words.figures import Figure
from dekkend.organisations.models import Partnership, Site
from dekkend.planning.models import Plan
from dekkend.planning.queries.working_out import work_out
from dekkend.planning.rules.asking import as_data
from dekkend.planning.rules.told import as_data as advice_as_data
from dekkend.planning.words.advice import Advice, Choice, KindStand, Proof, Stand
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


STAND = Stand(Figure(200, 100, 0), spots=1, maybe=0, alone=100)
BETTER = Stand(Figure(200, 180, 0), spots=0, maybe=0, alone=180)
ADVICE = Advice(
    asked=ASKED,
    region="PO9999",
    name="SWV Zilverkust",
    day=date(2026, 10, 5),
    school_year="",
    key="another",
    proof=Proof(80, 1, 80, proven=True, seconds=0.1, steps=0),
    choices=(Choice("99ZY00", "De Oude Haven", "De Golfslag", NT2, "no", 80, 80, 80, 0, certain=False, places=("9998",)),),
    next=None,
    before=STAND,
    after=BETTER,
    kinds=(
        KindStand(
            NT2, "Nederlands als tweede taal (NT2)", 2.0, rough=False, before=STAND, after=BETTER, before_by_place="20", after_by_place="22"
        ),
    ),
    postcodes=("9999", "9998"),
    offers=3,
)


def a_finished_plan(region: Partnership) -> Plan:
    """One with an answer, also where there is no register."""
    return a_plan(region, made=False, answer=advice_as_data(ADVICE), basis=ADVICE.key, finished_at=timezone.now())
