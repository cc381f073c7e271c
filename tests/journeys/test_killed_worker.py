"""Workers are killed, stopped and set beside each other: nothing is lost, and nothing is done twice."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PATIENCE = 90.0  # seconds
pytestmark = pytest.mark.slow


def long_document(path: Path) -> None:
    """A PDF that takes seconds to read."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(100):
        for line in range(60):
            canvas.drawString(50, 800 - line * 12, f"Schoolondersteuningsprofiel, blad {page}, regel {line}: samen bouwen wij een toren.")
        canvas.showPage()
    canvas.save()


def hand_in(*paths: Path) -> str:
    return (
        "from django.core.files.base import ContentFile; from django.utils import timezone; from pathlib import Path;"
        "from dekkend.accounts.models import User; from dekkend.organisations.models import Partnership;"
        "from dekkend.reading.actions.taking_in import take_in; from dekkend.reading.jobs import read_later;"
        "region = Partnership.objects.create(code='PO9999', name='SWV Zilverkust');"
        "user = User.objects.create_user('a@zilverkust.example', 'x', name='A');"
        f"paths = [Path(name) for name in {[str(path) for path in paths]!r}];"
        "files = [ContentFile(path.read_bytes(), name=path.name) for path in paths];"
        "taken = take_in(files, by=user, partnership=region, now=timezone.now());"
        "read_later(document.pk for document in taken.documents)"
    )


def states(installation) -> list[tuple]:
    return installation.ask("SELECT state, attempts FROM reading_sourcedocument ORDER BY id")


def wait_until(installation, wanted: Callable[[list[tuple]], bool]) -> list[tuple]:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        rows = states(installation)
        if wanted(rows):
            return rows
        time.sleep(0.05)
    raise AssertionError(f"still {rows} after {PATIENCE} seconds")


def test_what_a_killed_worker_was_reading_is_read_by_the_next(installation, tmp_path):
    long_document(tmp_path / "lang.pdf")
    installation.shell(hand_in(tmp_path / "lang.pdf"))
    first = installation.start("worker", "--threads", "1", DEKKEND_READING_LEASE="3")
    wait_until(installation, lambda rows: rows[0][0] == "reading")
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert states(installation) == [("reading", 1)]
    time.sleep(3.1)  # the lease of the killed worker runs out
    installation.start("worker", "--threads", "1", DEKKEND_WORKER_LOST_AFTER="2", DEKKEND_READING_LEASE="60")
    ((state, attempts),) = wait_until(installation, lambda rows: rows[0][0] not in ("reading", "waiting"))
    assert state in ("read", "refused")
    assert attempts == 2
    wait_for_jobs(installation)


def wait_for_jobs(installation) -> None:
    """The queue entry of the killed worker is not left running for ever."""
    end = time.monotonic() + PATIENCE
    query = "SELECT COUNT(*) FROM django_tasks_database_dbtaskresult WHERE status <> 'SUCCESSFUL'"
    while installation.ask(query) != [(0,)]:
        assert time.monotonic() < end, installation.ask("SELECT status, worker_ids FROM django_tasks_database_dbtaskresult")
        time.sleep(0.1)


def test_several_workers_share_the_work_and_do_each_document_once(installation, tmp_path):
    paths = [tmp_path / f"profiel-{number}.txt" for number in range(24)]
    for number, path in enumerate(paths):
        path.write_text(f"Schoolondersteuningsprofiel nummer {number}\nDe Vuursprot\n", encoding="utf-8")
    installation.shell(hand_in(*paths))
    for _ in range(3):
        installation.start("worker", "--threads", "2")
    rows = wait_until(installation, lambda rows: all(state not in ("reading", "waiting") for state, _ in rows))
    assert [attempts for _, attempts in rows] == [1] * 24
    wait_for_jobs(installation)
    owners = {owner for (owner,) in installation.ask("SELECT CAST(worker_ids AS TEXT) FROM django_tasks_database_dbtaskresult")}
    assert len(owners) > 1


def test_a_worker_that_is_asked_to_stop_finishes_what_it_does_and_signs_off(installation, tmp_path):
    long_document(tmp_path / "lang.pdf")
    installation.shell(hand_in(tmp_path / "lang.pdf"))
    worker = installation.start("worker", "--threads", "1", DEKKEND_READING_LEASE="60")
    wait_until(installation, lambda rows: rows[0][0] == "reading")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
    ((state, attempts),) = states(installation)
    assert state in ("read", "refused")
    assert attempts == 1
    assert installation.ask("SELECT COUNT(*) FROM work_workersign") == [(0,)]
