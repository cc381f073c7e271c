"""Is help that cannot wait said before any school, on every page of a question, and is a parent led to what they really look for?"""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

SUICIDE = "Denkt iemand aan zelfmoord? Bel 113 of gratis 0800-0113, of chat op 113.nl."
SAFETY = "Is een kind niet veilig? Bel Veilig Thuis: 0800-2000 (gratis, dag en nacht). Bij direct gevaar: 112."


def body(response) -> str:
    return response.content.decode()


def ask(client: Client | None = None, **given):
    return (client or Client()).post("/zoeken/", {"plaats": "9999"} | given, follow=True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mijn kind denkt aan zelfmoord", SUICIDE),
        ("zelfmoordgedachten", SUICIDE),
        ("zelfbeschadeging", SUICIDE),
        ("My son wants to die.", SUICIDE),
        ("zij wil er niet meer zijn", SUICIDE),
        ("hij is mishandeld", SAFETY),
        ("seksueel misbruik", SAFETY),
    ],
)
def test_help_that_cannot_wait_is_said_first_while_asking_back_and_with_the_result(ground, typed, said):
    client = Client()
    meant = ask(client, nodig=typed)
    assert body(meant).index(said) < body(meant).index("<h1")
    slot = meant.redirect_chain[-1][0].split("/")[3]
    result = body(client.post("/zoeken/", {"vraag": slot, "kies": "external_experts.psychologist"}, follow=True))
    assert result.index(said) < result.index("<h1")


def test_help_is_said_too_when_the_place_is_not_known(ground):
    assert SUICIDE in body(ask(nodig="zelfmoord", plaats="Nergenshuizen"))


def test_help_is_said_in_the_language_of_the_screen(ground):
    page = Client(headers={"accept-language": "en"}).post("/zoeken/", {"plaats": "9999", "nodig": "suicide"}, follow=True)
    assert "0800-0113" in body(page)


@pytest.mark.parametrize("typed", ["een lift", "hij wil naar een school die past", "amuse", "hij gebruikt een rolstoel", "dyslexie"])
def test_other_questions_get_no_such_words(ground, typed):
    page = body(ask(nodig=typed))
    assert "0800-" not in page
    assert 'id="eerst-' not in page


def test_medical_care_is_asked_about_and_always_agreed_with_the_school(ground):
    page = body(ask(nodig="diabetes insuline prikken"))
    assert "Bedoelt u:" in page
    assert "spreekt u altijd met de school af" in page


def test_who_types_special_education_is_led_to_the_special_schools(ground):
    page = body(ask(nodig="speciaal onderwijs"))
    assert "Zoekt u een school voor speciaal onderwijs zelf?" in page
    assert "?plaats=9999&amp;afstand=alle&amp;soort=special" in page


def test_no_heading_tells_of_zero_schools(ground):
    page = body(ask(kies="facilities.deaf_provision", afstand="2"))
    assert ">0 scholen" not in page
    assert "weten wij het niet" in page
