"""Is a silent school reminded, does its board read along in time, and is what was kept long enough really gone?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dekkend.audit.models import Entry
from dekkend.notices.actions import send
from dekkend.notices.models import Outgoing
from dekkend.notices.words import Notice, State
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.signals.actions import answering
from dekkend.signals.actions.keeping import remind, tell_boards, wipe
from dekkend.signals.jobs import look_after_signals, take_up_signals
from dekkend.signals.models import Signal, SignalStep, Turn
from dekkend.signals.queries import counts_by_code
from dekkend.signals.words import SignalState, Terms
from tests.factories.sessions import signed_in_fully
from tests.factories.signals import AUTISM, a_note

pytestmark = pytest.mark.django_db
TODAY, NOW, TERMS = timezone.localdate(), timezone.now(), Terms()


def days_ago(days: int):
    return TODAY - timedelta(days=days)


def test_a_school_is_reminded_once_after_a_week(sent):
    sent()
    Signal.anywhere.update(made_on=days_ago(6))
    assert remind(TERMS, today=TODAY, now=NOW) == 0
    Signal.anywhere.update(made_on=days_ago(7))
    assert remind(TERMS, today=TODAY, now=NOW) == 1
    assert remind(TERMS, today=TODAY, now=NOW) == 0
    assert Outgoing.objects.filter(notice="signals.waiting").count() == 1


def test_the_board_reads_along_after_two_weeks_and_the_sender_sees_that(sent, person, school):
    _, address = sent()
    person(Role.BOARD, school)
    Signal.anywhere.update(made_on=days_ago(13))
    assert tell_boards(TERMS, today=TODAY, now=NOW) == 0
    Signal.anywhere.update(made_on=days_ago(14))
    assert tell_boards(TERMS, today=TODAY, now=NOW) == 1
    assert tell_boards(TERMS, today=TODAY, now=NOW) == 0
    assert Outgoing.objects.filter(notice="signals.to_board").count() == 1
    assert "Het bestuur van de school leest mee" in Client().get(address).content.decode()
    assert Entry.objects.filter(event="signal.escalated").count() == 1


def test_what_was_answered_is_not_reminded_of_and_no_board_is_told(sent, person, school):
    signal, _ = sent()
    answered(signal, person(Role.DIRECTOR, school))
    Signal.anywhere.update(made_on=days_ago(20))
    assert (remind(TERMS, today=TODAY, now=NOW), tell_boards(TERMS, today=TODAY, now=NOW)) == (0, 0)


def answered(signal: Signal, by) -> None:
    given = {"by": by, "scope": scope_of(by, TODAY), "today": TODAY, "now": NOW}
    answering.answer(signal, SignalState.UNCHANGED, "Het klopt zoals het er staat.", **given)


def test_text_answer_and_address_go_thirty_days_after_closing(sent, person, school):
    signal, address = sent(email="ouder@post.example")
    answered(signal, person(Role.DIRECTOR, school))
    Signal.anywhere.update(closed_on=days_ago(30))
    assert wipe(TERMS, today=TODAY, now=NOW) == 0, "on the last day it is still there"
    Signal.anywhere.update(closed_on=days_ago(31))
    assert wipe(TERMS, today=TODAY, now=NOW) == 1
    assert wipe(TERMS, today=TODAY, now=NOW) == 0
    signal.refresh_from_db()
    assert (signal.text, signal.email, signal.wiped_on) == ("", "", TODAY)
    assert not Outgoing.objects.filter(address="ouder@post.example").exists(), "nor in what has to be mailed"
    assert set(SignalStep.anywhere.values_list("answer", flat=True)) == {""}
    assert "Het antwoord is gewist" in Client().get(address).content.decode()
    assert counts_by_code(school.partnership)[AUTISM].corrections == 1, "that it was said still counts"
    assert Entry.objects.get(event="signal.wiped").details == {"count": 1}


def test_what_nobody_answered_goes_after_a_year(sent):
    signal, address = sent()
    Signal.anywhere.update(made_on=days_ago(365))
    assert wipe(TERMS, today=TODAY, now=NOW) == 0
    Signal.anywhere.update(made_on=days_ago(366))
    assert wipe(TERMS, today=TODAY, now=NOW) == 1
    signal.refresh_from_db()
    assert (signal.state, signal.text) == ("lapsed", "")
    assert "Op deze melding kwam geen antwoord" in Client().get(address).content.decode()


def test_a_note_is_emptied_too_and_still_counts(school):
    note = a_note(school.partnership)
    Signal.anywhere.update(made_on=days_ago(400))
    assert wipe(TERMS, today=TODAY, now=NOW) == 1
    note.refresh_from_db()
    assert note.text == ""
    assert counts_by_code(school.partnership)[AUTISM].notes == 1


def test_the_daily_look_is_asked_once_a_day_and_throws_away_the_counts_of_yesterday(db):
    Turn.objects.create(day=days_ago(1), key="x", count=3)
    day = take_up_signals(last=None, today=TODAY)
    assert take_up_signals(last=day, today=TODAY) == TODAY
    assert DBTaskResult.objects.filter(task_path="dekkend.signals.jobs.look_after_signals").count() == 1
    assert look_after_signals.call() == 0
    assert not Turn.objects.exists()


def test_nobody_sees_to_whom_an_answer_goes_and_the_address_is_wiped_once_it_went(sent, person, school):
    signal, _ = sent(email="ouder@post.example")
    answered(signal, person(Role.DIRECTOR, school))
    administrator = signed_in_fully(person(Role.ADMINISTRATOR, school))
    assert b"ouder@post.example" not in administrator.get("/berichten/").content
    assert b"ouder@post.example" not in b"".join(administrator.get("/berichten/?als=csv").streaming_content)
    assert "(niet getoond)" in administrator.get("/berichten/").content.decode()
    assert "Er is antwoord op uw melding" not in administrator.get("/berichten/?zoek=ouder%40post").content.decode()
    mail = Outgoing.objects.get(notice=Notice.SIGNAL_ANSWERED.value)
    assert send(mail.pk, now=timezone.now()) is State.SENT
    mail.refresh_from_db()
    assert (mail.address, mail.text) == ("", "")


def test_texts_are_wiped_also_when_a_reminder_fails_and_however_many_there_are(sent, monkeypatch):
    sent()
    sent()
    Signal.anywhere.update(made_on=days_ago(400))
    monkeypatch.setattr("dekkend.signals.actions.keeping.MOST", 1)
    monkeypatch.setattr("dekkend.signals.jobs.remind", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        look_after_signals.func()
    assert set(Signal.anywhere.values_list("text", flat=True)) == {""}


def test_the_list_of_reports_does_not_search_in_what_visitors_wrote(sent, person, school):
    sent(text="Bartholomeus zit hier op school.")
    board = signed_in_fully(person(Role.DIRECTOR, school))
    assert "Autisme" in board.get("/signalen/").content.decode()
    assert "Autisme" not in board.get("/signalen/?zoek=Bartholomeus").content.decode()
