"""Are the screens about the best plan accessible and do they fit; and does an adviser get a proven plan by keyboard, and without script?"""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from dekkend.coverage.gateways import kept
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from dekkend.planning.actions.plans import make
from dekkend.planning.models import Plan
from dekkend.register.queries import geography
from tests.browser.conftest import width_of
from tests.browser.test_every_screen import WAYS, look, someone
from tests.factories.offers import NT2, a_public_offer
from tests.factories.plans import a_gap, a_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ONE = "/dekking/plan/{plan}/"
OF_REGION = [
    "/dekking/plan/",
    "/dekking/plan/vraag/",
    f"/dekking/plan/vraag/?als={{plan}}&soort={NT2}",
    ONE,
    f"{ONE}?lijst=plekken",
    "/dekking/plan/{waiting}/",
    "/dekking/plan/{refused}/",
    "/dekking/plan/{removed}/",
]
SCREENS = [address.format(plan=1, waiting=1, refused=1, removed=1) for address in OF_REGION]


@pytest.fixture
def region(site):
    """A school with NT2, one eleven kilometres away that said nothing, and children near both."""
    kept.forget()
    geography.forget()
    a_public_offer(site)
    take_up()
    a_gap(site)
    return site


@pytest.fixture
def names(region):
    now, place = timezone.now(), region.partnership
    return {
        "plan": a_plan(place).pk,
        "waiting": a_plan(place, made=False, asked_at=now.replace(year=now.year - 1)).pk,
        "refused": a_plan(place, made=False, finished_at=now, fault="Refused", answer={"why": "Er is niets te winnen."}).pk,
        "removed": a_plan(place, made=False, removed_at=now).pk,
    }


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_about_plans_are_accessible_and_fit(names, region, open_page, way):
    page = open_page("/", user=someone(Role.ADVISER, region), **WAYS[way])
    asked = OF_REGION if way in ("light", "narrow") else [OF_REGION[1], ONE]
    assert look(page, [address.format(**names) for address in asked], WAYS[way]["width"], set(), way) == {}


def press(page, place) -> None:
    """As someone without a mouse does."""
    place.focus()
    page.keyboard.press("Enter")


def test_a_proven_plan_with_its_reasons_takes_a_few_keys(region, adviser, open_page):
    page = open_page(f"/dekking/soort/{NT2}/", user=adviser)
    press(page, page.get_by_role("link", name="Waar helpt een extra aanbod het meest?"))
    expect(page.get_by_label("Soort hulp", exact=True)).to_have_value(NT2)
    expect(page.get_by_label("Euro per schooljaar")).to_be_hidden()
    page.get_by_label("Aantal scholen dat dit gaat geven").fill("1")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/dekking/plan/\d+/$"))
    expect(page.get_by_text("Wij zoeken het beste plan")).to_be_visible()
    make(Plan.anywhere.get().pk, now=timezone.now())
    expect(page.get_by_text("Dit is bewezen het beste.")).to_be_visible()  # the page asked by itself
    expect(page.get_by_role("row", name=re.compile("De Oude Haven"))).to_contain_text("vraag eerst na")
    expect(page.locator(".dk-map__number")).to_have_text("1")
    press(page, page.get_by_role("link", name="Plekken"))
    expect(page.get_by_role("row", name=re.compile("9998 Duin 9998"))).to_contain_text("komt erbij")


def test_the_same_without_script(region, adviser, open_page):
    page = open_page(f"/dekking/plan/vraag/?soort={NT2}", user=adviser, java_script_enabled=False)
    page.get_by_text("Zoveel procent gedekt").click()
    page.get_by_label("Procent van de kinderen gedekt").fill("80")
    page.get_by_role("button", name="Zoek het beste plan").click()
    expect(page.get_by_role("link", name="Ververs dit scherm")).to_be_visible()
    make(Plan.anywhere.get().pk, now=timezone.now())
    expect(page.get_by_text("Dit is bewezen het beste.")).to_be_visible()  # the browser itself asked again
    expect(page.locator("svg.dk-map__drawing .dk-map__school text")).to_have_text("1")


def test_paper_gets_the_answer_and_the_map_but_no_buttons(names, adviser, open_page):
    page = open_page(ONE.format(**names), user=adviser)
    page.emulate_media(media="print")
    expect(page.locator("svg.dk-map__drawing")).to_be_visible()
    expect(page.get_by_role("button", name="Bewaar als scenario")).to_be_hidden()
    assert width_of(page) <= 1280
