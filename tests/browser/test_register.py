"""Are the screens of the register accessible, also on a narrow screen, and can differences be chosen with the keyboard alone?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dekkend.organisations.words import Role
from dekkend.register.models import RegisterChange
from dekkend.register.words.changes import Verdict
from tests.browser.test_every_screen import WAYS, look, someone
from tests.factories.registers import a_register

SCREENS = [
    "/register/",
    "/register/import/{register_import}/",
    "/register/import/{register_import}/bestanden/",
    "/register/import/{register_import}/geweigerd/",
    "/register/scholen/",
    "/register/scholen/{register_code}/",
]


@pytest.fixture
def world(site):
    return someone(Role.ADVISER, site), a_register(site.partnership)


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_of_the_register_are_accessible_and_fit(world, open_page, way):
    adviser, names = world
    page = open_page("/", user=adviser, **WAYS[way])
    assert look(page, [address.format(**names) for address in SCREENS], WAYS[way]["width"], set(), way) == {}


def test_a_difference_is_taken_over_with_the_keyboard_alone(world, open_page):
    adviser, names = world
    page = open_page(SCREENS[1].format(**names), user=adviser, width=360)
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Neem over", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 verschil overgenomen")).to_be_visible()
    assert RegisterChange.objects.filter(verdict=Verdict.ACCEPTED.value).count() == 2
