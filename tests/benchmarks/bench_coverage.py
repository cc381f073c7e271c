"""How long does counting coverage take, for a region and for the country? `python -m tests.benchmarks.bench_coverage`

Prints figures, tests nothing but that both ways give the same. Beside our arrays stands the same question as plain SQL per school in the
same run: for each school which areas lie within reach (an index on x and y, SQLite in memory) and what it offers, added up in Python.
Each way runs in a process of its own, so that the peak memory is its own. Sizes and places are made up; with the open data beside the
project (DEKKEND_SHARED) it is counted on the real places and children too, with made-up offers.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from dekkend.coverage.gateways.nearness import count, ground_of
from dekkend.coverage.rules.kinds import kinds_of
from dekkend.coverage.rules.marks import by_site_and_code, marks_of
from dekkend.coverage.words import COVERED, USUAL, Ground, Kind
from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES, Bytes
from dekkend.kernel.grid import to_grid
from dekkend.offers.words import Availability, Claim, Said, SiteOffer
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.words import Area, SiteOnMap

SHARED = Path(os.environ.get("DEKKEND_SHARED", Path(__file__).resolve().parents[3] / "shared"))
PRIMARY = "PO2815"
WORKS = {  # name: sites, areas, metres across, most milliseconds
    "region": (202, 82, 15_000, 20),
    "country": (7003, 4074, 250_000, 1000),
}
MOST_MEGABYTES = 500


@dataclass(frozen=True)
class Work:
    ground: Ground
    kinds: tuple[Kind, ...]
    signs: Bytes


def made_up(sites: int, areas: int, across: int) -> tuple[list[SiteOnMap], list[Area]]:
    """In clusters, as people live: most near one of some towns."""
    chance = np.random.default_rng(7)
    towns = chance.random((max(1, areas // 40), 2)) * across
    near = [(towns[chance.integers(0, len(towns), many)] + chance.normal(0, 3000, (many, 2))).tolist() for many in (sites, areas)]
    found = [_site(f"{at:06}", at, (x, y), "PO9999", at % 25) for at, (x, y) in enumerate(near[0])]
    children = chance.integers(0, 900, areas)
    return found, [Area(f"{1000 + at}", "", f"G{at % 20}", "PO9999", (x, y), float(children[at])) for at, (x, y) in enumerate(near[1])]


def real(region: str) -> tuple[list[SiteOnMap], list[Area]]:
    """Sites and areas of the open data, of one region or all."""
    sites, areas = [], []
    children = {row["pc4"]: _children(row) for row in _rows("population/pc4-kinderen-2021.csv")}
    for at, row in enumerate(_rows("schools/po-vestigingen-nl-2024-11.csv")):
        if not region or row["swv_po_2015"] == region:
            sites.append(_site(row["brin6"], at, _grid(row), row["swv_po_2015"], at % 25))
    for row in _rows("population/pc4-inwoners-2021.csv"):
        if row["lat"] and (not region or row["swv_po_2015"] == region):
            areas.append(Area(row["pc4"], row["plaats"], row["gemeente"], row["swv_po_2015"], _grid(row), children.get(row["pc4"])))
    return sites, areas


def _site(brin6: str, number: int, point: tuple[float, float], region: str, board: int) -> SiteOnMap:
    return SiteOnMap(brin6, number, brin6, "regular", "9999ZA", "", "", region, board, f"Bestuur {board}", point, 200)


def _rows(name: str) -> list[dict[str, str]]:
    with (SHARED / "data" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _children(row: dict[str, str]) -> float | None:
    try:
        young, middle, old = (max(0, int(row[f"inwoners_{ages}"])) for ages in ("0_4", "5_9", "10_14"))
    except ValueError:
        return None
    return young / 5 + middle + old * 2 / 5


def _grid(row: dict[str, str]) -> tuple[float, float]:
    x, y = to_grid(float(row["lon"]), float(row["lat"]))
    return float(x), float(y)


def work_of(name: str) -> Work:
    if name.startswith("real "):
        sites, areas = real(PRIMARY if name == "real region" else "")
    else:
        sites, areas = made_up(*WORKS[name][:3])
    kinds = kinds_of(USUAL, load_catalogue())
    chance = np.random.default_rng(11)
    signs = chance.choice([NO, YES, PAUSED, UNKNOWN], p=[0.5, 0.3, 0.02, 0.18], size=(len(sites), len(kinds))).astype(np.uint8)
    return Work(ground_of(sites, (), areas), kinds, signs)


def by_arrays(work: Work) -> list[list[int]]:
    """Covered and possible children for each kind, with the nearest school of every white spot counted along."""
    counts = count(work.ground, work.kinds, work.signs, USUAL.detour)
    weight = work.ground.children
    return [(weight @ (counts.standing == state)).tolist() for state in (COVERED, COVERED - 1)]


def by_sql(work: Work) -> Callable[[Work], list[list[int]]]:
    """Fill a database; the result asks it. Without the nearest schools: that would be one more query for each white spot."""
    base = sqlite3.connect(":memory:")
    base.execute("create table area (id integer primary key, x real, y real, children integer)")
    base.execute("create table offer (site integer, kind integer, sign integer)")
    middles, weight = work.ground.middles.tolist(), work.ground.children.tolist()
    base.executemany("insert into area values (?, ?, ?, ?)", [(at, x, y, weight[at]) for at, (x, y) in enumerate(middles)])
    rows = ((site, kind, int(sign)) for (site, kind), sign in np.ndenumerate(work.signs))
    base.executemany("insert into offer values (?, ?, ?)", rows)
    base.execute("create index place on area (x, y)")
    base.execute("create index said on offer (site)")
    return lambda same: _ask(base, same)


def _ask(base: sqlite3.Connection, work: Work) -> list[list[int]]:
    radii = {kind.radius_km * 1000 / USUAL.detour for kind in work.kinds}
    near = "select id from area where x between ? and ? and y between ? and ? and (x - ?) * (x - ?) + (y - ?) * (y - ?) <= ?"
    have: list[set[int]] = [set() for _ in work.kinds]
    silent: list[set[int]] = [set() for _ in work.kinds]
    for site, (x, y) in enumerate(work.ground.points.tolist()):
        reached = {r: [row[0] for row in base.execute(near, (x - r, x + r, y - r, y + r, x, x, y, y, r * r))] for r in radii}
        for kind, sign in base.execute("select kind, sign from offer where site = ?", (site,)):
            if sign in (YES, UNKNOWN):
                (have if sign == YES else silent)[kind].update(reached[work.kinds[kind].radius_km * 1000 / USUAL.detour])
    weight = work.ground.children.tolist()
    sums = [[sum(weight[at] for at in areas) for areas in have]]
    return [*sums, [sum(weight[at] for at in areas - found) for areas, found in zip(silent, have, strict=True)]]


def from_offers(work: Work) -> Callable[[Work], Any]:
    """The arrays themselves, from the offers of every school as the database gives them."""
    offers = []
    for site, row in zip(work.ground.sites, work.signs.tolist(), strict=True):
        for kind, sign in zip(work.kinds, row, strict=True):
            level = None if sign == UNKNOWN else 0 if sign == NO else 2
            claim = Claim(kind.code, kind.code, kind.label, kind.block, kind.code, level, "", "", "", Decimal(4), "", None)
            state = Availability.PAUSED if sign == PAUSED else Availability.AVAILABLE
            offers.append(SiteOffer(site.site_id or 0, 1, "2026-2027", claim, state, Said(), None))
    return lambda same: int(marks_of(same.ground.sites, same.kinds, by_site_and_code(offers)).signs.sum())


WAYS: dict[str, Callable[[Work], Callable[[Work], Any]]] = {"arrays": lambda work: by_arrays, "sql": by_sql, "offers": from_offers}


def measure(name: str, way: str) -> dict[str, Any]:
    """In this process: the milliseconds of each run, the peak in megabytes, and what came out."""
    work = work_of(name)
    ask = WAYS[way](work)
    runs, waits, found = (3 if way == "sql" else 15), [], None
    for _ in range(runs):
        began = time.perf_counter()
        found = ask(work)
        waits.append((time.perf_counter() - began) * 1000)
    sizes = [len(work.ground.sites), len(work.ground.areas), len(work.kinds)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"middle": statistics.median(waits), "worst": max(waits), "peak": peak, "found": found, "sizes": sizes}


def in_own_process(name: str, way: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", __spec__.name, "--one", name, way], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def show(name: str) -> None:
    ours, theirs, building = (in_own_process(name, way) for way in WAYS)
    assert ours["found"] == theirs["found"], "both ways must give the same"
    most = WORKS[name.removeprefix("real ")][3]
    good = ours["worst"] <= most and ours["peak"] <= MOST_MEGABYTES
    size = " x ".join(f"{number:,}" for number in ours["sizes"])
    tell(name, size, ours, f"aim {most} ms: {'yes' if good else 'NO'}")
    tell("", "SQL per school", theirs, f"{theirs['middle'] / ours['middle']:.0f} times as long")
    tell("", "arrays from offers", building, "once after a change")


def tell(name: str, what: str, measured: dict[str, Any], remark: str) -> None:
    line = f"{name:13} {what:21} {measured['middle']:7.1f} {measured['worst']:7.1f} {measured['peak']:6.0f} MB  {remark}"
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--one", nargs=2, metavar=("WORK", "WAY"), help="only this, as JSON")
    given = parser.parse_args()
    if given.one:
        json.dump(measure(*given.one), sys.stdout)
        return
    sys.stdout.write("coverage      sites x areas x kinds  middle   worst (milliseconds)  peak\n")
    names = [*WORKS, *((f"real {name}" for name in WORKS) if (SHARED / "data" / "schools").is_dir() else ())]
    for name in names:
        show(name)


if __name__ == "__main__":
    main()
