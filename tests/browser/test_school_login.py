"""Does the school login work in a real browser, under the strict policy, and are its screens right for everyone?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from dekkend.accounts.models import Employment
from tests.browser.conftest import violations
from tests.features.accounts.school_server import EMPLOYEE, SchoolServer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRST_PASSWORD = "/account/wachtwoord/kiezen/"  # only for someone who came in through a school
SCREENS = [FIRST_PASSWORD]
BRIN = "nlEduPersonHomeOrganizationId"


@pytest.fixture
def school(settings, site, meant_elsewhere) -> Iterator[SchoolServer]:
    server = SchoolServer()
    meant_elsewhere.append(f"{server.issuer}/authorize?")
    settings.SOCIALACCOUNT_PROVIDERS = server.offered()
    server.person[BRIN] = site.brin6
    yield server
    server.close()


def come_in(page: Page, live_server) -> None:
    page.goto(live_server.url + "/account/inloggen/")
    page.get_by_role("link", name="Log in met Schoollogin").click()


def test_someone_comes_in_through_the_school_and_each_refusal_is_readable(school, adviser, open_page, live_server):
    page = open_page("/account/inloggen/")
    assert violations(page) == []
    known = school.person[BRIN]
    for claims in ({BRIN: "98XX"}, {BRIN: ""}, {"eduPersonAffiliation": "student"}, {"mail": "adviseur@zilverkust.example"}):
        school.person = EMPLOYEE | {BRIN: known} | claims
        come_in(page, live_server)
        assert page.get_by_role("heading", level=1).is_visible()
        assert violations(page) == []
    school.person = EMPLOYEE | {BRIN: known}
    come_in(page, live_server)
    page.goto(live_server.url + "/account/")
    assert "U werkt bij De Vuursprot." in page.inner_text("main")
    assert violations(page) == []
    page.goto(live_server.url + FIRST_PASSWORD)
    assert (page.url, violations(page)) == (live_server.url + FIRST_PASSWORD, [])


def test_someone_couples_the_school_from_inside(school, adviser, open_page, live_server):
    page = open_page("/account/", user=adviser)
    page.get_by_role("button", name="Koppel uw account van Schoollogin").click()
    page.get_by_label("Uw wachtwoord").fill("vier woorden op rij")
    page.get_by_role("button", name="Bevestig").click()
    assert violations(page) == []
    page.get_by_role("link", name="Ga naar het inloggen van uw school").click()
    page.get_by_text("Uw schoolaccount is gekoppeld").wait_for()
    assert Employment.objects.get().user == adviser
