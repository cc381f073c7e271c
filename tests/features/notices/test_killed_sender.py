"""A sender is killed after the mail went out and before that was noted: is the mail sent a second time, or forgotten?"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

START = (
    "import django, os, signal; django.setup(); from datetime import timedelta; from django.utils import timezone; now = timezone.now();"
)
TELL = START + (
    "from dekkend.notices.actions import tell; from dekkend.notices.words import Notice, Recipient;"
    "tell(Notice.BATCH_READ, [Recipient('joris@devuursprot.example')], about='batch-1', now=now, values={'count': '3 documenten'})"
)
SEND_AND_DIE = START + (
    "from dekkend.notices import actions; real = actions.deliver;\n"
    "def deliver(**given):\n    real(**given)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    "actions.deliver = deliver; actions.send(1, now=now)"
)
LATER = START + (
    "from dekkend.notices.jobs import take_up_mail;"
    "print('queued:', take_up_mail(now=now + timedelta(minutes=3)), take_up_mail(now=now + timedelta(days=1)))"
)


def test_it_is_sent_once_and_a_person_is_asked(tmp_path: Path):
    def run(*command: str) -> subprocess.CompletedProcess:
        own = {"DEKKEND_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo", "DATABASE_URL": ""}
        return subprocess.run([sys.executable, *command], env=os.environ | own, capture_output=True, text=True, check=False, timeout=60)

    assert run("-m", "django", "migrate", "-v", "0").returncode == 0
    assert run("-c", TELL).returncode == 0
    killed = run("-c", SEND_AND_DIE)
    assert killed.returncode == -signal.SIGKILL
    assert killed.stdout.count("Mail aan joris@devuursprot.example") == 1
    assert run("-c", LATER).stdout == "queued: 0 0\n"
    with sqlite3.connect(tmp_path / "dekkend.sqlite3") as database:
        assert database.execute("SELECT state, failure FROM notices_outgoing").fetchall() == [("unclear", "sender_lost")]
