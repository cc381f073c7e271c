"""How long does the finder take with every school of the country? `python -m tests.benchmarks.bench_finder`

Prints figures, tests nothing but that both ways find the same schools. In process: a typed sentence is read, all 7,003 made-up schools are
searched, and the first page is made with its reasons and its map. Beside it stands the same question as plain SQL per school (SQLite in
memory, an index on x and y and on the school). Over HTTP: the whole page from the server that `dekkend serve` starts, one after the other,
out of a database with 7,003 schools with a public offer. Each way runs in a process of its own, so that the peak memory is its own.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from typing import Any
from urllib.parse import urlencode

import numpy as np

from dekkend.finder.gateways.word_lists import vocabulary_with
from dekkend.finder.rules.drawing import drawing
from dekkend.finder.rules.indexing import made
from dekkend.finder.rules.places import spot_of
from dekkend.finder.rules.searching import search
from dekkend.finder.rules.telling import card_of
from dekkend.finder.rules.understanding import understand
from dekkend.finder.words.results import DETOUR, NO, PAUSED, UNKNOWN, YES, Contact, Index, Need, Reason, Wish
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.words import Area, Geography, SiteOnMap
from tests.benchmarks.bench_pages import dekkend, server

SITES, AREAS, ACROSS, REGIONS = 7003, 4074, 250_000, 77
PER_PAGE, REACH = 15, 10
IN_PROCESS, OVER_HTTP = 10.0, 50.0  # milliseconds, p95
TODAY = date(2026, 10, 5)
SENTENCES = (
    "mijn dochter is slechthorend",
    "hij leert nog Nederlands en is druk in de klas",
    "autisme en snel overprikkeld, geen lift nodig",
    "zit in een rolstoel en heeft dyslexie",
    "our gifted boy has trouble reading",
    "faalangst, gepest, en moeite met rekenen",
)
CODES = tuple(item.code for item in load_catalogue().items)
WORDS = "Op onze school werkt iemand die hiervoor is opgeleid, {hours} uur per week, in kleine groepjes en in de klas."


def country() -> tuple[Geography, np.ndarray]:
    """Schools in clusters, as people live, and how each stands on each kind of support."""
    chance = np.random.default_rng(7)
    towns = chance.random((AREAS // 40, 2)) * ACROSS
    points, middles = (
        (towns[chance.integers(0, len(towns), many)] + chance.normal(0, 3000, (many, 2))).tolist() for many in (SITES, AREAS)
    )
    sites = tuple(site(at, (x, y)) for at, (x, y) in enumerate(points))
    areas = tuple(Area(f"{1000 + at}", f"Plaats {at % 900}", "", "", (x, y), 300.0, (ring(x, y),)) for at, (x, y) in enumerate(middles))
    states = chance.choice([UNKNOWN, NO, PAUSED, YES], p=[0.18, 0.5, 0.02, 0.3], size=(SITES, len(CODES)))
    return Geography("", sites, areas), states


def site(at: int, point: tuple[float, float]) -> SiteOnMap:
    postcode = f"{1000 + at % AREAS}ZZ"
    return SiteOnMap(brin6_of(at), at + 1, f"School {at:04}", "regular", postcode, "Plaats", "", f"PO{at % REGIONS:04}", 1, "", point, 200)


def brin6_of(at: int) -> str:
    return f"{at // 676 % 100:02}{chr(65 + at // 26 % 26)}{chr(65 + at % 26)}00"


def ring(x: float, y: float) -> tuple[tuple[float, float], ...]:
    """An outline of 40 points, about 2 km wide."""
    turns = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    return tuple((x + 1000 * float(np.cos(turn)), y + 1000 * float(np.sin(turn))) for turn in turns)


def index_of(geography: Geography, states: np.ndarray) -> Index:
    offers = {
        place.site_id or 0: (
            "2026-2027",
            {code: (int(state), reason(int(state), at)) for code, state in zip(CODES, states[at], strict=True)},
        )
        for at, place in enumerate(geography.sites)
    }
    return made(geography, CODES, offers, dict.fromkeys((place.brin6 for place in geography.sites), Contact()), fingerprint="1")


def reason(state: int, at: int) -> Reason | None:
    if state == UNKNOWN:
        return None
    return Reason("no" if state == NO else "yes", "", WORDS.format(hours=at % 30), "2026-2027", date(2026, 9, 1 + at % 28), "", "")


def questions(many: int) -> list[tuple[str, str]]:
    chance = np.random.default_rng(11)
    return [(f"{1000 + int(chance.integers(0, AREAS))} AB", SENTENCES[at % len(SENTENCES)]) for at in range(many)]


def ours() -> Any:
    """Everything that a page needs before it is drawn."""
    geography, states = country()
    index, words, catalogue = index_of(geography, states), vocabulary_with(), load_catalogue()

    def answer(place: str, text: str) -> list[str]:
        needs = tuple(Need(match.codes, match.typed) for match in understand(text, words).wanted)
        wish = Wish(needs, spot_of(place, index.areas, index.places), REACH)
        hits = search(index, wish)
        shown = hits.order[:PER_PAGE].tolist()
        cards = [card_of(index, hits, at, number, needs, catalogue, TODAY) for number, at in enumerate(shown, 1)]
        assert wish.spot is not None
        drawing(index, hits, wish.spot, wish.reach, cards, shown)
        return [card.brin6 for card in cards]

    return answer


def theirs() -> Any:
    """The schools within reach from an index on x and y, then one question to the database for each school."""
    geography, states = country()
    base = sqlite3.connect(":memory:")
    base.execute("create table site (id integer primary key, brin6 text, name text, x real, y real)")
    base.execute("create table offer (site integer, code text, state integer, text text)")
    rows = [(at, each.brin6, each.name, *(each.point or (0, 0))) for at, each in enumerate(geography.sites)]
    base.executemany("insert into site values (?, ?, ?, ?, ?)", rows)
    said = ((at, CODES[column], int(state), WORDS.format(hours=at % 30)) for (at, column), state in np.ndenumerate(states))
    base.executemany("insert into offer values (?, ?, ?, ?)", said)
    base.execute("create index place on site (x, y)")
    base.execute("create index said on offer (site)")
    areas, words = {area.postcode: area.point for area in geography.areas}, vocabulary_with()

    def answer(place: str, text: str) -> list[str]:
        needs = [match.codes for match in understand(text, words).wanted]
        x, y = areas[place[:4]]
        reach = REACH * 1000 / DETOUR
        near = base.execute(
            "select id, brin6, name, x, y from site where x between ? and ? and y between ? and ?",
            (x - reach, x + reach, y - reach, y + reach),
        )
        found = []
        for key, brin6, name, east, north in near.fetchall():
            km = float(np.hypot(east - x, north - y)) * (DETOUR / 1000)
            if km <= REACH:
                stands = dict(base.execute("select code, state from offer where site = ?", (key,)).fetchall())
                found.append((outcome(stands, needs), km, name, brin6, key))
        first = sorted(found)[:PER_PAGE]
        for *_, key in first:
            base.execute("select code, state, text from offer where site = ?", (key,)).fetchall()
        return [brin6 for _, _, _, brin6, _ in first]

    return answer


def outcome(stands: dict[str, int], needs: list[tuple[str, ...]]) -> int:
    signs = []
    for codes in needs:
        states = [stands[code] for code in codes]
        signs.append(max(states) if max(states) >= PAUSED else NO if set(states) == {NO} else UNKNOWN)
    if all(sign == YES for sign in signs):
        return 0
    known = (YES in signs, PAUSED in signs, set(signs) == {UNKNOWN}, UNKNOWN in signs)
    return known.index(True) + 1 if True in known else 5


def measure(way: str) -> dict[str, Any]:
    """In this process: the milliseconds of each question, the peak in megabytes, and which schools came first."""
    answer = {"arrays": ours, "sql": theirs}[way]()
    asked = questions(200 if way == "arrays" else 60)
    answer(*asked[0])
    waits, work, found = [], [], []
    for place, text in asked:
        began, worked = time.perf_counter(), time.process_time()
        found.append(answer(place, text))
        work.append((time.process_time() - worked) * 1000)
        waits.append((time.perf_counter() - began) * 1000)
    return {"waits": waits, "work": work, "found": found[:60], "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}


def in_own_process(way: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", __spec__.name, "--one", way], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def over_http() -> dict[str, Any]:
    """How long a process works on the arrays of the country, and then whole pages, one after the other.

    The server begins with the arrays when it starts; how long the first visitor still waits for them is told apart.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = {"DEKKEND_VAR": folder, "DJANGO_SETTINGS_MODULE": "dekkend.config.settings.demo", "DEKKEND_EMBEDDED_WORKERS": "0"}
        environment = os.environ | settings | {"DEKKEND_FINDER_PER_MINUTE": "1000000"}
        dekkend(environment, "migrate", "-v", "0")
        dekkend(environment, "collectstatic", "--noinput", "-v", "0")
        dekkend(environment, "shell", "-v", "0", "-c", "from tests.benchmarks.country import fill; fill()")
        told = dekkend(environment, "shell", "-v", "0", "-c", "from tests.benchmarks.country import make; make()")
        work, wait, peak = json.loads(told)
        with server("dekkend.config.wsgi:application", environment) as port:
            return asked_over(port) | {"work": work, "wait": wait, "peak": peak}


def asked_over(port: int) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    first, sends, waits, size = 0.0, [], [], 0
    for number, (place, text) in enumerate(questions(60)):
        form = urlencode({"plaats": place, "nodig": text, "afstand": str(REACH)})
        took, answer, _ = one(connection, "POST", "/zoeken/", form, {"Content-Type": "application/x-www-form-urlencoded"})
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
        for _ in range(3):
            got, page, body = one(connection, "GET", answer.headers["Location"], None, {"Cookie": cookie})
            assert page.status == 200, (page.status, place, text)
            waits.append(got)
            size = max(size, len(body))
        first, sends = (took, sends) if number == 0 else (first, [*sends, took])
    return {"first": first, "sends": sends, "waits": waits[3:], "size": size}


def one(
    connection: http.client.HTTPConnection, how: str, address: str, form: str | None, headers: dict[str, str]
) -> tuple[float, Any, bytes]:
    began = time.perf_counter()
    connection.request(how, address, body=form, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    return (time.perf_counter() - began) * 1000, answer, body


def p95(waits: list[float]) -> float:
    return statistics.quantiles(waits, n=20)[18]


def verdict(waits: list[float], aim: float) -> str:
    return f"aim {aim:.0f}: {'yes' if p95(waits) <= aim else 'NO'}"


def tell(what: str, waits: list[float], remark: str) -> None:
    sys.stdout.write(f"{what:34} {statistics.median(waits):7.1f} {p95(waits):7.1f}  {remark}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--one", metavar="WAY", help="only this, as JSON")
    parser.add_argument("--without-http", action="store_true", help="only in process")
    given = parser.parse_args()
    if given.one:
        json.dump(measure(given.one), sys.stdout)
        return
    sys.stdout.write(f"Finder, {SITES:,} schools x {len(CODES)} kinds, {AREAS:,} areas; milliseconds: middle, p95\n")
    mine, other = in_own_process("arrays"), in_own_process("sql")
    assert mine["found"] == other["found"], "both ways must find the same schools"
    tell("in process, with reasons and map", mine["waits"], f"{mine['peak']:.0f} MB, {verdict(mine['waits'], IN_PROCESS)}")
    tell("the same, time of the processor", mine["work"], f"without what else the machine did, {verdict(mine['work'], IN_PROCESS)}")
    times = statistics.median(other["work"]) / statistics.median(mine["work"])
    tell("SQL per school, without map", other["work"], f"time of the processor, {other['peak']:.0f} MB, {times:.1f} times the work")
    if given.without_http:
        return
    page = over_http()
    made_in = f"{page['work']:.1f} s of the processor, {page['wait']:.1f} s on the clock, {page['peak']:.0f} MB"
    sys.stdout.write(f"{'the arrays, made from the database':34} {made_in}\n")
    tell(
        "over HTTP, the whole page",
        page["waits"],
        f"{page['size'] // 1000} kB, {verdict(page['waits'], OVER_HTTP)}",
    )
    tell("over HTTP, sending the question", page["sends"], f"the first, right after the start: {page['first'] / 1000:.1f} s")


if __name__ == "__main__":
    main()
