"""Do children of primary age find no school for pupils from 12, and is it said where they need a toelaatbaarheidsverklaring?"""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.config.cli import main
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_site
from tests.features.finder.conftest import AGO, at

pytestmark = pytest.mark.django_db
FROM_12 = "Deze school is alleen voor leerlingen vanaf 12 jaar."
NEARBY = "/zoeken/?plaats=9999&afstand=alle"


@pytest.fixture
def secondary(ground):
    site = at(a_site(ground["near"].partnership, name="De Overloop", kind="secondary_special"), 100, kind="VSO")
    a_public_offer(site, on=AGO)
    return site


def body(address: str) -> str:
    return Client().get(address, follow=True).content.decode()


def asked(**given: str) -> str:
    return Client().post(reverse("finder:ask"), {"plaats": "9999", "afstand": "alle", **given}, follow=True).content.decode()


def test_a_school_for_pupils_from_12_is_not_among_the_schools_for_a_child(secondary, lift):
    for page in (body(NEARBY), asked(kies=lift), asked(nodig="lift")):
        assert "De Vuursprot" in page
        assert "De Overloop" not in page


def test_who_asks_for_that_kind_of_school_gets_it_with_the_age(secondary):
    page = body(NEARBY + "&soort=secondary_special")
    assert "De Overloop" in page
    assert FROM_12 in page
    assert "De Vuursprot" not in page


def test_who_types_its_name_finds_it_with_the_age_and_its_own_page_says_so(secondary):
    assert FROM_12 in asked(nodig="De Overloop")
    assert FROM_12 in body(reverse("profiles:school", args=[secondary.brin6]))


def test_who_types_vso_is_led_to_those_schools(secondary):
    page = asked(nodig="vso")
    assert "Die is voor leerlingen vanaf 12 jaar" in page
    assert "soort=secondary_special" in page


@pytest.mark.parametrize(
    ("kind", "sentence", "article"),
    [
        (
            "special_primary",
            "Voor deze school is een toelaatbaarheidsverklaring van het samenwerkingsverband nodig.",
            "artikel 40 lid 8 WPO",
        ),
        (
            "special",
            "Voor deze school is meestal een toelaatbaarheidsverklaring van het samenwerkingsverband nodig.",
            "artikel 40 lid 10 WEC",
        ),
    ],
)
def test_at_a_school_for_special_education_it_is_said_that_a_declaration_is_needed(ground, kind, sentence, article):
    site = ground["near"]
    assert sentence not in body(NEARBY)
    type(site).anywhere.filter(pk=site.pk).update(kind=kind, name="De Tweesprong")
    page = body(NEARBY)
    assert sentence in page
    assert article in page
    assert sentence in body(reverse("finder:compare") + f"?school={site.brin6}")


def test_whoever_asks_at_a_terminal_reads_it_too(secondary, ground, capsys):
    type(secondary).anywhere.filter(pk=ground["near"].pk).update(kind="special")
    main(["find", "9999", "lift", "--json"])
    told = {school["name"]: school for school in json.loads(capsys.readouterr().out)["schools"]}
    assert "De Overloop" not in told
    assert "toelaatbaarheidsverklaring" in told["De Vuursprot"]["before_admission"]
    main(["find", "9999", "lift"])
    assert "toelaatbaarheidsverklaring" in capsys.readouterr().out
