"""Which problem is it to find the best extra offers for a region: what could be added where, and which children would that reach?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from dekkend.coverage.words.coverage import COVERED, YES, Coverage, Flags
from dekkend.planning.rules.conditions import conditions
from dekkend.planning.words.asking import Asked
from dekkend.planning.words.built import Built, Reach
from dekkend.planning.words.problem import Ints, Problem, refuse_too_many


def build(coverage: Coverage, asked: Asked, reach: Mapping[float, Reach], costs: Mapping[str, int]) -> Built:
    """The problem behind a question. `coverage` counts only the asked kinds; `reach` by kilometres, `costs` by code.

    Offers are sites of the region that do not have a kind now: no, paused, or not known. Points are areas with children where nobody near
    has it. Their weight is that of every figure (`Ground.children`), never the children themselves. Raises TooLarge.
    """
    open_ = (coverage.counts.standing != COVERED) & (coverage.ground.children > 0)[:, None]
    at, kind = np.nonzero(open_)
    numbers = np.full(open_.shape, -1, dtype=np.int64)
    numbers[at, kind] = np.arange(len(at))
    may, must = _who(coverage, asked)
    pieces: list[Ints] = []
    sites: list[int] = []
    columns: list[int] = []
    for column, each in enumerate(coverage.kinds):
        near = reach[each.radius_km]
        for row in np.flatnonzero(may & (coverage.marks.signs[: coverage.ground.inside, column] != YES)).tolist():
            points = numbers[near.areas[near.starts[row] : near.starts[row + 1]], column]
            points = points[points >= 0]
            if len(points) or must[row]:
                pieces.append(points)
                sites.append(row)
                columns.append(column)
    lengths = [len(piece) for piece in pieces]
    refuse_too_many(sum(lengths))
    problem = Problem(
        weight=coverage.ground.children[at].astype(np.int64),
        cost=np.array([costs[coverage.kinds[column].code] for column in columns], dtype=np.int64),
        starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        points=np.concatenate(pieces).astype(np.int64) if pieces else np.zeros(0, dtype=np.int64),
    )
    children = int(coverage.ground.children.sum()) * len(coverage.kinds)
    certain = tuple(number for number, row in enumerate(sites) if must[row])
    return Built(
        problem,
        np.array(sites, dtype=np.int64),
        np.array(columns, dtype=np.int64),
        at,
        kind,
        certain,
        children - int(problem.weight.sum()),
        children,
        basis_of(coverage, costs),
        conditions(asked, coverage, costs),
    )


def _who(coverage: Coverage, asked: Asked) -> tuple[Flags, Flags]:
    """Sites of the region that may get something, and of those the ones that must. A site of which nobody knows where it lies cannot."""
    inside = coverage.sites[: coverage.ground.inside]
    must = np.array([site.brin6 in asked.certain and site.point is not None for site in inside], dtype=bool)
    fits = [
        site.point is not None and site.brin6 not in asked.without and (not asked.site_kinds or site.kind in asked.site_kinds)
        for site in inside
    ]
    return np.array(fits, dtype=bool) | must, must


def left_over(built: Built) -> tuple[Problem, Ints]:
    """What is still to be chosen once what is certain is there, and which offers of the whole problem its offers are."""
    problem, taken = built.problem, np.zeros(built.problem.offers, dtype=bool)
    taken[list(built.certain)] = True
    if not taken.any():
        return problem, np.arange(problem.offers)
    reached = np.zeros(len(problem.weight), dtype=bool)
    for offer in built.certain:
        reached[problem.reached_by(offer)] = True
    owner = np.repeat(np.arange(problem.offers), np.diff(problem.starts))
    keep = ~taken[owner] & ~reached[problem.points]
    left = np.flatnonzero(~taken)
    lengths = np.bincount(owner[keep], minlength=problem.offers)[left]
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    weight = np.where(reached, 0, problem.weight)
    return replace(problem, weight=weight, cost=problem.cost[left], starts=starts, points=problem.points[keep]), left


def basis_of(coverage: Coverage, costs: Mapping[str, int]) -> str:
    """Names all that the answer to a question stands on: the same name, the same answer. `Coverage.key` is another one each day."""
    ground = coverage.ground
    told = (
        tuple(site.brin6 for site in coverage.sites[: ground.inside]),
        tuple((kind.code, kind.radius_km) for kind in coverage.kinds),
        coverage.settings.detour,
        sorted(costs.items()),
    )
    name = hashlib.blake2b(repr(told).encode(), digest_size=16)
    for array in (ground.points, ground.middles, ground.children, coverage.marks.signs):
        name.update(array.tobytes())
    return name.hexdigest()
