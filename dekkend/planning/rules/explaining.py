"""Why these schools: what does each add, who hangs on it alone, who could take its place, and how do things stand before and after?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.fragility import children_on_one_site
from dekkend.coverage.rules.kinds import as_data as settings_as_data
from dekkend.coverage.rules.listed import counted
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.words.coverage import Coverage
from dekkend.planning.words.advice import Advice, Choice, KindStand, Other, Proof, Stand
from dekkend.planning.words.asking import Asked, Way
from dekkend.planning.words.built import Built
from dekkend.planning.words.problem import Answer, Ints, Problem


def explain(coverage: Coverage, after: Coverage, built: Built, asked: Asked, answer: Answer, *, unreachable: bool = False) -> Advice:
    """The advice behind an answer. `after` is the coverage once every chosen offer is there; `unreachable` when nothing is enough."""
    chosen = in_order(built.problem, answer.offers)
    before, later = stands(coverage), stands(after)
    kinds = tuple(
        KindStand(kind.code, kind.label, kind.radius_km, kind.rough, was, will, signs_of(coverage, column), signs_of(after, column))
        for column, (kind, was, will) in enumerate(zip(coverage.kinds, before, later, strict=True))
    )
    proof = Proof(answer.value, answer.cost, answer.bound, answer.proven, round(answer.seconds, 2), answer.steps, unreachable)
    return Advice(
        asked=asked,
        region=coverage.region,
        name=coverage.name,
        day=coverage.day,
        school_year=coverage.school_year,
        key=built.basis,
        proof=proof,
        choices=choices(coverage, after, built, asked, chosen),
        next=next_best(coverage, built, asked, chosen),
        before=whole(coverage, before),
        after=whole(after, later),
        kinds=kinds,
        postcodes=tuple(area.postcode for area in coverage.areas),
        offers=int((np.diff(built.problem.starts) > 0).sum()),
        lines=(*coverage.lines, *built.conditions),
        sources=coverage.sources,
        settings=settings_as_data(coverage.settings),
    )


def in_order(problem: Problem, offers: Sequence[int]) -> tuple[int, ...]:
    """The same offers, each time the one that adds most to those before it; of equals the first of the problem."""
    weight, left, ordered = problem.weight.copy(), sorted(offers), []
    while left:
        best = max(left, key=lambda offer: int(weight[problem.reached_by(offer)].sum()))
        ordered.append(best)
        left.remove(best)
        weight[problem.reached_by(best)] = 0
    return tuple(ordered)


def choices(coverage: Coverage, after: Coverage, built: Built, asked: Asked, chosen: Sequence[int]) -> tuple[Choice, ...]:
    problem, weight = built.problem, built.problem.weight.copy()
    times = times_reached(problem, chosen)
    found = []
    for offer in chosen:
        points = problem.reached_by(offer)
        new = points[weight[points] > 0]
        row, column = int(built.sites[offer]), int(built.columns[offer])
        site, alone = coverage.sites[row], int(problem.weight[points[times[points] == 1]].sum())
        found.append(
            Choice(
                brin6=site.brin6,
                school=site.name,
                board=site.board,
                code=coverage.kinds[column].code,
                sign=coverage.sign(row, column).value,
                adds=int(weight[points].sum()),
                alone=alone,
                closes=closing(after, row),
                cents=int(problem.cost[offer]) if asked.needs_money else 0,
                certain=offer in built.certain,
                places=tuple(coverage.areas[at].postcode for at in built.at[new].tolist()),
                instead=instead_of(coverage, built, asked, chosen, offer),
                by_declaration=site.is_by_declaration,
            )
        )
        weight[points] = 0
    return tuple(found)


def times_reached(problem: Problem, offers: Sequence[int]) -> Ints:
    """By how many of these offers each point is reached."""
    times = np.zeros(len(problem.weight), dtype=np.int64)
    for offer in offers:
        times[problem.reached_by(offer)] += 1
    return times


def closing(after: Coverage, row: int) -> int:
    """Children who lose one or more of the asked kinds once the site in this row is gone; each child once."""
    return int(after.ground.children[(after.counts.only == row).any(axis=1)].sum())


def gains(problem: Problem, free: Ints) -> Ints:
    """Of every offer what it adds, when points count for as much as `free` says."""
    running = np.concatenate([[0], np.cumsum(free[problem.points])])
    return running[problem.starts[1:]] - running[problem.starts[:-1]]


def instead_of(coverage: Coverage, built: Built, asked: Asked, chosen: Sequence[int], offer: int) -> Other | None:
    """The best one offer at another school when this school cannot: all that the plan gave it falls away. It fits what was asked."""
    problem, same = built.problem, built.sites == built.sites[offer]
    stays = [each for each in chosen if not same[each]]
    weight = np.where(times_reached(problem, stays) == 0, problem.weight, 0)
    lost = problem.value(chosen) - problem.value(stays)
    adds = gains(problem, weight)
    fits = ~same & (adds > 0)
    if asked.way is Way.EUROS:
        fits &= problem.cost <= asked.number * 100 - int(problem.cost[stays].sum())  # cents
    needed = missing(built, asked) - problem.value(stays) if asked.way is Way.SHARE else 0
    if asked.way is Way.SHARE and asked.needs_money and (enough := fits & (adds >= needed)).any():
        fits = enough & (problem.cost == problem.cost[enough].min())
    best = best_of(adds, fits)
    if best is None:
        return None
    number, more = best
    return other(coverage, built, asked, number, more, fewer=lost - more, reaches=more >= needed)


def next_best(coverage: Coverage, built: Built, asked: Asked, chosen: Sequence[int]) -> Other | None:
    """What one more offer would add to this plan; None when nothing adds anything."""
    free = np.where(times_reached(built.problem, chosen) == 0, built.problem.weight, 0)
    fits = np.ones(built.problem.offers, dtype=bool)
    fits[list(chosen)] = False
    best = best_of(gains(built.problem, free), fits)
    return other(coverage, built, asked, *best) if best else None


def best_of(adds: Ints, fits: np.ndarray) -> tuple[int, int] | None:
    """The first of the offers that fit and add most, and how much; None when none adds anything."""
    if not len(adds):
        return None
    within = np.where(fits, adds, 0)
    best = int(within.argmax())
    return (best, int(within[best])) if within[best] > 0 else None


def other(coverage: Coverage, built: Built, asked: Asked, offer: int, adds: int, *, fewer: int = 0, reaches: bool = True) -> Other:
    site, kind = coverage.sites[int(built.sites[offer])], coverage.kinds[int(built.columns[offer])]
    cents = int(built.problem.cost[offer]) if asked.needs_money else 0
    return Other(site.brin6, site.name, kind.code, adds, fewer, reaches, cents)


def missing(built: Built, asked: Asked) -> int:
    """Children, each kind apart, who still have to be reached for the share that is asked."""
    return max(0, -(-built.children * asked.number // 100) - built.covered)


def stands(coverage: Coverage) -> tuple[Stand, ...]:
    """One for each kind."""
    spots = white_spots(coverage)
    sure, maybe = counted(each.kind.code for each in spots if each.sure), counted(each.kind.code for each in spots if not each.sure)
    return tuple(
        Stand(figure, sure.get(kind.code, 0), maybe.get(kind.code, 0), children_on_one_site(coverage, kind.code))
        for kind, figure in zip(coverage.kinds, of_region(coverage), strict=True)
    )


def whole(coverage: Coverage, each: Sequence[Stand]) -> Stand:
    """All asked kinds as one: a child counts for each kind apart; only `alone` counts each child once."""
    figure = together(tuple(stand.figure for stand in each))
    return Stand(figure, sum(stand.spots for stand in each), sum(stand.maybe for stand in each), children_on_one_site(coverage))


def signs_of(coverage: Coverage, column: int) -> str:
    return "".join(map(str, coverage.counts.standing[:, column].tolist()))
