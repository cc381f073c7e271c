"""A worker is killed while it reads; another takes the document up and nothing is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PATIENCE = 60.0  # seconds
pytestmark = pytest.mark.slow


@pytest.fixture
def run(tmp_path) -> Iterator[Callable[..., subprocess.Popen]]:
    """Start `dekkend ...` with data of its own; whatever still runs at the end is killed, by its number."""
    environment = os.environ | {
        "DEKKEND_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo",
        "DEKKEND_READING_LEASE": "3",
        "DATABASE_URL": "",
    }
    started: list[subprocess.Popen] = []

    def make(*arguments: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "dekkend.config.cli", *arguments]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        started.append(process)
        return process

    yield make
    for process in started:
        if process.poll() is None:
            process.kill()
            process.wait()


def long_document(path: Path) -> None:
    """A PDF that takes seconds to read."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(100):
        for line in range(60):
            canvas.drawString(50, 800 - line * 12, f"Schoolondersteuningsprofiel, blad {page}, regel {line}: samen bouwen wij een toren.")
        canvas.showPage()
    canvas.save()


def hand_in(path: Path) -> str:
    return (
        "from django.core.files.base import ContentFile; from django.utils import timezone; from pathlib import Path;"
        "from dekkend.accounts.models import User; from dekkend.organisations.models import Partnership;"
        "from dekkend.reading.actions.taking_in import take_in; from dekkend.reading.jobs import read_later;"
        "region = Partnership.objects.create(code='PO9999', name='SWV Zilverkust');"
        "user = User.objects.create_user('a@zilverkust.example', 'x', name='A');"
        f"file = ContentFile(Path({str(path)!r}).read_bytes(), name='lang.pdf');"
        "taken = take_in([file], by=user, partnership=region, now=timezone.now());"
        "read_later(document.pk for document in taken.documents)"
    )


def wait_until(database: Path, wanted: Callable[[tuple], bool]) -> tuple:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with sqlite3.connect(database, timeout=10) as connection:
            row = connection.execute("SELECT state, attempts FROM reading_sourcedocument").fetchone()
        if row and wanted(row):
            return row
        time.sleep(0.05)
    raise AssertionError(f"still {row} after {PATIENCE} seconds")


def test_what_a_killed_worker_was_reading_is_read_by_the_next(run, tmp_path):
    long_document(tmp_path / "lang.pdf")
    database = tmp_path / "dekkend.sqlite3"
    assert run("migrate", "-v", "0").wait(PATIENCE) == 0
    assert run("shell", "-c", hand_in(tmp_path / "lang.pdf")).wait(PATIENCE) == 0
    first = run("worker", "--threads", "1")
    wait_until(database, lambda row: row[0] == "reading")
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert wait_until(database, lambda row: True) == ("reading", 1)
    time.sleep(3.1)  # the lease of the killed worker runs out
    run("worker", "--threads", "1")
    state, attempts = wait_until(database, lambda row: row[0] not in ("reading", "waiting"))
    assert state in ("read", "refused")
    assert attempts == 2
