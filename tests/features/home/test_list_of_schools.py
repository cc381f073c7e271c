"""Can a visitor find a school in a long list: pages, order, search, and the list as a file?"""

import datetime

import pytest
from django.utils import timezone

from dekkend.home.views import PER_PAGE
from dekkend.profiles.actions import make_draft, publish_draft
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_board, a_site

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 4)


def public(site):
    profile = vuursprot() | {"school_year": "2024-2025"}
    publish_draft(make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now()), on=DAY)
    return site


@pytest.fixture
def many(site) -> list[str]:
    """One school more than fits on a page, half of them in another place."""
    names = [f"School {number:02}" for number in range(PER_PAGE + 1)]
    board = a_board("Stichting De Branding")
    for at, name in enumerate(names):
        public(a_site(site.partnership, board, name=name, place="Kwikdorp" if at % 2 else "Zilverduin"))
    return names


def shown(client, address) -> list[str]:
    """The names in the list, in the order of the page."""
    return [row.name for row in client.get(address).context["table"].page]


def test_a_long_list_has_pages(client, many):
    assert shown(client, "/") == many[:PER_PAGE]
    assert shown(client, "/?pagina=2") == many[PER_PAGE:]
    assert 'rel="next"' in client.get("/").content.decode()


def test_the_list_can_be_sorted_on_place(client, many):
    places = [row.place for row in client.get("/?sorteer=-plaats").context["table"].page]
    assert places == sorted(places, reverse=True)


def test_a_search_stays_when_one_sorts_or_turns_the_page(client, many):
    page = client.get("/?naam=school").content.decode()
    assert 'href="?naam=school&amp;pagina=2"' in page
    assert 'href="?sorteer=plaats&amp;naam=school"' in page
    assert shown(client, "/?naam=school&pagina=2") == many[PER_PAGE:]


def test_the_whole_list_can_be_taken_away(client, many):
    lines = b"".join(client.get("/?naam=kwikdorp&als=csv").streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0] == "School;Plaats;Adres;Soort;Bestuur;Vestigingscode;Gesloten per"
    assert len(lines) == 1 + len(many) // 2
    assert "Stichting De Branding" in lines[1]


def test_a_list_that_changed_is_shown_at_once(client, site):
    public(site)
    etag = client.get("/").headers["ETag"]
    assert client.get("/", headers={"If-None-Match": etag}).status_code == 304
    site.name = "De Nieuwe Naam"
    site.save()
    answer = client.get("/", headers={"If-None-Match": etag})
    assert "De Nieuwe Naam" in answer.content.decode()


def test_who_finds_nothing_reads_that_this_says_nothing_about_a_school(client, many):
    assert "zegt niets over wat zij kan" in client.get("/?naam=onvindbaar").content.decode()
