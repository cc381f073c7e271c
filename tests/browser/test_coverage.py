"""Are the screens about coverage accessible and do they fit; and does an adviser find out by keyboard, also without map and script?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from dekkend.organisations.words import Role
from tests.browser.conftest import violations, width_of
from tests.browser.test_every_screen import WAYS, look, someone
from tests.factories.ground import two_schools_apart
from tests.factories.offers import NT2
from tests.factories.reports import an_asked_report

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OF_REGION = [
    "/dekking/",
    "/dekking/soorten/",
    f"/dekking/soort/{NT2}/",
    f"/dekking/soort/{NT2}/?lijst=besturen",
    "/dekking/witte-vlekken/",
    "/dekking/plek/9998/",
    "/dekking/kwetsbaar/",
    "/dekking/trend/",
    "/dekking/normen/",
    "/dekking/capaciteit/",
    "/dekking/rapport/",
    "/dekking/instellingen/",
    "/dekking/instellingen/weergave/",
]
OF_PAYER = ["/dekking/instellingen/bedragen/"]
OF_REPORT = "/dekking/rapport/{report}/"
SCREENS = [*OF_REGION, *OF_PAYER, OF_REPORT.format(report=1)]
OWN_LOOK = ["/dekking/", f"/dekking/soort/{NT2}/", "/dekking/instellingen/"]  # the others are made of parts that are looked at elsewhere


@pytest.fixture
def region(site):
    return two_schools_apart(site)


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_about_coverage_are_accessible_and_fit(region, open_page, way):
    seen: set[str] = set()
    page = open_page("/", user=someone(Role.PARTNERSHIP_DIRECTOR, region), **WAYS[way])
    all_ = [*OF_REGION, *OF_PAYER, OF_REPORT.format(report=an_asked_report(region.partnership).pk)]
    asked = all_ if way in ("light", "narrow") else OWN_LOOK
    assert look(page, asked, WAYS[way]["width"], seen, way) == {}


def test_where_nt2_is_missing_and_how_fragile_it_is_takes_a_few_keys(region, adviser, open_page):
    page = open_page("/mijn-dag/", user=adviser)
    press(page, page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Dekking"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Dekt ons netwerk?")
    press(page, page.locator(".dk-matrix").get_by_role("link", name="Nederlands als tweede taal (NT2)"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Nederlands als tweede taal (NT2)")
    expect(page.get_by_text("62% van de kinderen van 4 tot en met 11 jaar heeft een school binnen 2 km")).to_be_visible()
    expect(page.get_by_text("100 kinderen hebben maar één school dichtbij")).to_be_visible()
    press(page, page.get_by_role("link", name=re.compile("Toon alle plekken")))
    expect(page.get_by_role("row", name=re.compile("9998 Duin 9998"))).to_contain_text("Mogelijk")


def press(page, link) -> None:
    """As someone without a mouse does."""
    link.focus()
    page.keyboard.press("Enter")


def test_the_same_without_script(region, adviser, open_page):
    page = open_page("/dekking/", user=adviser, java_script_enabled=False)
    expect(page.locator("svg.dk-map__drawing")).to_be_visible()
    page.get_by_label("Soort hulp").select_option(NT2)
    page.get_by_role("button", name="Toon").first.click()
    expect(page.locator(".dk-figure__number").first).to_have_text(re.compile("^62 tot [0-9]+%$"))
    page.get_by_role("link", name="9998 Duin 9998").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("9998 Duin 9998")
    expect(page.get_by_role("row", name=re.compile("NT2"))).to_contain_text("Mogelijk")


def test_the_map_is_walked_with_the_arrows_and_opened_with_enter(region, adviser, open_page):
    page = open_page("/dekking/", user=adviser)
    places = page.locator(".dk-map__live path[role=link]")
    expect(places).to_have_count(3)
    expect(page.locator("svg.dk-map__drawing")).to_be_hidden()
    places.first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".leaflet-tooltip", has_text="9998 Duin 9998: 0 van 32, mogelijk 32")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("9998 Duin 9998")


def test_paper_gets_the_map_of_the_server_and_the_whole_matrix(region, adviser, open_page):
    page = open_page("/dekking/", user=adviser)
    expect(page.locator(".dk-map__live path[role=link]")).to_have_count(3)
    page.emulate_media(media="print")
    expect(page.locator("svg.dk-map__drawing")).to_be_visible()
    expect(page.locator(".dk-map__live")).to_be_hidden()
    assert width_of(page) <= 1280
