"""Does a smaller problem keep the value of every plan, and does a bound hold whatever the prices?"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dekkend.planning.rules.bounding import least_at_best, most_at_best
from dekkend.planning.rules.reducing import left, whole
from dekkend.planning.rules.searching import Search
from tests.factories.planning import problem, problems


@given(problems())
def test_points_that_the_same_offers_reach_weigh_together(asked):
    small = whole(asked).problem
    assert len(small.weight) <= len(asked.weight)
    for many in range(min(asked.offers, 3) + 1):
        for plan in combinations(range(asked.offers), many):
            assert small.value(plan) == asked.value(plan)


def test_three_alike_become_one():
    small = whole(problem([[0, 1, 2], [2]], [5, 6, 7])).problem
    assert sorted(small.weight.tolist()) == [7, 11]


@given(problems(), st.data())
def test_what_is_left_adds_up_to_the_whole(asked, data):
    signs = np.array(data.draw(st.lists(st.sampled_from(["sure", "out", "open"]), min_size=asked.offers, max_size=asked.offers)), dtype=str)
    part = left(asked, sure=signs == "sure", out=signs == "out")
    for many in range(min(part.problem.offers, 3) + 1):
        for plan in combinations(range(part.problem.offers), many):
            together = [*part.sure.tolist(), *part.rows[list(plan)].tolist()]
            assert part.won + part.problem.value(plan) == asked.value(together)
            assert part.spent + sum(part.problem.cost[list(plan)]) == sum(asked.cost[together])


@given(problems(priced=True), st.integers(0, 30), st.data())
def test_no_plan_exceeds_the_bound_whatever_the_prices(asked, limit, data):
    prices = np.array([data.draw(st.floats(-5, 60)) for _ in asked.weight])
    bound = most_at_best(asked, limit, prices, data.draw(st.floats(-2, 30)))
    for plan, cost in plans(asked):
        if cost <= limit:
            assert asked.value(plan) <= bound.value + 1e-6
            # What the bound calls decided, is decided: a plan that differs there is worse by as much.
            for offer in range(asked.offers):
                against = max(bound.gain[offer], 0.0) if offer not in plan else max(-bound.gain[offer], 0.0)
                assert asked.value(plan) <= bound.value - against + 1e-6


@given(problems(priced=True), st.integers(0, 120), st.data())
def test_no_plan_that_reaches_enough_costs_less_than_the_bound(asked, target, data):
    prices = np.array([data.draw(st.floats(-5, 20)) for _ in asked.weight])
    bound = least_at_best(asked, target, prices, data.draw(st.floats(-2, 3)))
    for plan, cost in plans(asked):
        if asked.value(plan) >= target:
            assert cost >= bound.value - 1e-6
            for offer in range(asked.offers):
                against = max(bound.gain[offer], 0.0) if offer not in plan else max(-bound.gain[offer], 0.0)
                assert cost >= bound.value + against - 1e-6


@given(problems(priced=True), st.integers(0, 40))
def test_exchanging_never_reaches_less_and_stays_within_the_limit(asked, limit):
    search = Search(asked, limit)
    first, better = search.greedy(), search.improve(())
    assert asked.value(better) >= asked.value(first)
    assert sum(asked.cost[better]) <= limit
    assert len(set(better)) == len(better)


def test_an_exchange_finds_what_one_by_one_misses():
    # The middle one adds most, but the two beside it reach everything together.
    asked = problem([[0, 1, 2], [1, 2, 3, 4], [3, 4, 5]], [10, 10, 10, 10, 10, 10])
    search = Search(asked, 2)
    assert asked.value(search.greedy()) == 50
    assert sorted(search.improve(())) == [0, 2]


def plans(asked):
    for many in range(min(asked.offers, 4) + 1):
        for plan in combinations(range(asked.offers), many):
            yield plan, int(asked.cost[list(plan)].sum())
