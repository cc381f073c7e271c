"""Is a page that is kept always the right one: never a draft, never of before a change, never in another language?"""

import datetime

import pytest
from django.utils import timezone

from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 4)


def a_draft(site, year="2024-2025", **blocks):
    profile = vuursprot(**blocks) | {"school_year": year}
    return make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now())


def main_of(client, address) -> str:
    return client.get(address).content.decode().split("<main", 1)[1]


@pytest.fixture
def address(site) -> str:
    return f"/scholen/{site.brin6}/2024-2025/"


def test_a_draft_with_the_very_same_content_is_never_shown_to_a_visitor(client, signed_in, site, address):
    publish_draft(a_draft(site), on=DAY)
    a_draft(site)
    director = signed_in(Role.DIRECTOR, site)
    for _ in range(2):
        assert "Dit is een concept" in main_of(director, address)
        assert "Dit is een concept" not in main_of(client, address)
        assert "Dit is een concept" not in main_of(director, f"{address}?versie=openbaar")


def test_what_is_written_in_a_draft_is_not_on_the_public_page(client, signed_in, site, address):
    publish_draft(a_draft(site), on=DAY)
    a_draft(site, vision="Dit schrijven wij nog.")
    assert "Dit schrijven wij nog." in main_of(signed_in(Role.DIRECTOR, site), address)
    assert "Dit schrijven wij nog." not in main_of(client, address)


def test_the_names_of_who_signed_stand_on_no_page(client, signed_in, site, address):
    publish_draft(a_draft(site, adoption={"drafted_by": "Truus Verzonnen", "drafted_on": None}), on=DAY)
    assert "Truus Verzonnen" not in main_of(signed_in(Role.DIRECTOR, site), address)
    assert "Truus Verzonnen" not in main_of(client, address)


def test_a_new_version_is_seen_at_once(client, site, address):
    publish_draft(a_draft(site), on=DAY)
    main_of(client, address)
    publish_draft(a_draft(site, vision="Wij hebben een nieuwe visie."), on=DAY)
    assert "Wij hebben een nieuwe visie." in main_of(client, address)


def test_a_new_name_of_the_school_or_board_is_seen_at_once(client, site, address):
    publish_draft(a_draft(site), on=DAY)
    main_of(client, address)
    site.name, site.board.name = "De Nieuwe Naam", "Stichting Anders"
    site.save()
    site.board.save()
    assert "De Nieuwe Naam" in main_of(client, address)
    assert "Stichting Anders" in main_of(client, address)


def test_a_page_of_another_school_with_the_same_text_has_its_own_address(client, site, address):
    publish_draft(a_draft(site), on=DAY)
    other = a_site(site.partnership, name="De Andere", place="Elders")
    publish_draft(a_draft(other), on=DAY)
    main_of(client, address)
    assert other.brin6 in main_of(client, f"/scholen/{other.brin6}/2024-2025/")


def test_each_language_has_its_own_page(client, site, address):
    publish_draft(a_draft(site), on=DAY)
    dutch = client.get(address).context["digest"]
    client.cookies["django_language"] = "en"
    assert client.get(address).context["digest"] != dutch


def test_a_visitor_who_has_the_page_hears_that_it_is_the_same(client, site, address):
    publish_draft(a_draft(site), on=DAY)
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    publish_draft(a_draft(site, vision="Anders."), on=DAY)
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_who_signed_in_always_gets_the_whole_page(client, signed_in, site, address):
    publish_draft(a_draft(site), on=DAY)
    etag = client.get(address).headers["ETag"]
    answer = signed_in(Role.DIRECTOR, site).get(address, headers={"If-None-Match": etag})
    assert answer.status_code == 200
    assert "ETag" not in answer.headers


def test_the_hours_through_the_years_are_drawn_from_two_years_on(client, site, address):
    rows = {"expertise": {"rows": {"autism": {"choice": "yes", "note": "4 uur per week"}}}}
    publish_draft(a_draft(site, **rows), on=DAY)
    assert "Uren eigen hulp per week" not in main_of(client, address)
    publish_draft(a_draft(site, "2023-2024", **rows), on=DAY)
    page = main_of(client, address)
    assert "Uren eigen hulp per week" in page
    assert '<th scope="row">2023-2024</th>' in page


@pytest.mark.parametrize("years", [["2024-2025"], ["2024-2025", "2023-2024", "2022-2023"]])
def test_a_school_with_three_years_asks_the_database_as_often_as_with_one(client, site, address, years, django_assert_num_queries):
    for year in years:
        publish_draft(a_draft(site, year), on=DAY)
    take_up()
    # the versions of all years, and what was left out of them; the offers today, and what the school said of them; whether it closed
    with django_assert_num_queries(6):
        client.get(address)
