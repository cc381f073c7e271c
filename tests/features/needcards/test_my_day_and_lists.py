"""Does each side see on its own day what waits, without the content, and do the lists ask the database as often for three as for one?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.needcards.actions.replying import answer
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import STALE_DRAFT
from dekkend.ui.templatetags.ui import in_words
from tests.factories.needcards import TEXT, TODAY, a_concept, a_question, answered, asked, keeper, who, written
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db


def day_of(school) -> str:
    return school.browser.get("/mijn-dag/").content.decode()


def test_each_side_sees_what_waits_for_it_and_nothing_of_the_question(ours, other):
    assert "Rondvragen:" not in day_of(other)
    card = a_question(ours.site, ours.person, other.site)
    page = day_of(other)
    assert "Vraag van De Vuursprot" in page
    assert TEXT not in page
    assert "Rondvragen: uw eigen vragen" not in day_of(ours)
    answered(card, other.site, other.person, "question", "Hoeveel dagen?")
    assert "Een school vraagt iets terug." in day_of(ours)
    assert "Vraag van De Vuursprot" not in day_of(other)
    answer(asked(card, other.site), "Vier dagen.", who(ours.person))
    assert "Vraag van De Vuursprot" in day_of(other)
    answered(card, other.site, other.person, "yes")
    assert "Alle scholen antwoordden." in day_of(ours)


def test_a_question_whose_day_has_passed_waits_for_its_sender(ours, other):
    card = a_question(ours.site, ours.person, other.site)
    NeedCard.anywhere.filter(pk=card.pk).update(answer_by=TODAY - timedelta(1))
    assert "De tijd om te antwoorden is voorbij." in day_of(ours)
    assert "dag te laat" in day_of(other)


def test_a_question_that_was_not_sent_is_seen_before_it_is_thrown_away(ours, other):
    card = a_concept(ours.site, ours.person)
    NeedCard.anywhere.filter(pk=card.pk).update(made_at=timezone.now() - timedelta(STALE_DRAFT - 3))
    page = day_of(ours)
    assert "Rondvragen: nog niet gesteld" in page
    assert f"Wordt op {in_words(TODAY + timedelta(3))} weggegooid" in page
    assert TEXT not in page
    assert "nog niet gesteld" not in day_of(other)


@pytest.fixture
def queries(ours):
    """`queries(address)`: how many questions the database gets (the second time: caches are warm)."""

    def count(address: str, browser) -> int:
        assert browser.get(address).status_code == 200
        with CaptureQueriesContext(connection) as made:
            assert browser.get(address).status_code == 200
        return len(made)

    return count


def three_more(ours, other) -> None:
    for _more in range(2):
        a_question(ours.site, ours.person, other.site)


def test_lists_ask_as_often_for_three_rows_as_for_one(queries, ours, other):
    card = a_question(ours.site, ours.person, other.site)
    NeedCard.anywhere.filter(pk=card.pk).update(answer_by=TODAY - timedelta(1))
    places = (("/rondvragen/", other), ("/rondvragen/gesteld/", ours), ("/mijn-dag/", other), ("/mijn-dag/", ours))
    before = [queries(address, school.browser) for address, school in places]
    three_more(ours, other)
    NeedCard.anywhere.update(answer_by=TODAY - timedelta(1))
    assert [queries(address, school.browser) for address, school in places] == before


def test_a_card_asks_as_often_for_three_schools_as_for_one(queries, ours, other, third):
    card = a_question(ours.site, ours.person, other.site)
    more = a_site(ours.site.partnership, name="De Stuurhut")
    keeper(more)
    addresses = [
        f"/rondvragen/{card.pk}/",
        f"/rondvragen/{card.pk}/scholen/",
        f"/rondvragen/{card.pk}/nakijken/",
        f"/rondvragen/{card.pk}/sluit/",
    ]
    before = [queries(address, ours.browser) for address in addresses]
    for site in (third.site, more):
        Inquiry.objects.create(card=card, site=site, sent_at=card.sent_at, reply="no", reasons=["full"])
    assert [queries(address, ours.browser) for address in addresses] == before


def test_empty_lists_say_what_to_do_and_the_lists_filter_and_sort(ours, other):
    for address in ("/rondvragen/", "/rondvragen/gesteld/"):
        assert "Stel een vraag aan andere scholen" in ours.browser.get(address).content.decode()
    card = a_question(ours.site, ours.person, other.site)
    concept = a_concept(ours.site, ours.person)
    page = ours.browser.get("/rondvragen/gesteld/?stand=draft&sorteer=-voor").content.decode()
    assert f'href="/rondvragen/{concept.pk}/"' in page
    assert f'href="/rondvragen/{card.pk}/"' not in page
    assert "Vraag van " in page
    assert not re.search(r"Vraag \d", page)  # a number would count the questions of all schools together
    assert "0 van 1" in b"".join(ours.browser.get("/rondvragen/gesteld/?als=csv").streaming_content).decode()
    assert "Niets gevonden" in other.browser.get("/rondvragen/?antwoord=klaar").content.decode()
    assert "Vuursprot" in other.browser.get("/rondvragen/?antwoord=open&zoek=vuur").content.decode()


def test_questions_of_the_same_minute_can_be_told_apart_on_my_day(ours):
    for _ in range(2):
        a_concept(ours.site, ours.person)
    page = day_of(ours)
    assert "Concept 1: vraag van" in page
    assert "Concept 2: vraag van" in page
    assert f"U vraagt antwoord uiterlijk op {in_words(written().answer_by)}." in page
