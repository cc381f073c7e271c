"""Does Dekkend remind, close what was forgotten, pass on numbers without a school, and wipe? And does it never take silence for a no?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.needcards.actions.caring import care
from dekkend.needcards.actions.ending import close, reopen
from dekkend.needcards.jobs import look_after_cards, take_up_cards
from dekkend.needcards.models import CardStep, Inquiry, NeedCard
from dekkend.needcards.words.cards import Outcome, State
from dekkend.notices.models import Outgoing
from dekkend.organisations.words import Refused
from dekkend.signals.models import Signal
from tests.factories.needcards import TEXT, TODAY, a_concept, a_question, answered, asked, who

pytestmark = pytest.mark.django_db
WEEKS = 4


@pytest.fixture
def card(ours, other, third):
    return a_question(ours.site, ours.person, other.site, third.site, area="9999")


def go(day) -> dict[str, int]:
    return care(weeks=WEEKS, today=day, now=timezone.now() + (day - TODAY))


def mails(notice: str) -> list[str]:
    return sorted(Outgoing.objects.filter(notice=f"needcards.{notice}").values_list("address", flat=True))


def test_who_did_not_answer_is_reminded_a_day_before_and_a_day_after_once(card, ours, other, third):
    answered(card, other.site, other.person, "yes")
    go(card.answer_by - timedelta(2))
    assert mails("due") == mails("late") == []
    for _twice in range(2):
        go(card.answer_by - timedelta(1))
    assert mails("due") == [third.person.email]
    go(card.answer_by)
    assert mails("late") == []
    for later in (1, 1, 5):
        go(card.answer_by + timedelta(later))
    assert mails("late") == [third.person.email]
    assert mails("to_close") == [ours.person.email]


def test_no_answer_is_unknown_and_never_no(card, ours, third):
    go(card.answer_by + timedelta(3))
    assert asked(card, third.site).reply == ""
    page = ours.browser.get(f"/rondvragen/{card.pk}/").content.decode()
    assert "Geen antwoord: 2" in page
    assert "Nee" not in page.replace("geen nee", "")
    answered(card, third.site, third.person, "yes")  # late is still welcome


def test_a_forgotten_question_is_closed_and_says_that_how_it_ended_is_not_known(card, ours):
    go(card.answer_by + timedelta(weeks=WEEKS) - timedelta(1))
    card.refresh_from_db()
    assert card.state == State.OPEN
    go(card.answer_by + timedelta(weeks=WEEKS))
    card.refresh_from_db()
    assert (card.state, card.outcome) == (State.CLOSED, Outcome.UNTOLD)
    assert "omdat niemand dat deed" in ours.browser.get(f"/rondvragen/{card.pk}/").content.decode()
    assert Entry.objects.filter(event="needcard.lapsed").count() == 1


def test_the_reasons_of_a_no_go_to_the_region_without_school_card_or_text_once_it_is_final(card, ours, other, third):
    answered(card, other.site, other.person, "no", "Wij hebben geen plek.", "full", "group")
    answered(card, third.site, third.person, "yes")
    close(card, Outcome.NOT_FOUND, None, who(ours.person))
    go(TODAY + timedelta(6))
    assert not Signal.anywhere.exists()
    reopen(card, who(ours.person))
    answered(card, other.site, other.person, "no", "", "full")
    close(card, Outcome.NOT_FOUND, None, who(ours.person))
    for _twice in range(2):
        go(TODAY + timedelta(7))
    kept = list(Signal.anywhere.order_by("code").values_list("partnership_id", "code", "area", "reason"))
    region = ours.site.partnership_id
    assert kept == [(region, "expertise.behaviour", "9999", "full"), (region, "expertise.second_language", "9999", "full")]
    assert "geen plek" not in str(list(Signal.anywhere.values()))
    with pytest.raises(Refused, match="voorbij"):
        reopen(card, who(ours.person))


def test_one_question_counts_once_however_many_schools_and_reasons_there_were(card, ours, other, third):
    answered(card, other.site, other.person, "no", "", "full", "group", "building")
    answered(card, third.site, third.person, "no", "", "group", "no_expertise")
    close(card, Outcome.NOT_FOUND, None, who(ours.person))
    go(TODAY + timedelta(7))
    assert list(Signal.anywhere.order_by("code").values_list("code", "reason")) == [
        ("expertise.behaviour", "group"),
        ("expertise.second_language", "group"),
    ]


def test_after_its_term_nothing_is_left_but_numbers(card, ours, other, third):
    answered(card, other.site, other.person, "no", "Wij hebben geen plek.", "full")
    close(card, Outcome.FOUND, third.site, who(ours.person))
    address = f"/rondvragen/gevraagd/{asked(card, other.site).pk}/"
    go(TODAY + timedelta(weeks=WEEKS) - timedelta(1))
    assert NeedCard.anywhere.get().text == TEXT
    assert go(TODAY + timedelta(weeks=WEEKS))["wiped"] == 1
    left = NeedCard.anywhere.get()
    assert (left.state, left.text, left.codes, left.age, left.area, left.contact, left.made_by) == ("wiped", "", [], "", "", "", None)
    assert left.tally == {"asked": 2, "answers": {"no": 1, "": 1}}
    assert not Inquiry.anywhere.exists()
    assert not CardStep.anywhere.exists()
    page = ours.browser.get(f"/rondvragen/{card.pk}/").content.decode()
    assert "gewist" in page
    assert "De Oude Haven" not in page
    assert other.browser.get(address).status_code == 404
    assert other.browser.post(address, {"reply": "yes"}).status_code == 404
    for end in ("schrijf", "scholen", "nakijken", "sluit", "intrekken", "terug"):
        assert ours.browser.post(f"/rondvragen/{card.pk}/{end}/").status_code in (302, 422)
    left.refresh_from_db()
    assert left.state == State.WIPED


def test_a_concept_that_lies_too_long_is_thrown_away(ours):
    a_concept(ours.site, ours.person, answer_by=TODAY + timedelta(40))
    go(TODAY + timedelta(27))
    assert NeedCard.anywhere.exists()
    go(TODAY + timedelta(28))
    assert not NeedCard.anywhere.exists()


def test_the_job_is_asked_for_once_a_day_and_does_all_of_it(card, settings):
    settings.NEED_CARD_WEEKS = 2
    assert take_up_cards(last=None, today=TODAY) == TODAY
    assert take_up_cards(last=TODAY, today=TODAY) == TODAY
    assert look_after_cards.func() == {"reminded": 0, "lapsed": 0, "settled": 0, "wiped": 0, "thrown away": 0}
