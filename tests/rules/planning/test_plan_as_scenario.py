"""Does a plan that is kept as a scenario keep its hours, and is it said what a scenario counts otherwise?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dekkend.coverage.rules.kinds import kinds_of
from dekkend.coverage.words import Settings
from dekkend.planning.rules.plan_as_scenario import changes_of, counted_otherwise
from dekkend.planning.words.asking import Asked, Way
from dekkend.planning.words.changes import AddOffer
from dekkend.profiles.gateways.catalogue import load_catalogue
from tests.factories.coverage import NT2
from tests.factories.plans import ADVICE

LIFT = "facilities.lift"
LABELS = {NT2: "Taal", LIFT: "Lift"}
KINDS = kinds_of(Settings(codes=(NT2,)), load_catalogue())  # 2 km


def test_the_hours_of_a_plan_come_along():
    asked = Asked((NT2,), Way.EUROS, 9000, hours=((NT2, Decimal(4)),))
    assert changes_of(replace(ADVICE, asked=asked)) == (AddOffer("99ZY00", NT2, Decimal(4)),)
    assert changes_of(ADVICE) == (AddOffer("99ZY00", NT2),)


def test_what_a_scenario_counts_otherwise_is_said():
    asked = Asked((NT2, LIFT), Way.OFFERS, 1, radius_km=1.5, school_year="2025-2026")
    assert counted_otherwise(asked, KINDS, LABELS) == (
        "Het plan rekende binnen 1,5 km, een scenario zoals de regio het instelde: 2 km.",
        "Het plan rekende met de profielen van 2025-2026, een scenario met het aanbod van nu.",
        "De regio telt dit niet mee, een scenario dus ook niet: Lift.",
    )


def test_a_plan_that_counts_as_the_region_does_needs_no_words():
    assert counted_otherwise(Asked((NT2,), Way.OFFERS, 1), KINDS, LABELS) == ()
    assert counted_otherwise(Asked((NT2,), Way.OFFERS, 1, radius_km=2.0), KINDS, LABELS) == ()
