"""What does a school see of its offer once the draft was handed in?"""

from __future__ import annotations

import pytest

from dekkend.organisations.words import Role
from tests.factories.adoptions import YEAR, a_draft, asked, people_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(site):
    found = people_of(site)
    a_draft(site)
    asked(found, site)
    return found


def address(site, rest: str = "") -> str:
    return f"/scholen/aanbod/{site.brin6}/{YEAR}/{rest}"


def test_our_offer_says_with_whom_the_version_lies_and_leads_there(client, site, people):
    client.force_login(people[Role.DIRECTOR])
    page = client.get(f"/scholen/aanbod/{site.brin6}/").content.decode()
    assert "Zo ver is het: Advies gevraagd aan de MR." in page
    assert f'href="/vaststellen/{site.brin6}/{YEAR}/"' in page
    assert "Begin een nieuw concept vanuit versie 1" in page


@pytest.mark.parametrize("rest", ["", "deel/vision/", "momenten/", "op-papier/"])
def test_an_open_editor_of_a_draft_that_was_handed_in_says_so(client, site, people, rest):
    client.force_login(people[Role.COORDINATOR])
    page = client.get(address(site, rest))
    assert page.status_code == 200
    assert "Dit concept is ingediend" in page.content.decode()
    assert f'href="/vaststellen/{site.brin6}/{YEAR}/"' in page.content.decode()


def test_what_was_sent_too_late_is_not_stored_and_answered_as_such(client, site, people):
    client.force_login(people[Role.COORDINATOR])
    answer = client.post(address(site, "bewaar/"), {"path": "vision", "part": "vision", "vision": "Te laat."})
    assert answer.status_code == 409


def test_for_whoever_may_not_write_there_it_is_not_there(client, site, people, signed_in):
    client.force_login(people[Role.COUNCIL])
    assert client.get(address(site)).status_code in (403, 404)
    assert "Dit concept is ingediend" not in client.get(address(site)).content.decode()
