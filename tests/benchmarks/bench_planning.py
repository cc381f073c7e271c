"""How long does the best plan take, and what is proven of it? `python -m tests.benchmarks.bench_planning [--seconds 30]`

Prints figures, tests nothing but that neither way claims what the other one disproves. One question: where do so many new offers reach
most children? Beside it, in the same run, the same model given to HiGHS as it is, with the same limit of time. Each question and way runs
in a process of its own, so that the peak memory is its own. Sizes and places are made up; with the open data beside the project
(DEKKEND_SHARED) also on real sites and children: as if no school had the support yet.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from typing import Any

import numpy as np
from scipy.spatial import cKDTree

from dekkend.planning.gateways.highs import Aim, decided
from dekkend.planning.gateways.solver import least, most
from dekkend.planning.words.problem import Answer, Problem
from tests.benchmarks.bench_coverage import PRIMARY, SHARED, real

METRES = {"2 km": 1600.0, "3 km": 3000.0}  # 2 km of way with a detour of 1.25; 3 km as the crow flies
WORKS: dict[str, tuple[int, int, float, int, str]] = {  # sites, points, metres across, towns, distance
    "region": (202, 82, 15_000, 6, "2 km"),
    "region, PC6": (202, 12_000, 20_000, 12, "2 km"),
    "thousand": (1000, 1000, 60_000, 40, "3 km"),
    "country": (7000, 9000, 107_000, 250, "3 km"),
}
AIMS = {"region": 2.0, "region, PC6": 2.0, "thousand": 5.0, "country": 30.0}  # seconds to the proven best; for the country to within 1%
NUMBERS = {"region": (5, 20), "region, PC6": (5, 20), "thousand": (5, 20), "country": (20, 200)}
ENOUGH = 0.95


def made_up(name: str) -> Problem:
    """In towns of unlike size, as people live."""
    sites, areas, across, towns, distance = WORKS[name]
    chance = np.random.default_rng(7)
    middles = chance.random((towns, 2)) * across
    size = 1 / np.arange(1, towns + 1) ** 0.8
    points, places = (_around(chance, middles, size / size.sum(), many) for many in (sites, areas))
    return problem_of(points, places, chance.integers(5, 900, areas), METRES[distance])


def _around(chance: np.random.Generator, middles: Any, size: Any, many: int) -> Any:
    town = chance.choice(len(middles), many, p=size)
    return middles[town] + chance.normal(0, 1, (many, 2)) * (600 + 3000 * np.sqrt(size[town] / size[0]))[:, None]


def on_real_ground(name: str) -> Problem:
    sites, areas = real(PRIMARY if "region" in name else "")
    points = np.array([site.point for site in sites if site.point])
    places = np.array([area.point for area in areas])
    children = np.array([round(area.children or 0) for area in areas])
    return problem_of(points, places, children, METRES["2 km" if "region" in name else "3 km"])


def problem_of(points: Any, places: Any, weight: Any, metres: float) -> Problem:
    pairs = cKDTree(points).sparse_distance_matrix(cKDTree(places), metres, output_type="ndarray")
    order = np.lexsort((pairs["j"], pairs["i"]))
    starts = np.concatenate([[0], np.cumsum(np.bincount(pairs["i"], minlength=len(points)))])
    ones = np.ones(len(points), dtype=np.int64)
    return Problem(weight.astype(np.int64), ones, starts.astype(np.int64), pairs["j"][order].astype(np.int64))


def plainly(problem: Problem, number: int, seconds: float) -> Answer:
    """The same model as HiGHS gets it from anyone: nothing taken together, nothing known beforehand."""
    began = time.monotonic()
    told = decided(problem, Aim(limit=number), seconds=seconds, known=None)
    offers, bound = told.offers or (), int(problem.weight.sum()) if np.isinf(told.bound) else int(told.bound + 1e-6)
    value = problem.value(offers)
    return Answer(offers, value, len(offers), bound, value >= bound, time.monotonic() - began, told.steps)


def measure(name: str, number: int, way: str, seconds: float) -> dict[str, Any]:
    problem = on_real_ground(name) if name.startswith("real ") else made_up(name)
    began = time.perf_counter()
    if way == "plain":
        found = plainly(problem, number, seconds)
    elif number:
        found = most(problem, limit=number, seconds=seconds)
    else:
        found = least(problem, target=int(ENOUGH * problem.value(range(problem.offers))), seconds=seconds)
    took, peak = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sizes = [problem.offers, len(problem.weight), len(problem.points)]
    return {
        "sizes": sizes,
        "value": found.value,
        "cost": found.cost,
        "bound": found.bound,
        "proven": found.proven,
        "took": took,
        "peak": peak,
    }


def in_own_process(name: str, number: int, way: str, seconds: float) -> dict[str, Any]:
    one = [name, str(number), way, str(seconds)]
    done = subprocess.run([sys.executable, "-m", __spec__.name, "--one", *one], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def show(name: str, number: int, seconds: float) -> None:
    ours, theirs = (in_own_process(name, number, way, seconds) for way in ("ours", "plain"))
    for one, other in ((ours, theirs), (theirs, ours)):
        assert one["value"] <= other["bound"], "one way claims what the other disproves"
    size = " x ".join(f"{many:,}" for many in ours["sizes"][:2])
    aim = AIMS[name.removeprefix("real ")]
    near = 1 - ours["value"] / ours["bound"] <= (0.01 if "country" in name else 0)
    met = near and ours["took"] <= aim * 1.1
    tell(f"{name}, p = {number}", f"{size} ({ours['sizes'][2]:,} pairs)", ours, f"aim {aim:g} s: {'yes' if met else 'NO'}")
    tell("", "HiGHS, the plain model", theirs, f"{theirs['took'] / ours['took']:.0f} times as long")


def show_least(name: str, seconds: float) -> None:
    found = in_own_process(name, 0, "ours", seconds)
    proof = "proven" if found["proven"] else f"at least {found['bound']}"
    sys.stdout.write(f"{name + ', 95%':23} {found['cost']} offers are the least ({proof}) {found['took']:.2f} s {found['peak']:.0f} MB\n")
    sys.stdout.flush()


def tell(name: str, what: str, found: dict[str, Any], remark: str) -> None:
    gap = "the best" if found["proven"] else f"{100 * (1 - found['value'] / max(found['bound'], 1)):.2f}% at most"
    sys.stdout.write(f"{name:23} {what:33} {found['value']:>9,} {gap:13} {found['took']:6.2f} s {found['peak']:5.0f} MB  {remark}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--one", nargs=4, metavar=("WORK", "NUMBER", "WAY", "SECONDS"), help="only this, as JSON")
    parser.add_argument("--seconds", type=float, default=30.0, help="the most that each answer may take")
    given = parser.parse_args()
    if given.one:
        name, number, way, seconds = given.one
        json.dump(measure(name, int(number), way, float(seconds)), sys.stdout)
        return
    sys.stdout.write("best plan               sites x points                    children  from the best\n")
    names = [*WORKS, *(("real region", "real country") if (SHARED / "data" / "schools").is_dir() else ())]
    for name in names:
        for number in NUMBERS[name.removeprefix("real ")]:
            show(name, number, given.seconds)
        if "country" not in name:
            show_least(name, given.seconds)


if __name__ == "__main__":
    main()
