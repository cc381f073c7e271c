"""Which offers reach most children for this many offers or this much money, what is the least that reaches enough, and is that proven?

Three steps, of which the first two are mostly enough: points that the same offers reach become one; the relaxation gives a bound, and
prices that lead the search to a plan; what bound and plan leave undecided is branched on by HiGHS. A plan is `proven` when it is as good
as its bound.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dekkend.planning.gateways.highs import Aim, Relaxed, decided, relaxed
from dekkend.planning.rules.bounding import Bound, least_at_best, most_at_best
from dekkend.planning.rules.reducing import Part, left, whole
from dekkend.planning.rules.searching import Search
from dekkend.planning.words.problem import Answer, Problem, refuse_too_many

MOST_BRANCHED = 200_000  # pairs that are left to branch on; more of them give HiGHS no node within the time
TRIES = 60  # plans that are tried around what the relaxation wants


class Unreachable(Exception):
    """All offers together do not reach this much. `most` is what they do reach."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


def most(problem: Problem, *, limit: int, seconds: float = 30.0) -> Answer:
    """The offers that reach most weight while their `cost` together is at most `limit`, and what no such plan can exceed.

    The best that is found in this time. Raises TooLarge.
    """
    run = _Run(problem, seconds)
    small = run.part.problem
    search = Search(small, limit)
    best, bound = search.improve(()), int(small.weight.sum())
    value = small.value(best)
    if value < bound:
        loose = relaxed(small, Aim(limit=limit), seconds=run.left)
        found = most_at_best(small, limit, loose.prices, loose.rate)
        bound = min(bound, math.floor(found.value + 1e-6))
        for plan in run.tries(search, loose):
            if (reached := small.value(plan)) > value:
                best, value = plan, reached
            if value >= bound:
                break
        if value < bound and run.left > 0:
            best, value, bound = run.branch_for_most(limit, found, best, value, bound)
    return run.answer(best, bound)


def least(problem: Problem, *, target: int, seconds: float = 30.0) -> Answer:
    """The cheapest offers that reach at least `target` weight together, and what no such plan costs less than.

    Raises Unreachable when all of them together do not, and TooLarge.
    """
    run = _Run(problem, seconds)
    small = run.part.problem
    if (reached := int(small.weight.sum())) < target:
        raise Unreachable(reached)
    if target <= 0:
        return run.answer([], 0, target=target)
    loose = relaxed(small, Aim(target=target), seconds=run.left)
    found = least_at_best(small, target, loose.prices, loose.rate)
    step = int(np.gcd.reduce(small.cost))  # every plan costs a multiple of it
    bound = max(step, math.ceil(found.value / step - 1e-6) * step)
    best = run.cheap(target, bound, step, loose)
    cost = int(small.cost[best].sum())
    if cost > bound and run.left > 0:
        best, bound = run.branch_for_least(target, found, best, bound, step)
    return run.answer(best, bound, target=target)


@dataclass
class _Run:
    """One question: the problem made smaller, and how much time is left."""

    whole: Problem
    seconds: float

    def __post_init__(self) -> None:
        refuse_too_many(len(self.whole.points))
        self.begun = time.monotonic()
        self.steps = 0
        self.part: Part = whole(self.whole)

    @property
    def left(self) -> float:
        return self.seconds - (time.monotonic() - self.begun)

    def tries(self, search: Search, loose: Relaxed) -> Iterator[list[int]]:
        """Plans near what the relaxation wants, each with other noise; the first with none. At most half of the time that is left."""
        chance, until = np.random.default_rng(20), time.monotonic() + self.left / 2
        yield search.near(loose.wish, np.zeros(len(loose.wish)))
        for at in range(TRIES):
            if time.monotonic() > until:
                return
            yield search.near(loose.wish, chance.gumbel(size=len(loose.wish)) * (0.5 if at % 2 else 1.0))

    def branch_for_most(self, limit: int, found: Bound, best: list[int], value: int, bound: int) -> tuple[list[int], int, int]:
        small, room = self.part.problem, found.value - value - 1
        rest = left(small, sure=found.sure(room), out=found.out(room))
        if rest.spent > limit:  # what every better plan has costs too much: there is none
            return best, value, value
        if len(rest.problem.points) > MOST_BRANCHED:
            return best, value, bound
        told = decided(rest.problem, Aim(limit=limit - rest.spent), seconds=self.left, known=_within(rest, best))
        self.steps += told.steps
        plan = _together(rest, told.offers)
        if (reached := small.value(plan)) > value:
            best, value = plan, reached
        highest = bound if math.isinf(told.bound) else math.floor(told.bound + rest.won + 1e-6)
        return best, value, max(value, min(bound, highest))

    def cheap(self, target: int, bound: int, step: int, loose: Relaxed) -> list[int]:
        """A plan that reaches the target: with the least that could do, and else a little more each time."""
        small = self.part.problem
        best = self.pruned(self.enough(target), target)
        limit, dearest = bound, int(small.cost[best].sum())
        while limit < dearest and self.left > self.seconds / 2:
            search = Search(small, limit)
            for plan in self.tries(search, loose):
                if small.value(plan) >= target:
                    return self.pruned(plan, target)
            limit += max(step, (dearest - bound) // 10 // step * step)
        return best

    def enough(self, target: int) -> list[int]:
        """What adds most for its cost, until it is enough."""
        small, chosen = self.part.problem, Search(self.part.problem, int(self.part.problem.cost.sum())).greedy()
        reached = np.zeros(len(small.weight), dtype=bool)
        for count, offer in enumerate(chosen, 1):
            reached[small.reached_by(offer)] = True
            if small.weight[reached].sum() >= target:
                return chosen[:count]
        return chosen

    def pruned(self, plan: list[int], target: int) -> list[int]:
        """Without the offers that the target can be reached without; the dearest goes first."""
        kept = sorted(plan, key=lambda offer: int(self.part.problem.cost[offer]))
        for offer in reversed(list(kept)):
            fewer = [each for each in kept if each != offer]
            if self.part.problem.value(fewer) >= target:
                kept = fewer
        return kept

    def branch_for_least(self, target: int, found: Bound, best: list[int], bound: int, step: int) -> tuple[list[int], int]:
        small = self.part.problem
        cost = int(small.cost[best].sum())
        room = cost - step - found.value
        rest = left(small, sure=found.sure(room), out=found.out(room))
        if rest.won >= target:  # what every cheaper plan has is enough
            plan, lowest = rest.sure.tolist(), rest.spent
        elif len(rest.problem.points) > MOST_BRANCHED:
            return best, bound
        else:
            told = decided(rest.problem, Aim(target=target - rest.won), seconds=self.left, known=_within(rest, best))
            self.steps += told.steps
            if told.impossible:
                return best, cost
            plan = _together(rest, told.offers)
            lowest = bound if math.isinf(told.bound) else math.ceil((told.bound + rest.spent) / step - 1e-6) * step
        if small.value(plan) >= target and int(small.cost[plan].sum()) < cost:
            best, cost = plan, int(small.cost[plan].sum())
        return best, min(cost, max(bound, lowest))

    def answer(self, best: list[int], bound: int, *, target: int | None = None) -> Answer:
        """In the rows of the whole problem, the offer that adds most first."""
        offers = _ordered(self.whole, self.part.rows[best].tolist())
        value, cost = self.whole.value(offers), int(self.whole.cost[list(offers)].sum())
        proven = value >= bound if target is None else cost <= bound
        return Answer(offers, value, cost, bound, proven, time.monotonic() - self.begun, self.steps)


def _together(rest: Part, offers: tuple[int, ...] | None) -> list[int]:
    """What is sure and what was chosen of the rest, in the rows of the problem before."""
    return [*rest.sure.tolist(), *rest.rows[list(offers or ())].tolist()]


def _within(rest: Part, plan: list[int]) -> list[int] | None:
    """This plan in the rows of the rest; None when the rest rules it out."""
    number = {row: at for at, row in enumerate(rest.rows.tolist())}
    sure = set(rest.sure.tolist())
    if not sure <= set(plan) or any(offer not in number and offer not in sure for offer in plan):
        return None
    return [number[offer] for offer in plan if offer in number]


def _ordered(problem: Problem, plan: list[int]) -> tuple[int, ...]:
    reached = np.zeros(len(problem.weight), dtype=bool)
    left, order = set(plan), []
    while left:
        adds = {
            offer: int(problem.weight[points[~reached[points]]].sum())
            for offer in left
            if (points := problem.reached_by(offer)) is not None
        }
        best = min(left, key=lambda offer: (-adds[offer], offer))
        reached[problem.reached_by(best)] = True
        order.append(best)
        left.remove(best)
    return tuple(order)
