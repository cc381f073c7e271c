"""Can a region teach the finder a word that parents type, take it back, and take the words along?"""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from django.test import Client

from dekkend.audit.models import Entry
from dekkend.finder.jobs import take_up_words
from dekkend.finder.models import LearnedWord
from dekkend.organisations.words import Role
from dekkend.signals.actions.counting import count_unknown
from dekkend.signals.queries import unknown_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser(site, signed_in) -> Client:
    return signed_in(Role.ADVISER, site)


def page(client) -> str:
    return client.get("/zoeken/woorden/").content.decode()


def test_a_word_shows_from_five_times_on_and_once_taught_it_is_understood(ground, adviser):
    for _ in range(4):
        count_unknown(["glimworm"])
    assert "glimworm" not in page(adviser)
    count_unknown(["glimworm"])
    assert "<b>glimworm</b>" in page(adviser)
    assert "5 keer" in page(adviser)
    adviser.post("/zoeken/woorden/", {"word": "glimworm", "other": "expertise.giftedness"})
    shown = Client().post("/zoeken/", {"plaats": "9999", "nodig": "onze dochter is een glimworm"}, follow=True).content.decode()
    assert "U schreef ‘glimworm’. Wij zochten op:" in shown
    assert Entry.objects.filter(event="finder.taught").count() == 1


def test_a_word_that_our_list_knows_by_now_is_asked_about_no_more(ground, adviser):
    for word in ("epileps", "autism", "glimworm"):
        for _ in range(6):
            count_unknown([word])
    shown = page(adviser)
    assert ("<b>glimworm</b>" in shown, "<b>autism</b>" in shown, "<b>epileps</b>" in shown) == (True, False, False)
    assert take_up_words(last=None, today=date(2026, 11, 22)) == date(2026, 11, 22)
    assert [word.stem for word in unknown_words()] == ["glimworm"]


def test_a_word_without_support_is_asked_about_no_more(ground, adviser):
    adviser.post("/zoeken/woorden/", {"word": "glimwormen", "code": "geen"})
    shown = Client().post("/zoeken/", {"plaats": "9999", "nodig": "leert Nederlands en houdt van glimwormen"}, follow=True)
    assert "Dit begrepen wij niet" not in shown.content.decode()


def test_what_was_taught_can_be_taken_back_and_taught_otherwise(adviser):
    for code in ("expertise.giftedness", "expertise.autism"):
        adviser.post("/zoeken/woorden/", {"word": "glimworm", "code": code})
    assert [word.code for word in LearnedWord.objects.filter(ended_at=None)] == ["expertise.autism"]
    adviser.post("/zoeken/woorden/", {"word": "glimworm", "code": "terug"})
    assert not LearnedWord.objects.filter(ended_at=None).exists()
    assert LearnedWord.objects.count() == 2, "what stood is kept"
    assert "is niets onthouden" in adviser.post("/zoeken/woorden/", {"word": "glimworm", "code": "terug"}, follow=True).content.decode()


@pytest.mark.parametrize(
    "wrong", [{"word": "de", "code": "geen"}, {"word": "twee woorden", "code": "geen"}, {"word": "<b>", "code": "geen"}]
)
def test_what_is_no_word_is_refused_with_the_reason(adviser, wrong):
    assert "Dit is geen woord om te leren" in adviser.post("/zoeken/woorden/", wrong, follow=True).content.decode()


def test_a_kind_that_does_not_exist_is_refused(adviser):
    assert (
        "staat niet in de catalogus" in adviser.post("/zoeken/woorden/", {"word": "glimworm", "code": "x.y"}, follow=True).content.decode()
    )
    assert not LearnedWord.objects.exists()


def test_the_words_are_taken_along_in_the_form_of_our_own_list(adviser):
    adviser.post("/zoeken/woorden/", {"word": "glimworm", "code": "expertise.giftedness"})
    adviser.post("/zoeken/woorden/", {"word": "heimwee", "code": "geen"})
    told = yaml.safe_load(adviser.get("/zoeken/woorden/lijst/").content)
    assert told["entries"] == [{"codes": [], "nl": ["heimwee"]}, {"codes": ["expertise.giftedness"], "nl": ["glimworm"]}]


def test_a_school_teaches_nothing(site, signed_in):
    assert signed_in(Role.DIRECTOR, site).post("/zoeken/woorden/", {"word": "glimworm", "code": "geen"}).status_code == 403
