"""How long does saving one field take while 20 people type? `python -m tests.benchmarks.bench_autosave [--editors 20] [--pause 2]`

Prints figures, tests nothing. Real requests through the real server, as the script of the editor sends them. Each editor types in a
field, four in one draft, and the script saves after a pause; with `--pause 0` all save as fast as they can. A bare view that writes one
row goes under the same server with the same switches and the same pauses: on a busy machine the ratio says more than the milliseconds.
On PostgreSQL with DATABASE_URL, in an empty database.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import sys
import tempfile
import threading
import time
import urllib.parse
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.bench_pages import Measure, dekkend, server

AIM = 50.0  # milliseconds, p95 with 20 editors
TOKEN = "only4aBenchmarkOnly4aBenchmark12"
FIELDS = (("vision", "vision"), ("finances", "spending"), ("evaluation", "evaluation"), ("introduction", "introduction"))
TROUBLES: Counter[str] = Counter()  # what was answered when a field was not saved
EDITORS = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone
from dekkend.accounts.models import User
from dekkend.organisations.models import Membership, Site
from dekkend.profiles.actions import copy_forward
count, each, year = {count}, {each}, "2031-2032"
sites = list(Site.anywhere.filter(profileversions__isnull=False).distinct()[: -(-count // each)])
for number in range(count):
    site = sites[number // each]
    user = User.objects.create_user(f"typist{{number}}@zilverkust.example", None, name=f"Typist {{number}}")
    Membership.objects.create(user=user, role="coordinator", site=site)
    if number % each == 0:
        copy_forward(site, year, by=user, now=timezone.now())
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session.save()
    print("EDITOR", session.session_key, f"/scholen/aanbod/{{site.brin6}}/{{year}}/bewaar/")
"""


@dataclass
class Editor:
    """Someone who types in one field. Knows what the page knew: the number of the last change."""

    cookie: str
    address: str
    part: str
    path: str
    text: str = "Wij typen."
    base: str = "0"

    def save(self, connection: http.client.HTTPConnection) -> bool:
        self.text += random.choice((" Samen lezen wij elke dag.", " Elk kind doet mee.", " Dat werkt."))
        given = {"part": self.part, "path": self.path, f"was:{self.path}": "x", f"base:{self.path}": self.base, self.path: self.text}
        body = urllib.parse.urlencode(given | {"csrfmiddlewaretoken": TOKEN})
        headers = {"Cookie": f"sessionid={self.cookie}; csrftoken={TOKEN}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", self.address, body, headers)
        response = connection.getresponse()
        body = response.read().decode()
        answer = json.loads(body) if response.status == 200 else {}
        if answer.get("state") == "saved":
            self.base = answer["base"]
            return True
        TROUBLES[f"{response.status} {body[:80]}"] += 1
        return False


def bare(connection: http.client.HTTPConnection) -> bool:
    connection.request("POST", "/", "Wij typen. Samen lezen wij elke dag.")
    response = connection.getresponse()
    response.read()
    return response.status == 200


def type_at_once(port: int, writers: list[Callable[[http.client.HTTPConnection], bool]], *, saves: int, pause: float) -> Measure:
    """All type at once, each over a connection of its own; between two saves each pauses about so long."""
    waits: list[list[float]] = [[] for _ in writers]
    failed = [0] * len(writers)

    def one(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(saves):
            time.sleep(pause * random.uniform(0.5, 1.5))
            began = time.perf_counter()
            failed[number] += not writers[number](connection)
            waits[number].append((time.perf_counter() - began) * 1000)
        connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(len(writers))]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Measure([wait for each in waits for wait in each], time.perf_counter() - began, sum(failed))


def filled(environment: dict[str, str], count: int) -> list[Editor]:
    """Load the demo, let people begin a new year at some schools, and sign them in."""
    dekkend(environment, "demo")
    dekkend(environment, "collectstatic", "--noinput", "-v", "0")
    told = dekkend(environment, "shell", "-v", "0", "-c", EDITORS.format(count=count, each=len(FIELDS)))
    found = [line.split()[1:] for line in told.splitlines() if line.startswith("EDITOR")]
    return [Editor(cookie, address, *FIELDS[at % len(FIELDS)]) for at, (cookie, address) in enumerate(found)]


def show(name: str, measure: Measure, least: Measure, aim: float | None = None) -> None:
    p95 = measure.percentile(95)
    verdict = f"  over the aim of {aim:.0f}" if aim and p95 > aim else ""
    wrong = f"  {measure.failed} NOT SAVED" if measure.failed else ""
    figures = f"{measure.percentile(50):8.1f} {p95:8.1f} {measure.per_second:10.1f} {p95 / least.percentile(95):9.1f}"
    sys.stdout.write(f"{name:24}{figures}{verdict}{wrong}\n")
    sys.stdout.flush()


@contextmanager
def running(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The bare view and the product, each under a server of its own, so that both meet the same noise."""
    with (
        server("tests.benchmarks.bare_writing:application", environment) as least,
        server("dekkend.config.wsgi:application", environment) as ours,
    ):
        yield least, ours


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editors", type=int, default=20)
    parser.add_argument("--saves", type=int, default=15, help="of each editor")
    parser.add_argument("--pause", type=float, default=2.0, help="seconds between two saves of one editor")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = {"DEKKEND_VAR": folder, "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo", "DEKKEND_EMBEDDED_WORKERS": "0"}
        environment = os.environ | settings | {"BARE_DATABASE": str(Path(folder) / "bare.sqlite3")}
        editors = filled(environment, given.editors)
        sys.stdout.write(f"{given.editors} editors at once, {given.saves} saves each, {given.pause} s between two; milliseconds\n")
        sys.stdout.write(f"{'saving':24}{'p50':>8} {'p95':>8} {'per second':>10} {'x bare':>9}\n")
        with running(environment) as (least, ours):
            type_at_once(least, [bare] * 4, saves=3, pause=0)
            type_at_once(ours, [editor.save for editor in editors[:4]], saves=3, pause=0)
            bare_measure = type_at_once(least, [bare] * given.editors, saves=given.saves, pause=given.pause)
            show("a bare view, one row", bare_measure, bare_measure)
            measure = type_at_once(ours, [editor.save for editor in editors], saves=given.saves, pause=given.pause)
            show("a field of the editor", measure, bare_measure, AIM)
        sys.stdout.writelines(f"{count} x {answer}\n" for answer, count in TROUBLES.most_common())


if __name__ == "__main__":
    main()
