"""Are the screens about what a school can do now accessible, also on a narrow screen and from the link in a mail, and do they print?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from dekkend.offers.actions import asking, choosing
from dekkend.offers.actions.projecting import take_up
from dekkend.offers.actions.saying import declare
from dekkend.offers.models import Ask
from dekkend.offers.words import Availability, Rhythm, Said
from dekkend.organisations.models import Membership
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from tests.browser.conftest import width_of
from tests.browser.test_every_screen import NOT_THERE, WAYS, look, someone
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_site

OF_REGION = ["/aanbod/", "/aanbod/?welke=lang&sorteer=-lang", "/aanbod/soorten/", "/aanbod/woorden/", "/aanbod/norm/", "/aanbod/instellen/"]
OF_SCHOOL = ["/aanbod/{brin6}/", f"/aanbod/{{brin6}}/{NT2}/"]
OF_LINK = ["/aanbod/klopt-het-nog/{token}/", "/aanbod/klopt-het-nog/bestaat-niet/", "/scholen/{brin6}/"]
SCREENS = [*OF_REGION, *OF_SCHOOL, *OF_LINK]
NOT_THERE |= {"/aanbod/klopt-het-nog/bestaat-niet/"}


@pytest.fixture
def world(site):
    """Two schools, one of them long not confirmed; a pause, a plan, own words, a norm, and a link."""
    today, now = timezone.localdate(), timezone.now()
    own = [{"name": "Plusklas", "period": None}, {"name": "Een heel lange eigen naam voor iets bijzonders", "period": "elke week"}]
    a_public_offer(site, on=today - timedelta(30), extra_offers=own)
    a_public_offer(a_site(site.partnership, name="De Oude Haven"), on=today - timedelta(900), year="2023-2024")
    take_up()
    director, chief = someone(Role.DIRECTOR, site), someone(Role.ADMINISTRATOR, site)
    given = {"by": director, "scope": scope_of(director, today), "today": today, "now": now}
    until = today + timedelta(20)
    declare(
        site, NT2, Said(Availability.PAUSED, until=until, note_for_parents="De taalklas begint weer.", role="leraar", persons=1), **given
    )
    declare(site, "expertise.autism", Said(Availability.PLANNED, from_day=until), **given)
    choosing.choose(site.partnership, Rhythm.QUARTER, "voorbeeld", by=chief, scope=scope_of(chief, today), now=now)
    choosing.name_words(site.partnership, "tuin", "", by=chief, scope=scope_of(chief, today), now=now)
    asking.ask(Membership.anywhere.filter(user=director), today, {site.pk: 3}, now=now)
    return director, chief, {"brin6": site.brin6, "token": asking.token_of(Ask.anywhere.get())}


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_of_offers_are_accessible_and_fit(world, open_page, way):
    director, chief, names = world
    seen: set[str] = set()
    wrong = {}
    for user, addresses in ((None, OF_LINK), (director, OF_SCHOOL), (chief, OF_REGION)):
        page = open_page("/", user=user, **WAYS[way])
        wrong |= look(page, [address.format(**names) for address in addresses], WAYS[way]["width"], seen, way)
    assert wrong == {}


def test_a_school_confirms_with_the_keyboard_alone(world, open_page):
    _, _, names = world
    page = open_page(OF_LINK[0].format(**names), width=360)
    done = page.locator("main p[role=status]").inner_text()
    page.get_by_role("button", name="Nog zo").first.focus()
    page.keyboard.press("Enter")
    status = page.locator("main p[role=status]")
    expect(status).not_to_have_text(done)
    page.get_by_role("button", name="Zet terug").first.press("Enter")
    expect(status).to_have_text(done)


def test_paper_shows_how_the_offer_stands(world, open_page):
    director, _, names = world
    page = open_page(OF_SCHOOL[0].format(**names), user=director)
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Nog zo").first.is_visible()
    assert page.get_by_text("tijdelijk niet beschikbaar").first.is_visible()
    assert width_of(page) <= 1280
