"""Is the best plan really the best, and its bound really a bound? Beside every possible plan of small problems, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.planning.gateways import solver
from dekkend.planning.gateways.solver import Unreachable, least, most
from dekkend.planning.rules.searching import Search
from dekkend.planning.words.problem import Problem, TooLarge
from tests.factories.planning import in_clusters, problem, problems


def every_plan(asked: Problem) -> Iterator[tuple[int, int]]:
    """Weight and cost of every set of offers."""
    for many in range(asked.offers + 1):
        for plan in combinations(range(asked.offers), many):
            reached = {point for offer in plan for point in asked.reached_by(offer).tolist()}
            yield sum(int(asked.weight[point]) for point in reached), sum(int(asked.cost[offer]) for offer in plan)


@pytest.mark.slow
@given(problems(), st.integers(0, 6))
def test_the_best_plan_of_so_many_offers_is_the_best_of_all(asked, limit):
    found = most(asked, limit=limit)
    assert found.proven
    assert found.value == found.bound == max(value for value, cost in every_plan(asked) if cost <= limit)
    assert found.value == asked.value(found.offers)
    assert len(set(found.offers)) == len(found.offers) <= limit


@pytest.mark.slow
@given(problems(priced=True), st.integers(0, 40))
def test_the_best_plan_for_so_much_money_is_the_best_of_all(asked, limit):
    found = most(asked, limit=limit)
    assert found.proven
    assert found.value == max(value for value, cost in every_plan(asked) if cost <= limit)
    assert found.cost == sum(asked.cost[list(found.offers)]) <= limit


@given(problems(priced=True), st.integers(0, 250))
def test_the_least_that_reaches_enough_costs_least_of_all(asked, target):
    enough = [cost for value, cost in every_plan(asked) if value >= target]
    if not enough:
        with pytest.raises(Unreachable) as refused:
            least(asked, target=target)
        assert refused.value.most == max(value for value, _cost in every_plan(asked))
        return
    found = least(asked, target=target)
    assert found.proven
    assert found.cost == found.bound == min(enough)
    assert asked.value(found.offers) == found.value >= target


@pytest.mark.slow
@given(problems(priced=True), st.integers(0, 40))
def test_what_the_search_misses_is_found_by_branching(asked, limit):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Search, "improve", lambda search, given: search.greedy(given)[:1])
        found = most(asked, limit=limit)
    assert found.proven
    assert found.value == found.bound == max(value for value, cost in every_plan(asked) if cost <= limit)


@pytest.mark.slow
@given(problems(priced=True), st.integers(1, 150))
def test_the_least_is_found_by_branching_too(asked, target):
    if enough := [cost for value, cost in every_plan(asked) if value >= target]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(solver._Run, "cheap", lambda run, target, *_others: run.enough(target))
            found = least(asked, target=target)
        assert found.proven
        assert found.cost == found.bound == min(enough)


@given(problems(), st.integers(0, 250))
def test_the_least_number_of_offers_is_the_least_of_all(asked, target):
    enough = [cost for value, cost in every_plan(asked) if value >= target]
    if enough:
        assert least(asked, target=target).cost == min(enough)


@pytest.mark.parametrize("limit", [3, 8, 20])
def test_one_offer_more_never_reaches_less(limit):
    asked = in_clusters(120, 150, 20_000, 2000)
    assert most(asked, limit=limit).value <= most(asked, limit=limit + 1).value


def test_what_adds_most_stands_first():
    asked = in_clusters(120, 150, 20_000, 2000)
    plan = most(asked, limit=8).offers
    values = [asked.value(plan[: at + 1]) for at in range(len(plan))]
    adds = np.diff([0, *values])
    assert (adds[:-1] >= adds[1:]).all()


@pytest.mark.slow
def test_a_region_is_solved_to_the_proven_best():
    asked = in_clusters(200, 1000, 20_000, 1600)
    assert most(asked, limit=20).proven
    assert least(asked, target=int(asked.value(range(asked.offers)) * 0.9)).proven


def test_without_time_there_is_a_plan_with_an_honest_bound():
    asked = in_clusters(300, 300, 30_000, 3000)
    hurried, whole = most(asked, limit=12, seconds=0.0), most(asked, limit=12)
    assert hurried.value <= whole.value <= hurried.bound
    assert hurried.proven == (hurried.value == hurried.bound)
    target = int(asked.value(range(asked.offers)) * 0.95)
    hurried, whole = least(asked, target=target, seconds=0.0), least(asked, target=target)
    assert hurried.bound <= whole.cost <= hurried.cost


def test_the_same_question_has_the_same_answer():
    asked = in_clusters(150, 200, 20_000, 2500)
    assert most(asked, limit=7).offers == most(asked, limit=7).offers


def test_nothing_to_reach_needs_no_offer():
    assert most(problem([], []), limit=3).offers == ()
    assert most(problem([[], []], []), limit=3).proven
    assert least(problem([[0]], [7]), target=0).offers == ()


def test_a_question_that_is_too_large_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr("dekkend.planning.words.problem.MOST_PAIRS", 3)
    with pytest.raises(TooLarge, match=r"^Deze vraag is te groot"):
        most(problem([[0, 1], [0, 1]], [5, 5]), limit=1)


def test_what_is_too_much_to_branch_on_is_answered_with_a_bound_that_holds(monkeypatch):
    asked = in_clusters(150, 200, 20_000, 2500)
    enough = int(asked.weight.sum() * 0.9)
    proven = least(asked, target=enough)
    monkeypatch.setattr(solver, "MOST_BRANCHED", 0)
    quick = least(asked, target=enough)
    assert quick.bound <= proven.cost <= quick.cost
    assert asked.value(quick.offers) >= enough
