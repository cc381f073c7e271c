"""Can someone read the screens in English, and is what is still Dutch marked as Dutch?"""

from datetime import date

import pytest
from django.test import Client
from django.utils import translation

from dekkend.ui.translation import translated
from tests.factories.offers import a_public_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(client) -> Client:
    client.get("/taal/en/")
    return client


def test_screens_are_dutch_until_someone_chooses_whatever_the_browser_asks(client):
    page = client.get("/", headers={"accept-language": "en"})
    assert '<html lang="nl">' in page.content.decode()
    assert page["Content-Language"] == "nl"


def test_the_choice_is_remembered_and_goes_back_to_the_page(client):
    answer = client.get("/taal/en/?terug=/%3Fnaam%3Dvuur")
    assert answer["Location"] == "/?naam=vuur"
    assert answer.cookies["django_language"]["httponly"]
    page = client.get("/").content.decode()
    assert '<html lang="en">' in page
    assert "Which school can help my child?" in page
    client.get("/taal/nl/")
    assert "Welke school kan mijn kind helpen?" in client.get("/").content.decode()


def test_what_our_rules_said_is_shown_in_english_and_the_words_of_the_school_are_marked_as_dutch(english, site):
    a_public_offer(site, year="2024-2025", on=date(2024, 7, 20))
    page = english.get(f"/scholen/{site.brin6}/").content.decode()
    assert "What this school can do" in page
    assert "Someone in the team knows a lot about" in page
    assert "Iemand in het team" not in page
    assert '<p class="dk-small dk-subtle">In the school’s own words: <span lang="nl">' in page


def test_days_and_amounts_are_written_the_english_way():
    with translation.override("en"):
        assert translated("5 oktober 2026") == "5 October 2026"
        assert translated("€ 8.500") == "€8,500"
        assert translated("€ 106,50") == "€106.50"


def test_a_sentence_in_a_sentence_is_translated_too():
    with translation.override("en"):
        assert translated("De school werkt soms samen met een logopedist, als dat nodig is.") == (
            "The school sometimes works with a speech therapist, when needed."
        )


def test_changes_in_one_line_are_translated_each():
    with translation.override("en"):
        told = translated("omweg 1,5; scholen buiten de regio tellen mee; omweg 1,25")
    assert "omweg" not in told
    assert "tellen mee" not in told
    assert told.count("; ") == 2


def test_what_people_typed_stays_as_they_typed_it():
    with translation.override("en"):
        assert translated("Onze school heeft een tuin.") == "Onze school heeft een tuin."
    with translation.override("nl"):
        assert translated("Een school wordt taalschool") == "Een school wordt taalschool"


def test_an_error_page_is_translated_too(english):
    assert "This page does not exist" in english.get("/bestaat-niet/").content.decode()


@pytest.mark.parametrize("address", ["https://elders.example/", "//elders.example", "javascript:alert(1)"])
def test_the_way_back_never_leads_to_another_site(client, address):
    assert client.get("/taal/en/", {"terug": address})["Location"] == "/"


def test_a_language_that_is_not_there_is_not_found(client):
    assert client.get("/taal/fr/").status_code == 404


def test_a_made_up_cookie_is_passed_over(client):
    client.cookies["django_language"] = "../../etc"
    assert '<html lang="nl">' in client.get("/").content.decode()


def test_numbers_among_words_of_ours_do_not_keep_these_dutch():
    with translation.override("en"):
        assert translated("22–31; 1–10; geen") == "22–31; 1–10; none"
        assert translated("Rust; 1–10") == "Rust; 1–10"
