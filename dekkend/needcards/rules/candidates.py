"""Which schools does a sender see first: those that have what is needed, then what is not known, nearest first?"""

from __future__ import annotations

from collections.abc import Iterable
from math import dist, inf

from dekkend.finder.words.results import DETOUR
from dekkend.needcards.words.facts import Candidate, Has

Point = tuple[float, float]  # metres in the Dutch grid


def in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The most of what is needed first, then the most that is unknown, then the nearest. Who cannot answer here comes last."""
    return sorted(candidates, key=lambda each: (not each.reachable, -each.fits, -each.unknown, far(each), each.name, each.brin6))


def far(candidate: Candidate) -> float:
    return inf if candidate.distance is None else candidate.distance


def metres(one: Point | None, other: Point | None) -> float | None:
    """The straight line times the same detour as where parents search, so that no school lies at two distances; None when not known."""
    return None if one is None or other is None else dist(one, other) * DETOUR


def best_of(signs: Iterable[Has]) -> Has:
    """Of several rows of one kind the best counts; no row at all is not known."""
    order = list(Has)
    return min(signs, key=order.index, default=Has.UNKNOWN)


def found_by(candidates: Iterable[Candidate], words: str) -> list[Candidate]:
    """Those of which name, place or code hold every word."""
    wanted = words.casefold().split()[:8]
    return [each for each in candidates if all(word in f"{each.name} {each.place} {each.brin6}".casefold() for word in wanted)]
