"""Which good plan is found quickly, without a proof?"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from dekkend.planning.rules.reducing import owners
from dekkend.planning.words.problem import Ints, Problem

Numbers = NDArray[np.float64]


class Search:
    """Looks for plans within `limit`: first one by one what adds most for its cost, then by exchanging one offer for another."""

    def __init__(self, problem: Problem, limit: int) -> None:
        self.problem, self.limit = problem, limit
        self.weight, self.cost = problem.weight.astype(float), problem.cost
        self.offer, self.point = owners(problem), problem.points
        order = np.argsort(self.point, kind="stable")
        self._by_point = self.offer[order]
        self._of_point = np.concatenate([[0], np.cumsum(np.bincount(self.point, minlength=len(self.weight)))])

    def greedy(self, given: Iterable[int] = ()) -> list[int]:
        """From what is `given`, each time the offer that adds most for its cost, while one fits."""
        chosen, times = self._start(given)
        gain, left = self._gains(times == 0), self.limit - int(self.cost[chosen].sum())
        while True:
            worth = np.where(self.cost <= left, gain / np.maximum(self.cost, 1), 0.0)
            best = int(worth.argmax()) if len(worth) else 0
            if not len(worth) or worth[best] <= 0:
                return chosen
            points = self.problem.reached_by(best)
            self._take_away(gain, points[times[points] == 0])
            times[points] += 1
            chosen.append(best)
            left -= int(self.cost[best])

    def improve(self, given: Iterable[int]) -> list[int]:
        """Exchange one offer for another as long as that reaches more; the best exchange first."""
        chosen = self.greedy(given)
        _, times = self._start(chosen)
        while chosen:
            more, enters, leaves = self._best_exchange(np.array(chosen), times)
            if more <= 0.5:
                return chosen
            times[self.problem.reached_by(chosen[leaves])] -= 1
            times[self.problem.reached_by(enters)] += 1
            chosen[leaves] = enters
        return chosen

    def near(self, wish: Numbers, noise: Numbers) -> list[int]:
        """A plan out of how much of each offer the relaxation wants (0 to 1), shaken by `noise`, and then improved."""
        order = np.argsort(-(np.log(np.maximum(wish, 1e-9)) + noise), kind="stable")
        fits = np.cumsum(self.cost[order]) <= self.limit
        return self.improve(order[fits].tolist())

    def _best_exchange(self, chosen: Ints, times: Ints) -> tuple[float, int, int]:
        """How much more the best exchange reaches, which offer enters, and the place in `chosen` of the one that leaves.

        What leaves loses the points that it alone reaches, save those that what enters reaches too.
        """
        many, number = len(chosen), np.full(self.problem.offers, -1)
        number[chosen] = np.arange(many)
        alone = times[self.point] == 1
        lone = np.full(len(self.weight), -1)
        inside = alone & (number[self.offer] >= 0)
        lone[self.point[inside]] = number[self.offer[inside]]
        pairs = lone[self.point] >= 0
        key = self.offer[pairs] * many + lone[self.point[pairs]]
        both = np.bincount(key, weights=self.weight[self.point[pairs]], minlength=self.problem.offers * many)
        lost = np.bincount(lone[lone >= 0], weights=self.weight[lone >= 0], minlength=many)
        more = both.reshape(self.problem.offers, many) + self._gains(times == 0)[:, None] - lost
        more[chosen] = -np.inf
        left = self.limit - int(self.cost[chosen].sum())
        more[self.cost[:, None] - self.cost[chosen] > left] = -np.inf
        best = int(more.argmax())
        return float(more.flat[best]), best // many, best % many

    def _start(self, given: Iterable[int]) -> tuple[list[int], Ints]:
        chosen, times = list(given), np.zeros(len(self.weight), dtype=np.int64)
        for offer in chosen:
            times[self.problem.reached_by(offer)] += 1
        return chosen, times

    def _gains(self, wanted: NDArray[np.bool_]) -> Numbers:
        """The weight of the wanted points that each offer reaches."""
        return np.bincount(self.offer, weights=(self.weight * wanted)[self.point], minlength=self.problem.offers).astype(float)

    def _take_away(self, gain: Numbers, points: Ints) -> None:
        """These points are reached now: nobody gains them any more."""
        for point in points.tolist():
            gain[self._by_point[self._of_point[point] : self._of_point[point + 1]]] -= self.weight[point]
