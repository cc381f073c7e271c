"""Does a plan become a scenario that says and costs the same?"""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from dekkend.coverage.models import CostRate
from dekkend.coverage.queries import coverage_of, rates_of, settings_of
from dekkend.coverage.rules.capacity import costs
from dekkend.kernel.school_years import SchoolYear
from dekkend.planning.models import Scenario
from dekkend.planning.queries.scenarios import outcome_of
from dekkend.planning.rules.comparing_scenarios import Side, whole
from dekkend.planning.rules.scenario_data import from_data as changes_from_data
from dekkend.planning.words.asking import Asked, Way
from tests.factories.offers import NT2
from tests.factories.plans import a_plan
from tests.features.planning.test_plans import address_of

pytestmark = pytest.mark.django_db


def test_a_plan_becomes_a_scenario(adviser, placed):
    plan = a_plan(placed.partnership)
    response = adviser.post(f"{address_of(plan)}scenario/")
    scenario = Scenario.anywhere.get()
    assert response["Location"] == f"/dekking/scenarios/{scenario.pk}/"
    assert [change["code"] for change in scenario.changes] == [NT2]
    assert "Welke school kan dit het beste gaan geven" in scenario.note


def test_the_scenario_of_a_plan_costs_as_much_as_the_plan(adviser, placed):
    year, at = str(SchoolYear.of(timezone.localdate())), timezone.now()
    CostRate.anywhere.create(partnership=placed.partnership, school_year=year, code=NT2, per="hour", euros=Decimal(1000), at=at)
    plan = a_plan(placed.partnership, Asked((NT2,), Way.EUROS, 30_000, hours=((NT2, Decimal(4)),)))
    assert plan.answer["proof"]["cost"] == 400_000
    adviser.post(f"{address_of(plan)}scenario/")
    changed, today = (
        whole(Side("", coverage, costs=costs(coverage, rates_of(placed.partnership, year), SchoolYear.of(timezone.localdate()))))
        for coverage in with_and_without(placed.partnership, Scenario.anywhere.get())
    )
    assert changed.euros - today.euros == 4000


def with_and_without(region, scenario):
    today = coverage_of(region, settings_of(region), today=timezone.localdate())
    return outcome_of(today, changes_from_data(scenario.changes)).coverage, today


def test_a_plan_at_another_distance_says_that_its_scenario_counts_otherwise(adviser, placed):
    plan = a_plan(placed.partnership, Asked((NT2,), Way.OFFERS, 1, radius_km=1.5))
    page = adviser.post(f"{address_of(plan)}scenario/", follow=True).content.decode()
    told = "Het plan rekende binnen 1,5 km, een scenario zoals de regio het instelde:"
    assert told in page
    assert told in Scenario.anywhere.get().note
