"""Several web processes on one database, SQLite too: no request fails, the log stays whole, and the embedded workers run in one of them."""

from __future__ import annotations

import os
import signal
import socket
import time
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PATIENCE = 60.0  # seconds
ADDRESS = "ib@zilverkust.example"
WRITERS, TIMES = 8, 6


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def wait_for(answer) -> None:
    end = time.monotonic() + PATIENCE
    while not answer():
        assert time.monotonic() < end
        time.sleep(0.2)


def is_ready(site: str) -> bool:
    try:
        with urllib.request.urlopen(f"{site}/gereed", timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


def try_to_sign_in(site: str) -> Counter[int]:
    """A wrong password, some times; each is written down in one and the same chain of the log."""
    jar = CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    answers: Counter[int] = Counter()
    for _ in range(TIMES):
        page = opener.open(f"{site}/account/inloggen/", timeout=PATIENCE).read().decode()
        token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        given = urllib.parse.urlencode({"login": ADDRESS, "password": "fout", "csrfmiddlewaretoken": token}).encode()
        try:
            answers[opener.open(f"{site}/account/inloggen/", given, timeout=PATIENCE).status] += 1
        except urllib.error.HTTPError as refused:
            answers[refused.code] += 1
    return answers


@pytest.fixture
def site(installation):
    installation.shell(
        "from dekkend.accounts.models import User; from dekkend.organisations.models import Partnership;"
        f"User.objects.create_user('{ADDRESS}', 'vier woorden op rij', name='Joris');"
        "Partnership.objects.create(code='PO9999', name='SWV Zilverkust')"
    )
    port = free_port()
    server = installation.start("serve", "--processes", "2", "--port", str(port), DEKKEND_EMBEDDED_WORKERS="2")
    wait_for(lambda: is_ready(f"http://127.0.0.1:{port}"))
    yield f"http://127.0.0.1:{port}"
    server.send_signal(signal.SIGTERM)
    server.wait(PATIENCE)


def signs(installation) -> int:
    return installation.ask("SELECT count(*) FROM work_workersign")[0][0]


def children_of(number: int) -> list[int]:
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == number:
            found.append(int(place.parent.name))
    return found


def test_two_processes_write_at_once_and_nothing_is_lost(installation, site):
    with ThreadPoolExecutor(WRITERS) as pool:
        answers = sum(pool.map(try_to_sign_in, [site] * WRITERS), Counter())
    assert answers[422], answers
    assert set(answers) <= {422, 429}, answers  # wrong, or too often; never 500: no database that was locked
    # The limit of attempts stops most of them before a password is looked at; what was looked at is written down, once each.
    assert installation.run("audit_check").returncode == 0
    assert installation.ask("SELECT count(*) FROM audit_entry WHERE event = 'account.sign_in_failed'")[0][0] >= 8


def test_the_embedded_workers_run_once_and_go_on_in_another_process_when_theirs_is_killed(installation, site):
    wait_for(lambda: signs(installation) == 2)
    time.sleep(1)
    assert signs(installation) == 2
    [server] = [process for process in installation.started if process.poll() is None]
    processes = children_of(server.pid)
    assert len(processes) >= 2
    (first,) = {pid for pid in processes if holds_lock(pid, installation)}
    before = {name for (name,) in installation.ask("SELECT worker FROM work_workersign")}
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: len({name for (name,) in installation.ask("SELECT worker FROM work_workersign")} - before) == 2)


def holds_lock(pid: int, installation) -> bool:
    lock = (installation.folder / "embedded-workers.lock").stat().st_ino
    return any(
        f" {pid} " in line and line.split()[5].endswith(f":{lock}") and "->" not in line
        for line in Path("/proc/locks").read_text().splitlines()
    )
