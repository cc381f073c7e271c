"""Does the doctor find what is wrong, say what, why and what to do, and stay silent about what is secret?"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections import namedtuple
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection
from django.utils import timezone

from dekkend.audit.actions import remove_expired
from dekkend.config.commands.doctor import tell
from dekkend.config.doctor import database, log, machine, people, safety, storage, work
from dekkend.config.doctor.examination import examine, findings_of
from dekkend.config.doctor.words import Finding, Severity, good, problem, warning
from dekkend.config.settings.safety import refuse_unsafe
from dekkend.kernel.dates import say_date
from dekkend.notices.models import Outgoing
from dekkend.notices.words import State
from dekkend.organisations.actions.beginning import begin_region
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from dekkend.reading.jobs import read_one
from dekkend.work.actions import give_sign

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def codes(findings: list[Finding], severity: Severity) -> set[str]:
    return {finding.code for finding in findings if finding.severity is severity}


def test_a_sound_installation_has_no_problems_and_each_warning_says_what_to_do():
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).chmod(0o600)  # as `dekkend` itself makes it
    found = examine(now=NOW)
    assert codes(found, Severity.PROBLEM) == set()
    assert {"python", "clock", "storage", "database", "migrations", "queue"} <= codes(found, Severity.GOOD)
    assert all(finding.why and finding.now for finding in found if finding.severity is not Severity.GOOD)


def test_a_problem_makes_the_exit_status_1_and_a_warning_does_not():
    assert tell([good("a", "A is goed.")], as_json=False, out=io.StringIO()) == 0
    assert tell([problem("a", "A.", "B.", "C.")], as_json=False, out=io.StringIO()) == 1


@pytest.mark.parametrize(
    ("found", "last"),
    [
        ([good("a", "A.")], "Alles is goed."),
        ([good("a", "A."), warning("b", "B.", "C.", "D.")], "Let op: 1."),
        ([problem("a", "A.", "B.", "C."), warning("b", "B.", "C.", "D.")], "Problemen: 1. Let op: 1."),
    ],
)
def test_the_last_line_counts_what_is_not_good(found, last):
    out = io.StringIO()
    tell(found, as_json=False, out=out)
    assert out.getvalue().splitlines()[-1] == last


def test_a_program_gets_the_same_as_json():
    out = io.StringIO()
    tell([problem("disk", "A.", "B.", "C.")], as_json=True, out=out)
    assert json.loads(out.getvalue()) == [{"code": "disk", "severity": "problem", "what": "A.", "why": "B.", "now": "C."}]


def test_each_unsafe_setting_is_a_problem_of_its_own():
    with pytest.raises(ImproperlyConfigured) as refused:
        refuse_unsafe(secret_key="geheim", hosts=["*"], debug="1", client_address_header="none")
    found = safety.settings_refused(str(refused.value))
    assert len(found) == 3
    assert "DEKKEND_SECRET_KEY" in found[0].what
    assert "geheim" not in found[0].what


@pytest.mark.parametrize(("name", "value"), [("DATABASE_URL", "mysql://localhost/x"), ("DEKKEND_POOL", "acht")])
def test_a_variable_that_cannot_be_read_is_named_and_is_no_fault_of_ours(name, value, tmp_path):
    given = os.environ | {"DATABASE_URL": "postgresql://localhost/x", "DEKKEND_VAR": str(tmp_path), name: value}
    given["DJANGO_SETTINGS_MODULE"] = "dekkend.config.settings.demo"
    run = subprocess.run([sys.executable, "-m", "dekkend.config.cli", "doctor"], env=given, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
    assert f"FOUT    {name} moet" in run.stdout


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about the file of SQLite")
def test_the_doctor_before_the_first_migrate_leaves_no_file_that_others_can_read(tmp_path):
    given = os.environ | {"DEKKEND_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo"}
    subprocess.run([sys.executable, "-m", "dekkend.config.cli", "doctor"], env=given, capture_output=True, check=False)
    assert [path.name for path in tmp_path.iterdir() if path.is_file() and path.stat().st_mode & 0o077] == []


def test_a_full_disk_is_a_problem(monkeypatch):
    monkeypatch.setattr(storage.shutil, "disk_usage", lambda _: namedtuple("Usage", "free")(400 * 1_000_000))
    assert codes(list(storage.disk()), Severity.PROBLEM) == {"disk"}


def test_a_private_folder_that_others_can_open_is_a_problem(settings):
    Path(settings.PRIVATE_ROOT).mkdir(parents=True)
    Path(settings.PRIVATE_ROOT).chmod(0o755)
    (found,) = [finding for finding in storage.private_folder() if finding.severity is Severity.PROBLEM]
    assert "chmod go=" in found.now


def test_tables_that_wait_for_a_change_are_a_problem(monkeypatch):
    monkeypatch.setattr(database, "pending_migrations", lambda: ["reading.0099_more"])
    (found,) = database.migrations()
    assert "dekkend backup" in found.now


@pytest.mark.parametrize("code", ["database", "migrations"])
def test_without_the_tables_nothing_is_said_of_what_is_in_them(monkeypatch, code):
    monkeypatch.setattr(database, "reachable" if code == "database" else "migrations", lambda: iter([problem(code, "A.", "B.", "C.")]))
    found = examine(now=NOW)
    assert codes(found, Severity.PROBLEM) >= {code}
    assert {"guards", "worker", "no_region", "not_checked"}.isdisjoint(finding.code for finding in found)


def test_a_switch_of_sqlite_that_is_off_is_a_problem(monkeypatch):
    monkeypatch.setattr(
        database, "_ask", lambda question: 0 if "foreign_keys" in question else {"PRAGMA journal_mode": "wal"}.get(question, 1)
    )
    assert [finding.what for finding in database._sqlite()] == ["SQLite draait met foreign_keys = 0."]


def test_a_clock_that_stands_in_the_past_is_a_problem():
    assert codes(list(machine.clock(datetime(1970, 1, 1, tzinfo=UTC))), Severity.PROBLEM) == {"clock"}


def test_no_worker_is_a_warning_and_a_problem_once_work_waits_for_it():
    assert codes(list(work.workers(NOW)), Severity.WARNING) == {"worker"}
    read_one.enqueue(1)
    later = timezone.now() + timedelta(minutes=6)
    assert codes(list(work.workers(later)), Severity.PROBLEM) == {"worker"}
    assert codes(list(work.queue(later)), Severity.PROBLEM) == {"queue"}
    give_sign(["een"], machine="zilverkust-1", now=later)
    assert codes(list(work.workers(later)), Severity.PROBLEM) == set()


def test_an_installation_without_a_region_says_how_to_begin():
    (found,) = people.administrators(NOW)
    assert (found.severity, "dekkend begin" in found.now) == (Severity.WARNING, True)


def test_a_region_without_a_running_administrator_is_a_problem_with_the_command_that_mends_it(person, site):
    region = site.partnership
    (found,) = people.administrators(NOW)
    assert (found.code, found.severity) == ("no_administrator", Severity.PROBLEM)
    assert f"dekkend begin --code {region.code}" in found.now
    person(Role.ADMINISTRATOR, site)
    assert codes(list(people.administrators(NOW)), Severity.GOOD) == {"administrators"}
    Membership.anywhere.update(ended_at=NOW)
    assert codes(list(people.administrators(NOW)), Severity.PROBLEM) == {"no_administrator"}


def test_a_region_that_invited_its_first_administrator_is_only_a_tip_until_the_link_is_over():
    invitation = begin_region("PO9999", "SWV Zilverkust", "yara@zilverkust.example", today=timezone.localdate(NOW), now=NOW).invitation
    (found,) = people.administrators(NOW)
    assert (found.code, found.severity) == ("administrator_invited", Severity.TIP)
    assert f"is uitgenodigd tot en met {say_date(timezone.localdate(invitation.expires_at).isoformat())}." in found.what
    assert "yara" not in found.what + found.why + found.now
    assert tell([found], as_json=False, out=io.StringIO()) == 0
    assert codes(list(people.administrators(invitation.expires_at)), Severity.PROBLEM) == {"no_administrator"}


@pytest.mark.parametrize(("days", "severity"), [(30, Severity.WARNING), (31, Severity.GOOD)])
def test_a_last_administrator_who_leaves_within_thirty_days_is_a_warning(person, site, days, severity):
    person(Role.ADMINISTRATOR, site)
    Membership.anywhere.update(ends_on=timezone.localdate(NOW) + timedelta(days=days))
    assert [finding.severity for finding in people.administrators(NOW)] == [severity]


def test_a_second_administrator_who_stays_is_enough(person, site):
    person(Role.ADMINISTRATOR, site)
    Membership.anywhere.update(ends_on=timezone.localdate(NOW) + timedelta(days=3))
    person(Role.ADMINISTRATOR, site)
    assert codes(list(people.administrators(NOW)), Severity.GOOD) == {"administrators"}


def test_terms_of_the_log_that_nobody_looked_at_for_two_days_are_a_warning():
    assert codes(list(log.retention(NOW)), Severity.WARNING) == {"retention"}
    remove_expired(today=NOW.date(), now=NOW - timedelta(days=2))
    assert codes(list(log.retention(NOW)), Severity.GOOD) == {"retention"}
    assert codes(list(log.retention(NOW + timedelta(seconds=1))), Severity.WARNING) == {"retention"}


def test_a_mail_server_that_does_not_answer_is_a_warning(settings):
    settings.EMAIL_BACKEND = safety.SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert codes(list(safety.mail()), Severity.WARNING) == {"mail"}


def test_a_check_that_breaks_off_is_reported_and_the_others_go_on():
    def broken():
        raise OSError("geheim")
        yield

    (found,) = findings_of(broken)
    assert found.code == "not_checked"
    assert "geheim" not in found.why


def test_a_database_that_does_not_answer_is_asked_once(monkeypatch):
    asked = []

    def silent() -> bool:
        asked.append(1)
        raise OperationalError("couldn't get a connection after 30.00 sec")

    monkeypatch.setattr(database, "database_answers", silent)
    monkeypatch.setattr(database, "pending_migrations", silent)
    assert "database" in codes(examine(now=NOW), Severity.PROBLEM)
    assert asked == [1]


def test_what_is_kept_among_the_programs_is_a_problem(settings, tmp_path):
    settings.VAR = tmp_path
    assert list(storage.place()) == []
    settings.VAR = Path("/opt/dekkend/venv/lib/python3.11/site-packages/var")
    assert "DEKKEND_VAR" in next(storage.place()).now


def test_who_answers_must_be_filled_in_outside_a_demo(settings):
    settings.DEMO, settings.DEFAULT_FROM_EMAIL, settings.SECURITY_CONTACT = False, "Dekkend <dekkend@localhost>", ""
    settings.ACCESSIBILITY_CONTACT = "drempel@zilverkust.example"
    sender, missing = safety.contacts()
    assert (sender.code, sender.severity) == ("mail_from", Severity.WARNING)
    assert missing.now == "Vul in: DEKKEND_SECURITY_CONTACT, DEKKEND_OPEN_DATA_CONTACT_MAIL."
    settings.DEFAULT_FROM_EMAIL, settings.SECURITY_CONTACT = "Dekkend <dekkend@zilverkust.example>", "lek@zilverkust.example"
    settings.OPEN_DATA_CONTACT = {"name": "Open data", "email": "data@zilverkust.example"}
    assert list(safety.contacts()) == []
    settings.DEMO, settings.SECURITY_CONTACT = True, ""
    assert list(safety.contacts()) == []


def test_the_address_that_counts_as_made_up_is_that_of_the_settings():
    from dekkend.config.settings import open_data

    assert open_data.OPEN_DATA_CONTACT["email"] == safety.MADE_UP


def test_mail_that_got_stuck_is_counted(monkeypatch):
    assert list(work.mails()) == []
    Outgoing.objects.create(notice="organisations.invitation", state=State.FAILED.value, made_at=NOW, next_attempt_at=NOW)
    (found,) = work.mails()
    assert found.what.startswith("1 mails zijn niet verstuurd")
