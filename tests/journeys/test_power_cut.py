"""The server is killed while people type: is everything there that was said to be stored, and does the work go on where it stopped?"""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PATIENCE = 60.0  # seconds
TOKEN = "only4aJourneyOnly4aJourneyOnly4J"
PATHS = {"vision": "vision", "finances": "spending", "evaluation": "evaluation"}
BEGIN = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone
from dekkend.accounts.models import User
from dekkend.organisations.models import Membership
from dekkend.profiles.actions import make_draft
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site
site = a_site(a_region())
user = User.objects.create_user("a@zilverkust.example", None, name="Anna")
Membership.objects.create(user=user, role="coordinator", site=site)
make_draft(site, vuursprot() | {"school_year": "2030-2031"}, evidence={}, source=None, made_by=user, now=timezone.now())
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session.save()
print("READY", session.session_key, f"/scholen/aanbod/{site.brin6}/2030-2031/bewaar/")
"""
STANDS = """
import json
from dekkend.profiles.models import DraftChange, ProfileDraft
draft = ProfileDraft.anywhere.get()
numbers = list(DraftChange.anywhere.order_by("number").values_list("number", flat=True))
newest = {change.path: change.after for change in DraftChange.anywhere.order_by("number")}
print("STANDS", json.dumps([draft.values, draft.revision, numbers, newest]))
"""


@contextmanager
def serving(installation) -> Iterator[tuple[int, subprocess.Popen]]:
    """The real server with all it starts in one group, so that a power cut reaches all of it at once."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "error", "dekkend.config.wsgi:application"]
    environment = installation.environment | {"DEKKEND_EMBEDDED_WORKERS": "0"}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_for(port)
        yield port, process
    finally:
        cut(process)


def cut(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not start")


class Typist(threading.Thread):
    """Types sentence after sentence in one field until the power goes; remembers the last text that was said to be stored."""

    def __init__(self, port: int, cookie: str, address: str, part: str, base: str) -> None:
        super().__init__()
        self.port, self.cookie, self.address, self.part, self.path = port, cookie, address, part, PATHS[part]
        self.acknowledged = self.sent = ""
        self.base, self.count = base, 0

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while True:
            self.sent = f"{self.acknowledged} Zin {self.count}.".strip()
            try:
                self.save(connection)
            except (OSError, http.client.HTTPException):
                return

    def save(self, connection: http.client.HTTPConnection) -> None:
        given = {"part": self.part, "path": self.path, f"was:{self.path}": "x", f"base:{self.path}": self.base, self.path: self.sent}
        headers = {"Cookie": f"sessionid={self.cookie}; csrftoken={TOKEN}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", self.address, urllib.parse.urlencode(given | {"csrfmiddlewaretoken": TOKEN}), headers)
        answer = json.loads(connection.getresponse().read())
        assert answer["state"] == "saved", answer
        self.acknowledged, self.count = self.sent, self.count + 1
        self.base = answer["base"]


def test_after_a_power_cut_everything_that_was_said_to_be_stored_is_there(installation):
    _, cookie, address = next(line for line in installation.shell(BEGIN).splitlines() if line.startswith("READY")).split()
    for _ in range(2):
        seen = str(stands(installation)[1])
        with serving(installation) as (port, process):
            typists = [Typist(port, cookie, address, part, seen) for part in PATHS]
            for typist in typists:
                typist.start()
            end = time.monotonic() + PATIENCE
            while min(typist.count for typist in typists) < 5:
                assert time.monotonic() < end, [typist.count for typist in typists]
                time.sleep(0.01)
            cut(process)
            for typist in typists:
                typist.join()
        values, number, numbers, newest = stands(installation)
        assert numbers == list(range(1, number + 1))
        for typist in typists:
            assert values[typist.path] in (typist.acknowledged, typist.sent)
            assert values[typist.path] == newest[typist.path]


def stands(installation) -> list:
    told = next(line for line in installation.shell(STANDS).splitlines() if line.startswith("STANDS"))
    return json.loads(told.removeprefix("STANDS "))
