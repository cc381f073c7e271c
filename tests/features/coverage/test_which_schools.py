"""Does a school with only secondary special education stay out of the figures, and is that said wherever schools are counted?"""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from dekkend.config.cli import main
from dekkend.coverage.queries import coverage_of, norm_check, settings_of
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.rules.kinds import as_data, from_data, only
from dekkend.coverage.rules.report import Story, report
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.words import USUAL
from dekkend.offers.gateways import load_norms
from dekkend.publishing.words.paper import Bullets
from tests.factories.ground import put_site
from tests.factories.offers import NT2, TODAY, a_public_offer
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db
TOLD = "De regio heeft 2 scholen, waarvan 1 alleen voor voortgezet speciaal onderwijs: die tellen niet mee."


@pytest.fixture
def secondary(placed):
    """A school for pupils from 12 with NT2, among the children who have nothing near."""
    found = a_site(placed.partnership, name="De Overloop", kind="secondary_special")
    a_public_offer(found)
    put_site(found, 110_000, 400_000)
    return found


def counted(site):
    return coverage_of(site.partnership, only(USUAL, NT2), today=TODAY)


def test_it_covers_no_child_and_is_nowhere_the_nearest(secondary):
    coverage = counted(secondary)
    assert (of_region(coverage)[0].covered, of_region(coverage)[0].possible) == (100, 0)
    assert {spot.nearest.site.name for spot in white_spots(coverage)} == {"De Vuursprot"}
    assert TOLD in coverage.lines


def test_a_school_that_teaches_both_does_count(secondary):
    type(secondary).anywhere.filter(pk=secondary.pk).update(kind="special")
    put_site(secondary, 110_000, 400_000)
    coverage = counted(secondary)
    assert of_region(coverage)[0].covered > 100
    assert "toelaatbaarheidsverklaring" in " ".join(coverage.lines)
    assert "artikel 40 lid 10 WEC" in " ".join(coverage.lines)


def test_no_norm_for_these_children_is_asked_of_it(secondary):
    checks = norm_check(secondary.partnership, load_norms(), today=TODAY)
    assert checks
    assert all([row.site.name for row in check.rows] == ["De Vuursprot"] for check in checks)


def test_a_region_can_count_regular_schools_only_and_take_that_back(adviser, placed):
    special = a_site(placed.partnership, name="De Tweesprong", kind="special")
    a_public_offer(special)
    put_site(special, 110_000, 400_000)
    address = reverse("coverage:settings")
    form = adviser.get(address).context["form"]
    given = {name: value for name, value in form.initial.items() if value not in (None, False)} | {"schools": "regular"}
    shown = adviser.post(address, given | {"doe": "bekijk"})
    assert shown.context["after"]["low"] < shown.context["before"]["low"]
    adviser.post(address, given | {"doe": "bewaar"})
    settings = settings_of(placed.partnership)
    coverage = coverage_of(placed.partnership, only(settings, NT2), today=TODAY)
    assert ([site.name for site in coverage.sites], of_region(coverage)[0].covered) == (["De Vuursprot"], 100)
    page = adviser.get(address).content.decode()
    assert "waarvan 1 voor speciaal onderwijs of speciaal basisonderwijs: die tellen niet mee" in page
    assert "welke scholen tellen: alleen gewone basisscholen" in page
    assert settings == from_data(as_data(settings))


def test_beside_the_white_spots_it_is_said_where_a_child_needs_a_declaration(adviser, placed):
    assert "toelaatbaarheidsverklaring" not in adviser.get(reverse("coverage:spots")).content.decode()
    type(placed).anywhere.filter(pk=placed.pk).update(kind="special_primary")
    put_site(placed, 100_000, 400_000)
    assert "toelaatbaarheidsverklaring" in adviser.get(reverse("coverage:spots")).content.decode()


@pytest.mark.parametrize("name", ["board", "kinds", "spots", "trend", "norms", "report"])
def test_the_screens_say_so(adviser, secondary, name):
    assert TOLD in adviser.get(reverse(f"coverage:{name}")).content.decode()


def test_the_summary_of_the_report_says_so(secondary):
    first = next(part for part in report(Story(counted(secondary))).parts if isinstance(part, Bullets))
    assert TOLD in first.items


def test_whoever_counts_at_a_terminal_reads_both_numbers(secondary, capsys):
    asked = ["coverage", "--region", secondary.partnership.code]
    assert main([*asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sites"], told["sites_only_secondary"]) == (1, 1)
    assert main(asked) == 0
    assert TOLD in capsys.readouterr().out
