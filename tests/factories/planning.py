"""Made-up problems for the tests of plans: which offers reach which points?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import strategies as st

from dekkend.planning.words.problem import Problem


def problem(reach: Sequence[Sequence[int]], weight: Sequence[int], cost: Sequence[int] | None = None) -> Problem:
    """`reach` has for each offer the points that it reaches."""
    sorted_reach = [sorted(set(points)) for points in reach]
    starts = np.cumsum([0, *(len(points) for points in sorted_reach)])
    flat = [point for points in sorted_reach for point in points]
    costs = [1] * len(reach) if cost is None else cost
    return Problem(
        np.array(weight, dtype=np.int64), np.array(costs, dtype=np.int64), starts.astype(np.int64), np.array(flat, dtype=np.int64)
    )


@st.composite
def problems(draw: st.DrawFn, *, offers: int = 9, points: int = 12, priced: bool = False) -> Problem:
    many = draw(st.integers(0, points))
    weight = draw(st.lists(st.integers(0, 40), min_size=many, max_size=many))
    reach = draw(st.lists(st.lists(st.integers(0, many - 1), max_size=many) if many else st.just([]), max_size=offers))
    cost = [draw(st.integers(1, 12)) for _ in reach] if priced else None
    return problem(reach, weight, cost)


def in_clusters(sites: int, areas: int, across: float, metres: float, *, seed: int = 7) -> Problem:
    """Sites and areas around towns, as people live; offers are counted, not priced."""
    chance = np.random.default_rng(seed)
    towns = chance.random((max(4, sites // 25), 2)) * across
    points, middles = (towns[chance.integers(0, len(towns), many)] + chance.normal(0, 1500, (many, 2)) for many in (sites, areas))
    near = [np.flatnonzero(((middles - point) ** 2).sum(axis=1) <= metres**2).tolist() for point in points]
    return problem(near, chance.integers(5, 900, areas).tolist())
