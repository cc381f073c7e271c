"""How long do people wait for a page when 50 ask at once? `python -m tests.benchmarks.bench_pages [--users 50] [--requests 8]`

Prints figures, tests nothing. The demo and a bare Django view run under the same server with the same switches, one after the
other, on this machine; so does the load, which therefore takes its share of the processor. The ratio to the bare view says more
than the milliseconds.
"""

from __future__ import annotations

import argparse
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

AIM = 300.0  # milliseconds, p95 at 50 users
PATIENCE = 120.0  # seconds for a server to start
SESSION = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from dekkend.organisations.models import Membership
from dekkend.organisations.models import Site
user = Membership.anywhere.filter(role="adviser").first().user
session = import_module(settings.SESSION_ENGINE).SessionStore()
session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session.save()
brin = Site.anywhere.filter(profileversions__isnull=False).values_list("brin6", flat=True).first()
print("SESSION", session.session_key, brin)
"""


@dataclass(frozen=True)
class Page:
    name: str
    address: str
    cookie: str = ""


@dataclass(frozen=True)
class Measure:
    """Milliseconds of every request, and the seconds of all together."""

    waits: list[float]
    whole: float
    failed: int

    def percentile(self, share: int) -> float:
        return statistics.quantiles(self.waits, n=100)[share - 1]

    @property
    def per_second(self) -> float:
        return len(self.waits) / self.whole


def ask(port: int, page: Page, *, users: int, requests: int) -> Measure:
    """So many users at once, each with a connection of its own, each asking so many times."""
    waits: list[list[float]] = [[] for _ in range(users)]
    failed = [0] * users
    start = threading.Barrier(users + 1)

    def one_user(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Cookie": f"sessionid={page.cookie}"} if page.cookie else {}
        start.wait()
        for _ in range(requests):
            began = time.perf_counter()
            connection.request("GET", page.address, headers=headers)
            response = connection.getresponse()
            response.read()
            waits[number].append((time.perf_counter() - began) * 1000)
            failed[number] += response.status != 200
        connection.close()

    threads = [threading.Thread(target=one_user, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return Measure([wait for one in waits for wait in one], time.perf_counter() - began, sum(failed))


@contextmanager
def server(application: str, environment: dict[str, str]) -> Iterator[int]:
    """Granian with the switches of `dekkend serve`, on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "error", application]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not start")


def dekkend(environment: dict[str, str], *command: str) -> str:
    """Run one command of the product; returns what it printed."""
    whole = [sys.executable, "-m", "dekkend.config.cli", *command]
    return subprocess.run(whole, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def filled(environment: dict[str, str]) -> list[Page]:
    """Load the demo and list the pages to ask for."""
    dekkend(environment, "demo")
    dekkend(environment, "collectstatic", "--noinput", "-v", "0")
    told = dekkend(environment, "shell", "-v", "0", "-c", SESSION)
    _, cookie, brin = next(line for line in told.splitlines() if line.startswith("SESSION")).split()
    pages = [Page("start", "/"), Page("search by name", "/?naam=vuur"), Page("login", "/account/inloggen/")]
    pages += [Page("page of a school", f"/scholen/{brin}/")] if brin != "None" else []
    return [*pages, Page("documents (signed in)", "/documenten/", cookie), Page("drafts (signed in)", "/scholen/concepten/", cookie)]


def show(name: str, measure: Measure, bare: Measure) -> None:
    ratio = measure.percentile(95) / bare.percentile(95)
    verdict = "" if measure.percentile(95) <= AIM else f"  over the aim of {AIM:.0f}"
    wrong = f"  {measure.failed} NOT 200" if measure.failed else ""
    figures = f"{measure.percentile(50):8.0f} {measure.percentile(95):8.0f} {measure.per_second:10.0f} {ratio:9.1f}"
    sys.stdout.write(f"{name:24}{figures}{verdict}{wrong}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--requests", type=int, default=8, help="of each user, for each page")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = {"DEKKEND_VAR": folder, "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo", "DEKKEND_EMBEDDED_WORKERS": "0"}
        environment = os.environ | settings
        pages = filled(environment)
        sys.stdout.write(f"{given.users} users at once, {given.requests} requests each; milliseconds\n")
        sys.stdout.write(f"{'page':24}{'p50':>8} {'p95':>8} {'per second':>10} {'x bare':>9}\n")
        with server("tests.benchmarks.bare:application", dict(os.environ)) as port:
            ask(port, Page("warm", "/"), users=4, requests=5)
            bare = ask(port, Page("bare", "/"), users=given.users, requests=given.requests)
        show("a bare Django view", bare, bare)
        with server("dekkend.config.wsgi:application", environment) as port:
            for page in pages:
                ask(port, page, users=4, requests=3)
                show(page.name, ask(port, page, users=given.users, requests=given.requests), bare)


if __name__ == "__main__":
    main()
