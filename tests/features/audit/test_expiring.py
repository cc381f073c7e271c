"""Do entries go when their term is over, and not a day before, while the chain still proves the rest?"""

from __future__ import annotations

import json
import time
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dekkend.audit.actions import claim_retention, remove_expired
from dekkend.audit.gateways import guards
from dekkend.audit.jobs import take_up_retention
from dekkend.audit.models import Anchor, Entry
from dekkend.audit.queries import check_chains, retention_last_finished
from dekkend.audit.words import Event, Subject, SubjectKind
from dekkend.config.work import Crew, drain
from tests.features.audit.conftest import LONG_AGO

pytestmark = pytest.mark.django_db

SOMEONE = Subject(SubjectKind.PERSON, "1", "Joris")


@pytest.fixture
def mixed(write) -> list[Entry]:
    """Old and new by turns: three runs of old entries."""
    ages = [LONG_AGO, LONG_AGO, timezone.now(), LONG_AGO, timezone.now(), timezone.now(), LONG_AGO]
    return [write(now=at) for at in ages]


def test_what_is_over_its_term_goes_and_the_chain_still_holds(mixed):
    assert remove_expired(today=timezone.now().date(), now=timezone.now()) == {1: 4}
    [report] = check_chains()
    assert (report.entries, report.breaks) == (4, ())
    assert [(anchor.first, anchor.last) for anchor in Anchor.objects.order_by("first")] == [(1, 2), (4, 4), (7, 7)]
    assert "bewaartermijn van 4 regels" in str(Entry.objects.get(event=Event.LOG_EXPIRED.value))


def test_a_second_time_nothing_more_goes(mixed):
    remove_expired(today=timezone.now().date(), now=timezone.now())
    assert remove_expired(today=timezone.now().date(), now=timezone.now()) == {}


def test_the_chain_holds_after_several_times(mixed, write, monkeypatch):
    monkeypatch.setattr("dekkend.audit.actions.MOST_AT_ONCE", 3)
    assert remove_expired(today=timezone.now().date(), now=timezone.now()) == {1: 4}
    write(now=LONG_AGO)
    assert remove_expired(today=timezone.now().date(), now=timezone.now()) == {1: 1}
    assert [report.breaks for report in check_chains()] == [()]


@pytest.mark.parametrize(("after", "left"), [(-1, 1), (0, 1), (1, 0)])
def test_an_entry_goes_on_the_day_after_its_last(write, after, left):
    entry = write(Event.SIGNED_IN, subject=SOMEONE, now=LONG_AGO)
    assert entry.keep_until == date(2015, 9, 1)
    remove_expired(today=entry.keep_until + timedelta(days=after), now=timezone.now())
    assert Entry.objects.filter(event=Event.SIGNED_IN.value).count() == left


def test_an_anchor_slipped_in_by_hand_is_found(mixed):
    old = mixed[0]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_anchor (chain, first, last, previous, hash, signed_by, signed_at) VALUES (1, 1, 1, %s, %s, 7, %s)",
            [old.previous, old.hash, timezone.now()],
        )
        cursor.execute("DELETE FROM audit_entry WHERE number = 1")
    [report] = check_chains()
    assert [found.why for found in report.breaks] == ["Regel 1 ontbreekt. Geen opruimregel staat daarvoor in."]


def test_the_command_says_what_went(mixed, capsys):
    call_command("audit_expire")
    assert "Keten 1: 4 regels verwijderd." in capsys.readouterr().out
    call_command("audit_expire")
    assert "Van geen enkele regel" in capsys.readouterr().out


def test_the_check_says_that_the_log_holds(mixed, capsys):
    call_command("audit_check")
    assert "Het logboek klopt: 7 regels in 1 ketens." in capsys.readouterr().out


def test_the_check_says_where_the_log_breaks(mixed):
    guards.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET subject_label = 'anders.pdf' WHERE number = 3")
    guards.install(connection)
    with pytest.raises(CommandError, match="Keten 1: Regel 3 is veranderd nadat zij geschreven is"):
        call_command("audit_check")


def test_a_log_that_was_written_anew_as_a_whole_is_found_with_an_earlier_end(mixed, write, tmp_path):
    call_command("audit_check", save=tmp_path / "ends.json")
    call_command("audit_check", against=tmp_path / "ends.json")
    guards.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry")
        cursor.execute("DELETE FROM audit_chainhead")
    guards.install(connection)
    for _ in range(9):
        write()
    call_command("audit_check")
    with pytest.raises(CommandError, match="regel 7 van de eerdere controle"):
        call_command("audit_check", against=tmp_path / "ends.json")


def test_an_earlier_end_that_expired_still_counts(write, tmp_path):
    write(now=LONG_AGO)
    call_command("audit_check", save=tmp_path / "ends.json")
    assert json.loads((tmp_path / "ends.json").read_text())["1"][0] == 1
    call_command("audit_expire")
    call_command("audit_check", against=tmp_path / "ends.json")


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_looks_at_the_terms_each_day(mixed):
    now = timezone.now()
    for _ in range(3):
        take_up_retention(now=now)
    assert DBTaskResult.objects.count() == 1
    drain()
    assert Entry.objects.count() == 4
    for hours, jobs in ((23, 1), (25, 2), (25, 2)):
        take_up_retention(now=now + timedelta(hours=hours))
        assert DBTaskResult.objects.count() == jobs
    assert [report.breaks for report in check_chains()] == [()]


def test_who_broke_off_is_relieved_after_an_hour(db):
    now = timezone.now()
    assert [claim_retention(now=now + timedelta(minutes=minutes)) for minutes in (0, 59, 61)] == [True, False, True]


@pytest.mark.django_db(transaction=True)
def test_a_crew_does_so_by_itself(mixed):
    crew = Crew(1)
    crew.start()
    for _ in range(100):
        if retention_last_finished():
            break
        time.sleep(0.1)
    crew.stop()
    assert crew.wait(15)
    assert Entry.objects.count() == 4


def test_a_wrong_file_to_compare_with_is_said(tmp_path):
    (tmp_path / "x").write_text("[]")
    with pytest.raises(CommandError, match="Kies een ander bestand"):
        call_command("audit_check", against=tmp_path / "x")
