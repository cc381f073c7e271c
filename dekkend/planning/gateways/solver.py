"""Which offers reach most children for this many offers or this much money, and what is the least that reaches enough?"""

from __future__ import annotations

import time

import highspy
import numpy as np

from dekkend.planning.words.problem import Answer, Problem


def most(problem: Problem, *, limit: int, seconds: float = 30.0) -> Answer:
    """The offers that reach most weight while their `cost` together is at most `limit`. The best that is found in this time, with its bound."""
    return _solve(problem, limit=limit, target=None, seconds=seconds)


def least(problem: Problem, *, target: int, seconds: float = 30.0) -> Answer:
    """The cheapest offers that reach at least `target` weight together. Raises Unreachable when all of them together do not."""
    return _solve(problem, limit=None, target=target, seconds=seconds)


class Unreachable(Exception):
    """All offers together do not reach this much. `most` is what they do reach."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


def _solve(problem: Problem, *, limit: int | None, target: int | None, seconds: float) -> Answer:
    begun = time.monotonic()
    if target is not None and (reached := problem.value(range(problem.offers))) < target:
        raise Unreachable(reached)
    many, spots = problem.offers, len(problem.weight)
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("mip_rel_gap", 0.0)
    costs = problem.cost.astype(float) if target is not None else np.zeros(many)
    gains = np.zeros(spots) if target is not None else -problem.weight.astype(float)
    solver.addVars(many + spots, np.zeros(many + spots), np.ones(many + spots))
    order = np.arange(many + spots, dtype=np.int32)
    solver.changeColsCost(many + spots, order, np.concatenate([costs, gains]))
    solver.changeColsIntegrality(many, order[:many], np.full(many, highspy.HighsVarType.kInteger))
    by_point: list[list[int]] = [[] for _ in range(spots)]
    for offer in range(many):
        for point in problem.reached_by(offer).tolist():
            by_point[point].append(offer)
    for point, offers in enumerate(by_point):
        row = np.array([*offers, many + point], dtype=np.int32)
        solver.addRow(0.0, highspy.kHighsInf, len(row), row, np.concatenate([np.ones(len(offers)), [-1.0]]))
    if limit is not None:
        solver.addRow(-highspy.kHighsInf, float(limit), many, order[:many], problem.cost.astype(float))
    if target is not None:
        solver.addRow(float(target), highspy.kHighsInf, spots, order[many:], problem.weight.astype(float))
    solver.run()
    solution, info = solver.getSolution(), solver.getInfo()
    chosen = [at for at in range(many) if solution.col_value[at] > 0.5]
    value, cost = problem.value(chosen), int(problem.cost[chosen].sum())
    bound = int(np.ceil(info.mip_dual_bound - 1e-6)) if target is not None else int(np.floor(-info.mip_dual_bound + 1e-6))
    proven = cost <= bound if target is not None else value >= bound
    return Answer(tuple(chosen), value, cost, bound, proven, time.monotonic() - begun, int(info.mip_node_count))
