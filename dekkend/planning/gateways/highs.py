"""What does HiGHS say of a problem: without whole numbers, and with them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from dekkend.planning.rules.reducing import owners
from dekkend.planning.rules.searching import Numbers
from dekkend.planning.words.problem import Problem

INFINITE = highspy.kHighsInf
# Weights and costs are whole numbers. A good plan is known already: looking for others and starting anew took two thirds of the time.
BRANCHING = {"mip_rel_gap": 0.0, "mip_abs_gap": 0.99, "mip_heuristic_effort": 0.0, "mip_allow_restart": False}


@dataclass(frozen=True, slots=True)
class Aim:
    """As much weight as possible within `limit`, or as little cost as possible for `target`; the other one is None."""

    limit: int | None = None
    target: int | None = None


@dataclass(frozen=True, eq=False)
class Relaxed:
    """How much of each offer is wanted (0 to 1), the price of each point, and what one unit of the limit or the target is worth."""

    wish: Numbers
    prices: Numbers
    rate: float


@dataclass(frozen=True, slots=True)
class Decided:
    """The best whole plan that was found, None when there is none; and what no plan betters: weight from above or cost from below.

    `impossible`: there is no plan at all. An infinite bound says nothing: the time was over before there was one.
    """

    offers: tuple[int, ...] | None
    impossible: bool
    bound: float
    steps: int


def relaxed(problem: Problem, aim: Aim, *, seconds: float) -> Relaxed:
    """The problem with parts of offers allowed, by the interior point method: its prices need no corner of the polyhedron."""
    solver = _solver(problem, aim, seconds)
    solver.setOptionValue("solver", "ipm")
    solver.setOptionValue("run_crossover", "off")
    solver.run()
    solution = solver.getSolution()
    if not solution.dual_valid:
        nothing = np.zeros(len(problem.weight))
        return Relaxed(np.zeros(problem.offers), nothing, 0.0)
    duals = np.abs(np.array(solution.row_dual))
    return Relaxed(np.array(solution.col_value)[: problem.offers], duals[:-1], float(duals[-1]))


def decided(problem: Problem, aim: Aim, *, seconds: float, known: Sequence[int] | None) -> Decided:
    """Whole offers only, by branching. `known` is a plan to begin with, when there is one."""
    solver = _solver(problem, aim, seconds)
    kinds = np.full(problem.offers, highspy.HighsVarType.kInteger)
    solver.changeColsIntegrality(problem.offers, np.arange(problem.offers, dtype=np.int32), kinds)
    for name, value in BRANCHING.items():
        solver.setOptionValue(name, value)
    if known is not None:
        _begin_with(solver, problem, known)
    solver.run()
    info, status = solver.getInfo(), solver.getModelStatus()
    sign = -1 if aim.target is None else 1
    values = np.array(solver.getSolution().col_value)[: problem.offers]
    found = bool(info.primal_solution_status == highspy.kSolutionStatusFeasible)
    return Decided(
        offers=tuple(np.flatnonzero(values > 0.5).tolist()) if found else None,
        impossible=bool(status == highspy.HighsModelStatus.kInfeasible),
        bound=sign * float(info.mip_dual_bound),
        steps=max(int(info.mip_node_count), 0),
    )


def _solver(problem: Problem, aim: Aim, seconds: float) -> highspy.Highs:
    """Columns: the offers, then the points; rows: a point is reached by its offers only, and last the limit or the target."""
    many, spots, pairs = problem.offers, len(problem.weight), len(problem.points)
    order = np.argsort(problem.points, kind="stable")
    counts = np.bincount(problem.points, minlength=spots)
    place = np.arange(pairs) + np.repeat(np.arange(spots), counts)
    index, value = np.empty(pairs + spots, dtype=np.int32), np.empty(pairs + spots)
    index[place], value[place] = owners(problem)[order], -1.0
    ends = np.cumsum(counts + 1)
    index[ends - 1], value[ends - 1] = many + np.arange(spots), 1.0
    within = aim.target is None
    last = np.arange(many) if within else many + np.arange(spots)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = many + spots, spots + 1
    model.col_cost_ = np.concatenate([np.zeros(many) if within else problem.cost, -problem.weight if within else np.zeros(spots)]).astype(
        float
    )
    model.col_lower_, model.col_upper_ = np.zeros(many + spots), np.ones(many + spots)
    model.row_lower_ = np.concatenate([np.full(spots, -INFINITE), [-INFINITE if within else float(aim.target or 0)]])
    model.row_upper_ = np.concatenate([np.zeros(spots), [float(aim.limit or 0) if within else INFINITE]])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate([[0], ends, [len(index) + len(last)]]).astype(np.int32)
    model.a_matrix_.index_ = np.concatenate([index, last]).astype(np.int32)
    model.a_matrix_.value_ = np.concatenate([value, problem.cost if within else problem.weight]).astype(float)
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", max(seconds, 0.1))
    solver.setOptionValue("random_seed", 20)
    solver.passModel(model)
    return solver


def _begin_with(solver: highspy.Highs, problem: Problem, known: Sequence[int]) -> None:
    start = highspy.HighsSolution()
    reached = np.zeros(len(problem.weight))
    chosen = np.zeros(problem.offers)
    for offer in known:
        chosen[offer] = 1.0
        reached[problem.reached_by(offer)] = 1.0
    start.col_value = np.concatenate([chosen, reached]).tolist()
    solver.setSolution(start)
