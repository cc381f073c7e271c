"""Does a school that closed ask, answer and get asked nothing more, and is that said to both sides?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dekkend.needcards.actions.caring import remind
from dekkend.needcards.actions.ending import close, reopen, withdraw
from dekkend.needcards.actions.replying import answer, reply
from dekkend.needcards.actions.sending import send
from dekkend.needcards.actions.writing import choose, discard, rewrite, write
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import Outcome
from dekkend.needcards.words.facts import Answered
from dekkend.notices.models import Outgoing
from dekkend.organisations.models import Site
from dekkend.organisations.words import Refused
from dekkend.register.models import Closure
from tests.factories.needcards import TODAY, a_concept, a_question, answered, asked, who, written

pytestmark = pytest.mark.django_db
SINCE = date(2026, 2, 1)
TOLD = "gesloten per 1 februari 2026"


def shut(site: Site) -> None:
    Closure.anywhere.create(site=site, closed_on=SINCE)


def page(school, address: str, status: int = 200) -> str:
    response = school.browser.get(address)
    assert response.status_code == status
    return response.content.decode()


def test_a_closed_school_takes_no_step_but_to_end_its_question(ours, other):
    concept, card = a_concept(ours.site, ours.person), a_question(ours.site, ours.person, other.site)
    choose(concept, [], [other.site.pk], who(ours.person))
    asked_back = a_question(ours.site, ours.person, other.site)
    answered(asked_back, other.site, other.person, "question", "Hoeveel dagen?")
    shut(ours.site)
    steps = (
        lambda: write(ours.site, written(), who(ours.person)),
        lambda: rewrite(concept, written(), who(ours.person)),
        lambda: choose(concept, [], [other.site.pk], who(ours.person)),
        lambda: send(concept, frozenset(), who(ours.person)),
        lambda: answer(asked(asked_back, other.site), "Twee dagen.", who(ours.person)),
        lambda: reply(asked(card, other.site), Answered("yes"), who(other.person)),
    )
    for step in steps:
        with pytest.raises(Refused, match=f"De Vuursprot is {TOLD}"):
            step()
    discard(concept, who(ours.person))
    close(card, Outcome.NOT_NEEDED, None, who(ours.person))
    withdraw(asked_back, who(ours.person))
    with pytest.raises(Refused, match=TOLD):
        reopen(card, who(ours.person))


def test_a_closed_school_answers_nothing_and_is_not_reminded(ours, other):
    card = a_question(ours.site, ours.person, other.site, answer_by=TODAY + timedelta(1))
    shut(other.site)
    told = Outgoing.objects.count()
    with pytest.raises(Refused, match=f"De Oude Haven is {TOLD}"):
        reply(asked(card, other.site), Answered("yes"), who(other.person))
    assert remind(today=TODAY, now=who(other.person).now) == 0
    assert Outgoing.objects.count() == told


def test_a_school_that_closed_after_it_was_chosen_is_not_asked_and_the_screen_says_so(ours, other, third):
    card = a_concept(ours.site, ours.person)
    choose(card, [], [other.site.pk, third.site.pk], who(ours.person))
    shut(other.site)
    assert "De Oude Haven is intussen gesloten en krijgt de vraag niet." in page(ours, f"/rondvragen/{card.pk}/nakijken/")
    assert send(card, frozenset(), who(ours.person)) == 1
    assert list(Inquiry.anywhere.filter(card=card).values_list("site__name", flat=True)) == ["De Zeevonkel"]


def test_both_sides_read_that_a_school_closed(ours, other, third):
    card = a_question(ours.site, ours.person, other.site, third.site)
    shut(other.site)
    mine = page(ours, f"/rondvragen/{card.pk}/")
    assert TOLD in mine
    assert "Deze school antwoordt niet meer." in mine
    theirs = page(other, f"/rondvragen/gevraagd/{asked(card, other.site).pk}/")
    assert f"De Oude Haven is {TOLD}" in theirs
    assert "Geef antwoord" not in theirs
    shown = page(other, "/rondvragen/")
    assert f"De Oude Haven is {TOLD}" in shown
    assert "Stel een vraag aan andere scholen" not in shown
    shut(ours.site)
    mine = page(ours, f"/rondvragen/{card.pk}/")
    assert f"De Vuursprot is {TOLD}" in mine
    assert "Vraag meer scholen" not in mine
    assert "Trek de vraag in" in mine


def test_my_day_says_that_the_school_closed_and_asks_only_to_end_what_is_open(ours, other, third):
    a_question(ours.site, ours.person, other.site)
    a_question(other.site, other.person, ours.site)
    a_concept(ours.site, ours.person)
    shut(ours.site)
    day = page(ours, "/mijn-dag/")
    assert f"De Vuursprot is {TOLD}" in day
    assert "Rondvragen: andere scholen vragen u iets" not in day
    assert "Rondvragen: nog niet gesteld" not in day
    assert "Trek de vraag in of sluit haar af" in day
    assert "Begin met het nieuwe aanbod" not in day
    assert "gesloten" not in page(third, "/mijn-dag/")
    assert NeedCard.anywhere.filter(state="draft").exists(), "it is thrown away when its term is over, as always"
