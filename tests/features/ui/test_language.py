"""Can someone read the screens in English, and is what is still Dutch marked as Dutch?"""

import pytest
from django.test import Client

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


def test_a_screen_without_english_says_that_its_content_is_dutch(english):
    assert 'id="inhoud" tabindex="-1" lang="nl"' in english.get("/toegankelijkheid/").content.decode()
    assert 'id="inhoud" tabindex="-1">' in english.get("/").content.decode()


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
