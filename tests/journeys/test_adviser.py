"""Can an adviser say where NT2 is missing and how fragile it is, defend the figure, and take the best answer to it along?"""

from __future__ import annotations

import io
import json

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from dekkend.accounts.models import User
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from dekkend.planning.actions.plans import make
from dekkend.planning.models import Plan, Scenario
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_region, a_site
from tests.factories.plans import a_gap
from tests.factories.sessions import signed_in_fully
from tests.journeys.following import Walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    """De Vuursprot has NT2, with 100 children near; De Oude Haven said nothing, with 100 near; 30 children live far from both."""
    site = a_site(a_region(), name="De Vuursprot")
    a_public_offer(site)
    take_up()
    a_gap(site)
    return site


@pytest.fixture
def adviser(region) -> Walk:
    user = User.objects.create_user("adviseur@zilverkust.example", "goed-wachtwoord", name="Marieke Terlinden")
    Membership.objects.create(user=user, role=Role.ADVISER.value, partnership=region.partnership)
    return Walk(signed_in_fully(user), "/mijn-dag/")


def test_from_my_day_to_the_sentence_behind_the_figure(adviser, region):
    adviser.follow("Dekking")
    kind = adviser.follow("Nederlands als tweede taal (NT2)")
    assert "43%" in kind.text  # 100 of 230 children, when who said nothing has nothing
    assert "87%" in kind.text  # and at most 200, when De Oude Haven turns out to have it
    assert "9996" in kind.text  # the white spot that is sure
    assert region.name in kind.text
    school = adviser.follow("Lees het profiel")
    assert "Nederlands als tweede taal" in school.text


def test_from_a_gap_to_the_best_plan_a_scenario_and_a_file(adviser, region):
    adviser.follow("Dekking")
    adviser.follow("Nederlands als tweede taal (NT2)")
    adviser.follow("Waar helpt een extra aanbod het meest?")
    assert NT2 in adviser.page.html
    adviser.send("/plan/", code=NT2, way="offers", offers="1", share="95", least="offers")
    plan = Plan.anywhere.get()
    make(plan.pk, now=timezone.now())
    answer = adviser.open(adviser.page.address)
    assert "Dit is bewezen het beste" in answer.text
    assert "De Oude Haven" in answer.text
    assert "43%" in answer.text
    assert "87%" in answer.text

    told = json.loads(adviser.client.get(f"/dekking/plan/{plan.pk}/plan.json").content)
    assert (told["proof"]["value"], told["proof"]["bound"], told["proof"]["proven"]) == (100, 100, True)
    page = adviser.send("/scenario/", name="Een klas erbij")
    scenario = Scenario.anywhere.get()
    assert len(scenario.changes) == 1
    assert "De Oude Haven" in page.text
    compared = adviser.client.get(f"/dekking/scenarios/naast-nu/{scenario.pk}/scenarios.xlsx")
    head, *lines = load_workbook(io.BytesIO(compared.content))["Soorten hulp"].iter_rows(values_only=True)
    rows = [dict(zip(head, values, strict=True)) for values in lines]
    assert [round(row["Aandeel gedekt"], 2) for row in rows if row["Code"] == NT2] == [0.43, 0.87]
