"""Are the screens about scenarios accessible and do they fit; and does an adviser ask what if by keyboard, also without script?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dekkend.organisations.words import Role
from tests.browser.test_coverage import press
from tests.browser.test_every_screen import WAYS, look, someone
from tests.factories.ground import two_schools_apart
from tests.factories.offers import NT2
from tests.factories.scenarios import a_scenario

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SCREENS = [
    "/dekking/scenarios/",
    "/dekking/scenarios/nieuw/",
    "/dekking/scenarios/{one}/",
    "/dekking/scenarios/{none}/",
    "/dekking/scenarios/{one}/beschrijf/",
    "/dekking/scenarios/{one}/plekken/",
    "/dekking/scenarios/{one}/verandering/hulp-erbij/",
    "/dekking/scenarios/{one}/verandering/kinderen-erbij/",
    "/dekking/scenarios/naast-nu/{one},{old}/",
]
OWN_LOOK = ["/dekking/scenarios/", "/dekking/scenarios/{one}/"]  # the others are made of parts that are looked at elsewhere


@pytest.fixture
def region(site):
    return two_schools_apart(site)


@pytest.fixture
def names(region):
    """A scenario in which the school closes and children come, one that no longer fits, and one without changes."""
    changes = [{"what": "close_site", "brin6": region.brin6}, {"what": "newcomers", "postcode": "9997", "children": 40, "reason": ""}]
    old = [{"what": "close_site", "brin6": "99ZZ99"}]
    made = {"one": a_scenario(region.partnership, "Krimp in het zuiden", changes), "old": a_scenario(region.partnership, "Oud", old)}
    return {name: each.pk for name, each in (made | {"none": a_scenario(region.partnership, "Leeg")}).items()}


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_about_scenarios_are_accessible_and_fit(region, names, open_page, way):
    page = open_page("/", user=someone(Role.ADVISER, region), **WAYS[way])
    asked = SCREENS if way in ("light", "narrow") else OWN_LOOK
    assert look(page, [address.format(**names) for address in asked], WAYS[way]["width"], set(), way) == {}


@pytest.mark.parametrize("script", [True, False])
def test_what_if_a_school_stops_is_asked_by_keyboard_also_without_script(region, adviser, open_page, script):
    page = open_page(f"/dekking/soort/{NT2}/", user=adviser, java_script_enabled=script)
    press(page, page.get_by_role("button", name="Bekijk wat als dit stopt"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Als De Vuursprot stopt met Nederlands als tweede taal (NT2)")
    expect(page.get_by_text("100 kinderen hebben dit niet meer dichtbij")).to_be_visible()
    expect(page.locator("svg.dk-map__drawing")).to_have_count(2)
    press(page, page.get_by_role("link", name="Toon alle plekken waar iets verandert"))
    expect(page.get_by_role("link", name="9999 Duin 9999")).to_be_visible()
    page.go_back()
    press(page, page.get_by_role("button", name="Haal weg").last)
    expect(page.get_by_role("heading", level=1)).to_have_text("De verandering is weg")
    press(page, page.get_by_role("button", name="Zet haar terug"))
    expect(page.get_by_text("100 kinderen hebben dit niet meer dichtbij")).to_be_visible()
