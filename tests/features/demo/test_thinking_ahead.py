"""Does the demo keep two telling scenarios that fit its own region, and does loading twice do no harm?"""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.coverage.queries import coverage_of, settings_of
from dekkend.demo.actions.loading import load_profiles, load_region
from dekkend.demo.actions.thinking_ahead import think_ahead
from dekkend.demo.queries import adviser_address
from dekkend.offers.actions.projecting import rebuild
from dekkend.organisations.models import Partnership, Site
from dekkend.planning.models import Scenario
from dekkend.planning.queries.scenarios import outcome_of
from dekkend.planning.rules.comparing_scenarios import Side
from dekkend.planning.rules.scenario_data import from_data
from dekkend.planning.rules.scenario_words import differences
from dekkend.register.queries.closures import closing_of

pytestmark = pytest.mark.django_db


def test_two_scenarios_fit_and_tell_something():
    load_region("verzonnen-wachtwoord")
    adviser, now = User.objects.get(email=adviser_address()), timezone.now()
    load_profiles(by=adviser, now=now)
    region, today = Partnership.objects.get(), timezone.localdate(now)
    assert closing_of(Site.anywhere.get(name="De Ebstroom").pk)[1] >= date(2027, 8, 1), "the story of the scenario is announced"
    rebuild(region)
    for _twice in range(2):
        think_ahead(region, by=adviser, today=today, now=now)
    closing, growing = Scenario.anywhere.order_by("pk")
    coverage = coverage_of(region, settings_of(region), today=today)
    for scenario, word in ((closing, "niet meer dichtbij"), (growing, "krijgen dit dichtbij")):
        outcome = outcome_of(coverage, from_data(scenario.changes))
        assert outcome.passed_over == ()
        assert any(word in line for line in differences(Side("Nu", coverage), Side(scenario.name, outcome.coverage, scenario.pk)))
