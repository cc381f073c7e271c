"""Can a parent find a school: with the keyboard, on a narrow screen, without script, going back and forth, on paper and without a map?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.utils import timezone
from playwright.sync_api import expect

from dekkend.finder.queries.index import forget
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Place
from dekkend.organisations.words import Role
from dekkend.register.models import AreaShape, RegisterSite
from dekkend.register.queries.geography import forget as forget_ground
from dekkend.signals.actions.counting import count_unknown
from tests.browser.conftest import width_of
from tests.browser.test_every_screen import NOT_THERE, WAYS, look, someone
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_board, a_site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PUBLIC = ["/zoeken/", "/zoeken/?plaats=9999", "/zoeken/?plaats=nergens", "/zoeken/vergelijken/?school={brin6}", "/zoeken/vergelijken/"]
ASKED = ["/zoeken/uitkomst/{slot}/", "/zoeken/uitkomst/{slot}/bedoeling/", "/zoeken/uitkomst/0/"]
OF_REGION = ["/zoeken/woorden/"]
SCREENS = [*PUBLIC, *ASKED, *OF_REGION]
NOT_THERE |= {"/zoeken/?plaats=nergens", "/zoeken/uitkomst/0/"}
NEED = "mijn dochter spreekt nog geen Nederlands, geen lift nodig, dol op glimwormen"


@pytest.fixture
def ground(site, settings):
    """A school with an offer and one without, a kilometre apart, in an area with an outline."""
    forget()
    forget_ground()
    caches["open_data"].clear()
    settings.FINDER_PER_MINUTE = 1000
    place = Place.objects.create(
        postcode="9999", name="Zilverduin", municipality="Zilverkust", x=20_000.0, y=550_000.0, children={"5-9": 120}
    )
    AreaShape.objects.create(place=place, rings=[[18_000, 548_000, 22_500, 548_000, 22_000, 552_500, 18_000, 552_000]])
    silent = a_site(site.partnership, a_board("Stichting De Branding"), name="Het Baken")
    for number, each in enumerate((site, silent)):
        where = {"x": 20_000.0 + 800 * (number + 1), "y": 550_000.0 + 300 * number}
        RegisterSite.objects.create(brin6=each.brin6, name=each.name, kind="BAO", postcode=each.postcode, place=each.place, **where)
    a_public_offer(site, on=timezone.localdate() - timedelta(30))
    take_up()
    yield site
    forget()
    forget_ground()


def ask(page, need: str = NEED) -> None:
    page.get_by_label("Postcode of plaats").fill("9999 ZZ")
    page.get_by_label("Wat heeft uw kind nodig?").fill(need)
    page.get_by_role("button", name="Zoek scholen").click()


@pytest.mark.parametrize("way", ["light", "narrow"])
def test_every_screen_of_the_finder_is_accessible_and_fits(ground, open_page, way):
    count = [count_unknown(["glimworm"]) for _ in range(5)]
    assert count
    page = open_page("/zoeken/", **WAYS[way])
    ask(page)
    page.wait_for_url("**/uitkomst/**")
    names = {"slot": page.url.split("/")[-2], "brin6": ground.brin6}
    page.goto(page.url.partition("/zoeken/")[0] + "/")
    seen: set[str] = set()
    wide = WAYS[way]["width"]
    assert look(page, [address.format(**names) for address in (*PUBLIC, *ASKED)], wide, seen, way) == {}
    region = open_page("/", user=someone(Role.ADVISER, ground), **WAYS[way])
    assert look(region, OF_REGION, wide, seen, way) == {}


def test_a_parent_finds_a_school_and_the_need_stays_out_of_the_address(ground, open_page):
    page = open_page("/")
    ask(page)
    page.wait_for_url("**/uitkomst/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("1 school kan helpen")
    expect(page.get_by_text("U schreef ‘spreekt nog geen Nederlands’. Wij zochten op:")).to_be_visible()
    expect(page.get_by_text("U schreef dat ‘lift’ niet nodig is.")).to_be_visible()
    expect(page.get_by_text("‘glimwormen’")).to_be_visible()
    assert "ederlands" not in page.url
    first = page.url
    page.get_by_role("link", name="De Vuursprot").click()
    page.wait_for_url("**/scholen/**")
    page.go_back()
    page.wait_for_url(first)
    expect(page.get_by_role("heading", level=1)).to_have_text("1 school kan helpen")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 school kan helpen")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="De Vuursprot")).to_be_visible()
    expect(page.get_by_role("button", name="Vergeet mijn vraag")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Vergeet mijn vraag").click()
    page.wait_for_url("**/zoeken/")
    page.goto(first)
    expect(page.get_by_text("Deze vraag is er niet meer.")).to_be_visible()


def test_by_keyboard_without_script_and_without_a_map_what_is_unsure_is_picked_and_schools_are_compared(ground, open_page):
    page = open_page("/zoeken/", java_script_enabled=False, width=320)
    page.get_by_label("Postcode of plaats").focus()
    page.keyboard.type("zilverduin")
    page.keyboard.press("Tab")
    page.keyboard.type("autisem")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bedoeling/#antwoord")
    page.get_by_label("Autisme").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/uitkomst/**")
    expect(page.get_by_text("Wij zochten op:")).to_be_visible()
    expect(page.locator("#antwoord")).to_be_in_viewport()
    expect(page.get_by_label("Postcode of plaats")).to_be_hidden()
    for school in ("De Vuursprot", "Het Baken"):
        page.get_by_label(f"Vergelijk {school}").focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Vergelijk de aangevinkte scholen").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/vergelijken/**")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vergelijk scholen")
    assert "autis" not in page.url


def test_every_pin_of_the_map_stands_in_the_list_under_its_number(ground, open_page):
    page = open_page("/zoeken/?plaats=9999")
    pins = page.locator(".dk-map svg.dk-map__drawing :is(.dk-map__school text, .dk-map__together)").all_text_contents()
    pins = [number for pin in pins for number in pin.split(", ")]
    assert sorted(pins) == sorted(page.locator(".dk-result__number").all_text_contents())
    assert width_of(page) <= 1280
