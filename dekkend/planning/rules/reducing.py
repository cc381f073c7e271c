"""Which smaller problem has the same best plan?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dekkend.planning.words.problem import Ints, Problem

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Part:
    """A problem that is left of another: `rows` are the rows of its offers there, `sure` the offers there that belong to every better plan.

    `won` is the weight that those reach and `spent` what they cost.
    """

    problem: Problem
    rows: Ints
    sure: Ints
    won: int
    spent: int


def owners(problem: Problem) -> Ints:
    """The offer of every pair, in the order of `problem.points`."""
    return np.repeat(np.arange(problem.offers), np.diff(problem.starts))


def whole(problem: Problem) -> Part:
    """The same problem with points that the same offers reach as one, and without those that nobody needs or reaches."""
    nothing = np.zeros(problem.offers, dtype=bool)
    return left(problem, sure=nothing, out=nothing)


def left(problem: Problem, *, sure: Flags, out: Flags) -> Part:
    """What is to be decided when some offers are `sure` in the plan and others `out`."""
    owner = owners(problem)
    reached = np.zeros(len(problem.weight), dtype=bool)
    reached[problem.points[sure[owner]]] = True
    rows = np.flatnonzero(~sure & ~out)
    number = np.full(problem.offers, -1)
    number[rows] = np.arange(len(rows))
    used = (number[owner] >= 0) & ~reached[problem.points] & (problem.weight[problem.points] > 0)
    small = _merged(problem.weight, problem.cost[rows], number[owner[used]], problem.points[used])
    return Part(small, rows, np.flatnonzero(sure), int(problem.weight[reached].sum()), int(problem.cost[sure].sum()))


def _merged(weight: Ints, cost: Ints, offer: Ints, point: Ints) -> Problem:
    """Points that are reached by the same offers become one that weighs as much as they do together.

    Which offers reach a point is told by the sum of a random number for each; with two numbers of 62 bits and their
    count, different offers have the same sums less than once in ten to the thirtieth: the proof of a plan rests on that.
    """
    found, place = np.unique(point, return_inverse=True)
    signs = np.random.default_rng(20).integers(1, 2**62, (2, len(cost)), dtype=np.int64)
    sums = np.zeros((2, len(found)), dtype=np.int64)
    for sign, total in zip(signs, sums, strict=True):
        np.add.at(total, place, sign[offer])
    many = np.bincount(place, minlength=len(found))
    _, first, same = np.unique(np.stack([*sums, many]), axis=1, return_index=True, return_inverse=True)
    same = same.reshape(-1)
    together = np.zeros(len(first), dtype=np.int64)
    np.add.at(together, same, weight[found])
    keep = first[same[place]] == place
    offer, point = offer[keep], same[place[keep]]
    order = np.lexsort((point, offer))
    starts = np.concatenate([[0], np.cumsum(np.bincount(offer, minlength=len(cost)))])
    return Problem(together, cost, starts.astype(np.int64), point[order].astype(np.int64))
