"""Do parents see on the school page what is different today, and when the school last stood for it?"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.offers.actions import saying
from dekkend.offers.words import Availability, Said
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.ui.templatetags.ui import in_words
from tests.factories.offers import NT2, a_public_offer

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def say(site, person):
    director = person(Role.DIRECTOR, site)
    director.name = "Yara Nijborg"
    director.save()

    def make(key: str, said: Said) -> None:
        saying.declare(site, key, said, by=director, scope=scope_of(director, TODAY), today=TODAY, now=timezone.now())

    return make


def page(site, rest="") -> str:
    return Client().get(f"/scholen/{site.brin6}/{rest}").content.decode()


def test_a_pause_is_told_in_plain_words_and_without_names(site, say):
    a_public_offer(site, on=TODAY - timedelta(30))
    assert "Dit is nu anders" not in page(site)
    until = TODAY + timedelta(7)
    say(NT2, Said(Availability.PAUSED, until=until, note_for_parents="De taalklas begint weer.", role="taalleraar", persons=1))
    shown = page(site)
    assert "Dit is nu anders" in shown
    assert f"Dit kan nu even niet, tot en met {in_words(until)}." in shown
    assert "De taalklas begint weer." in shown
    assert "Daarvan kan 1 nu niet." in shown
    assert "taalleraar" not in shown
    assert "Yara Nijborg" not in shown, "whoever said it is not named in public"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (Said(Availability.PAUSED), "Tot wanneer is niet bekend."),
        (Said(Availability.PLANNED), "Vanaf wanneer is niet bekend."),
        (Said(Availability.GONE), "De school geeft dit niet meer."),
        (Said(hours=Decimal("2.5")), "Nu is er 2,5 uur per week."),
        (Said(Availability.PAUSED, from_day=TODAY + timedelta(3)), "een tijd niet."),
    ],
)
def test_every_state_has_its_sentence(site, say, said, sentence):
    a_public_offer(site, on=TODAY - timedelta(30))
    say(NT2, said)
    assert sentence in page(site)


def test_the_day_of_confirming_is_shown_and_a_stale_one_says_to_ask(site, say):
    version = a_public_offer(site, on=date(2023, 7, 20), year="2023-2024")
    assert "vraag de school of het nog zo is" in page(site)
    say(NT2, Said())
    assert f"Bevestigd op {in_words(TODAY)}." in page(site)
    assert version.published_on == date(2023, 7, 20)


def test_an_earlier_year_says_nothing_of_today(site, say):
    a_public_offer(site, on=date(2023, 7, 20), year="2023-2024")
    a_public_offer(site, on=TODAY - timedelta(30), year="2024-2025")
    say(NT2, Said(Availability.GONE))
    assert "Dit is nu anders" in page(site)
    assert "Dit is nu anders" not in page(site, "2023-2024/?versie=openbaar")


def test_a_visitor_who_kept_the_page_gets_the_new_one_when_something_changed(site, say):
    a_public_offer(site, on=TODAY - timedelta(30))
    client = Client()
    etag = client.get(f"/scholen/{site.brin6}/")["ETag"]
    say(NT2, Said(Availability.PAUSED))
    assert client.get(f"/scholen/{site.brin6}/", headers={"If-None-Match": etag}).status_code == 200
