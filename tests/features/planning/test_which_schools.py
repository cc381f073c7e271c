"""Does a plan or a scenario put help only at schools for children of 4 to 11, also among the real schools of a region?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dekkend.config.cli import main
from dekkend.coverage.queries import coverage_of, settings_of
from dekkend.coverage.words import Refused
from dekkend.organisations.models import Partnership, Site
from dekkend.planning.queries.scenarios import told_of
from dekkend.planning.queries.working_out import built_for, work_out
from dekkend.planning.rules.asking import checked
from dekkend.planning.rules.plan_rows import choice_rows
from dekkend.planning.words.asking import Asked, Way
from dekkend.planning.words.changes import AddOffer
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.actions.keeping import changed
from tests.factories.ground import put_site
from tests.factories.offers import NT2, TODAY
from tests.factories.organisations import a_site
from tests.factories.plans import ASKED

pytestmark = pytest.mark.django_db


@pytest.fixture
def secondary(placed):
    """Right between the 60 and the 40 children who have nothing near: the best place, if it taught them."""
    found = a_site(placed.partnership, name="De Overloop", kind="secondary_special")
    there = placed.partnership.sites.get(name="De Oude Haven")
    point = next(
        site.point
        for site in coverage_of(placed.partnership, settings_of(placed.partnership), today=TODAY).sites
        if site.brin6 == there.brin6
    )
    put_site(found, *point)
    return found


def put_kind(site, kind):
    """De Oude Haven is of this kind from now on."""
    Site.anywhere.filter(partnership=site.partnership, name="De Oude Haven").update(kind=kind)
    changed()


def test_a_plan_never_chooses_a_school_for_pupils_from_12(secondary):
    asked = replace(ASKED, number=50)
    assert [choice.school for choice in work_out(secondary.partnership, asked, today=TODAY).choices] == ["De Oude Haven"]
    _, coverage, built = built_for(secondary.partnership, asked, today=TODAY)
    assert {coverage.sites[row].name for row in built.sites} == {"De Oude Haven"}


def test_a_plan_says_where_a_child_needs_a_declaration(placed):
    put_kind(placed, "special_primary")
    advice = work_out(placed.partnership, ASKED, today=TODAY)
    assert "Een kind kan hier meestal alleen heen met een toelaatbaarheidsverklaring." in choice_rows(advice)[0].reasons
    assert any("artikel 40 lid 8 WPO" in line for line in advice.lines)
    put_kind(placed, "regular")
    advice = work_out(placed.partnership, ASKED, today=TODAY)
    assert "toelaatbaarheidsverklaring" not in " ".join((*choice_rows(advice)[0].reasons, *advice.lines))


def test_that_it_must_be_in_is_refused_and_that_it_cannot_goes_without_saying(secondary):
    with pytest.raises(Refused, match="De Overloop kan niet in een plan"):
        work_out(secondary.partnership, replace(ASKED, certain=(secondary.brin6,)), today=TODAY)
    asked, _, _ = built_for(secondary.partnership, replace(ASKED, without=(secondary.brin6,)), today=TODAY)
    assert asked.without == ()


def test_the_form_does_not_offer_that_kind_of_school(adviser, secondary):
    page = adviser.get("/dekking/plan/vraag/").content.decode()
    assert 'value="special_primary"' in page
    assert "secondary_special" not in page
    assert "De Overloop" not in page
    with pytest.raises(Refused, match="Deze soort school is er niet"):
        checked(replace(ASKED, site_kinds=("secondary_special",)), load_catalogue(), {})


def test_a_change_to_it_in_a_scenario_does_not_count_and_says_why(secondary):
    coverage = coverage_of(secondary.partnership, settings_of(secondary.partnership), today=TODAY)
    [told] = told_of(coverage, [AddOffer(secondary.brin6, NT2)])
    assert told.hindrance == "De school is voor leerlingen vanaf 12 jaar. Daarom telt zij niet mee."


@pytest.mark.slow
def test_among_the_real_schools_of_a_region_no_plan_chooses_one_for_pupils_from_12(shared):
    if not (shared / "data" / "schools").is_dir():
        pytest.skip("no open data beside the sample documents")
    region = Partnership.objects.create(code="PO2815", name="SWV met echte scholen")
    assert main(["register", "import", str(shared / "data"), "--region", "PO2815", "--apply", "--json"]) == 0
    ground = coverage_of(region, settings_of(region), today=TODAY).ground
    assert (ground.inside, len(ground.apart), Site.anywhere.filter(partnership=region).count()) == (199, 3, 202)
    advice = work_out(region, Asked((NT2,), Way.OFFERS, 20, radius_km=2.0), today=TODAY)
    kinds = set(Site.anywhere.filter(brin6__in=[choice.brin6 for choice in advice.choices]).values_list("kind", flat=True))
    assert advice.choices
    assert "secondary_special" not in kinds
