"""Can a region teach the finder a word that parents type, take it back, and take the words along?"""

from __future__ import annotations

from datetime import UTC, date, datetime

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


def taught(client, word: str, code: str, **given):
    """Someone teaches a word that is no name."""
    return client.post("/zoeken/woorden/", {"word": word, "code": code, "no_name": "1"} | given, follow=True).content.decode()


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
    taught(adviser, "glimwormen", "geen")
    shown = Client().post("/zoeken/", {"plaats": "9999", "nodig": "leert Nederlands en houdt van glimwormen"}, follow=True)
    assert "Dit begrepen wij niet" not in shown.content.decode()


def test_what_was_taught_can_be_taken_back_and_taught_otherwise(adviser):
    for code in ("expertise.giftedness", "expertise.autism"):
        taught(adviser, "glimworm", code)
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
    assert "staat niet in de catalogus" in taught(adviser, "glimworm", "x.y")
    assert not LearnedWord.objects.exists()


def test_the_words_are_taken_along_in_the_form_of_our_own_list(adviser):
    taught(adviser, "glimworm", "expertise.giftedness")
    taught(adviser, "heimwee", "geen")
    told = yaml.safe_load(adviser.get("/zoeken/woorden/lijst/").content)
    assert told["entries"] == [{"codes": [], "nl": ["heimwee"]}, {"codes": ["expertise.giftedness"], "nl": ["glimworm"]}]


def test_a_school_teaches_nothing(site, signed_in):
    assert signed_in(Role.DIRECTOR, site).post("/zoeken/woorden/", {"word": "glimworm", "code": "geen"}).status_code == 403


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("autisme", "‘autisme’ kent de zoeker al: Autisme. Er is niets veranderd."),
        ("autismebegeleiding", "‘autismebegeleiding’ kent de zoeker al: Autisme."),
        ("angstig", "Bij ‘angstig’ vraagt de zoeker al wat iemand bedoelt: Faalangst"),
        ("school", "een woord dat niet zegt welke hulp nodig is"),
        ("klasgenoot", "een woord dat niet zegt welke hulp nodig is"),
        ("Fatima", "‘Fatima’ is een voornaam. Namen leert de zoeker niet."),
    ],
)
def test_what_our_own_list_knows_and_a_given_name_are_refused_with_the_reason(adviser, word, why):
    assert why in taught(adviser, word, "facilities.lift")
    assert not LearnedWord.objects.exists()


@pytest.mark.parametrize("word", ["Jansen", "jansen", "Glimworm"])
def test_a_word_with_a_capital_or_one_that_is_seldom_typed_is_asked_about_first(adviser, word):
    for _ in range(5):
        count_unknown(["glimworm"])
    asked = adviser.post("/zoeken/woorden/", {"word": word, "other": "facilities.lift"}).content.decode()
    assert f"Is ‘{word}’ een naam?" in asked
    assert not LearnedWord.objects.exists()
    assert f"Wie ‘{word}’ typt, zoekt voortaan op: Lift." in taught(adviser, word, "facilities.lift")


def test_a_learned_word_that_our_own_list_got_since_is_shown_with_what_it_does_now(adviser):
    LearnedWord.objects.create(stem="autism", code="facilities.lift", at=datetime(2026, 9, 1, tzinfo=UTC))
    assert "De zoeker maakt er nu van: Autisme." in page(adviser)


def test_a_word_that_only_looks_like_one_of_our_list_can_be_taught(ground, adviser):
    assert "zoekt voortaan op: Autisme." in taught(adviser, "autisem", "expertise.autism")
    shown = Client().post("/zoeken/", {"plaats": "9999", "nodig": "autisem"}, follow=True).content.decode()
    assert "U schreef ‘autisem’. Wij zochten op:" in shown
