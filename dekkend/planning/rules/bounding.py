"""How much can any plan reach at most, or how little can it cost, and which offers can be decided at once? (Lagrangian bounds.)

Give every point a price: who chooses an offer is paid the prices of the points that it reaches, and who wants a point pays its price.
For prices of zero or more the sum below is a bound, whoever made them; the relaxation gives good ones. So the proof does not lean on the
precision of the solver. What would have to be paid on top when one offer is forced in or left out tells which offers are decided.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dekkend.planning.rules.reducing import Flags, owners
from dekkend.planning.rules.searching import Numbers
from dekkend.planning.words.problem import Problem

SLACK = 1e-6  # sums of floating point numbers of this size are right to much less than one child or one cent


@dataclass(frozen=True, eq=False)
class Bound:
    """No plan is better than `value`. `gain` is for each offer by how much the bound would worsen if it were decided the other way:
    below zero for one that the bound does without, above for one that it counts on."""

    value: float
    gain: Numbers

    def sure(self, room: float) -> Flags:
        """Offers that every plan has that is better by so much less than the bound."""
        return self.gain > room + SLACK

    def out(self, room: float) -> Flags:
        """Offers that no such plan has."""
        return self.gain < -room - SLACK


def most_at_best(problem: Problem, limit: int, prices: Numbers, rate: float) -> Bound:
    """Prices by point, and what one unit of cost is worth. The bound is weight, from above."""
    prices, rate = np.clip(prices, 0.0, problem.weight), max(rate, 0.0)
    gain = _paid(problem, prices) - rate * problem.cost
    return Bound(float((problem.weight - prices).sum() + rate * limit + gain.clip(0).sum()), gain)


def least_at_best(problem: Problem, target: int, prices: Numbers, rate: float) -> Bound:
    """Prices by point, and what one child is worth. The bound is cost, from below."""
    prices, rate = np.clip(prices, 0.0, None), max(rate, 0.0)
    gain = _paid(problem, prices) - problem.cost
    unwanted = (rate * problem.weight - prices).clip(0).sum()
    return Bound(float(rate * target - gain.clip(0).sum() - unwanted), gain)


def _paid(problem: Problem, prices: Numbers) -> Numbers:
    return np.bincount(owners(problem), weights=prices[problem.points], minlength=problem.offers).astype(float)
