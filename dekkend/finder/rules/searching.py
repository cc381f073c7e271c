"""Which schools fit, which partly, of which is it not known and which do not have it, by distance? Arrays over all sites at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dekkend.finder.words.results import NO, PAUSED, UNKNOWN, YES, Hits, Index, Need, Order, Outcome, Spot, Wish
from dekkend.organisations.words import Kind

OUTCOMES = tuple(Outcome)
FITS, PARTLY, NOT_NOW, NOT_KNOWN, NOT_ALL, HAS_NOT = range(6)


def search(index: Index, wish: Wish) -> Hits:
    """All sites that the wish lets through, in the order in which they are shown. Nothing that is unknown counts as no."""
    signs = signs_for(index, wish.needs)
    outcomes = outcomes_of(signs)
    km = distances(index, wish.spot, wish.detour)
    may = allowed(index, wish)
    inside = may & within(index, wish, km)
    found = np.flatnonzero(inside)
    by: list[NDArray[Any]] = [index.names[found], *keys(index, wish, km, found), outcomes[found]]
    order = found[np.lexsort(by)]
    counts = np.bincount(outcomes[found], minlength=len(OUTCOMES))
    told = {outcome: int(counts[at]) for at, outcome in enumerate(OUTCOMES)}
    return Hits(order, outcomes, km, signs, told, nearest_fit(wish, outcomes, km, may, told))


def signs_for(index: Index, needs: Sequence[Need]) -> NDArray[np.int8]:
    """Sites x needs. One kind of support that a school has answers a need; "no" only when it has none of them, for sure."""
    signs = np.zeros((len(index.sites), len(needs)), dtype=np.int8)
    for at, need in enumerate(needs):
        states = index.states[:, [index.column(code) for code in need.codes]]
        best = states.max(axis=1)
        sure_no = (states == NO).all(axis=1)
        signs[:, at] = np.where(best >= PAUSED, best, np.where(sure_no, NO, UNKNOWN))
    return signs


def outcomes_of(signs: NDArray[np.int8]) -> NDArray[np.int8]:
    """Per site its place in OUTCOMES. Without needs every site fits: then only the distance counts.

    A clear "no" to one need is not hidden among what is not known, and what is not known of another need makes no "no" of the whole.
    Who can do nothing of it today, but otherwise does, helps not "for a part".
    """
    if not signs.shape[1]:
        return np.zeros(len(signs), dtype=np.int8)
    all_yes, some, paused = (signs == YES).all(axis=1), (signs == YES).any(axis=1), (signs == PAUSED).any(axis=1)
    nothing_known, unknown = (signs == UNKNOWN).all(axis=1), (signs == UNKNOWN).any(axis=1)
    known = [all_yes, some, paused, nothing_known, unknown]
    return np.select(known, [FITS, PARTLY, NOT_NOW, NOT_KNOWN, NOT_ALL], HAS_NOT).astype(np.int8)


def distances(index: Index, spot: Spot | None, detour: float) -> NDArray[np.float64]:
    """Kilometres: the straight line times the detour; nan where a point is missing."""
    if spot is None:
        return np.full(len(index.sites), np.nan)
    x, y = spot.point
    return np.asarray(np.hypot(index.x - x, index.y - y) * (detour / 1000))


def allowed(index: Index, wish: Wish) -> NDArray[np.bool_]:
    """A school with only secondary special education is not for the children who are looked for: only who asks for that kind gets it."""
    may = index.kinds == wish.kind if wish.kind else index.kinds != Kind.SECONDARY_SPECIAL.value
    if wish.denomination:
        may &= index.denominations == wish.denomination
    return may


def within(index: Index, wish: Wish, km: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Within reach. A school of which nobody knows where it lies is not hidden when it has the same PC4 as the person."""
    if wish.spot is None or wish.reach is None:
        return np.ones(len(km), dtype=bool)
    near = np.asarray(km <= wish.reach)
    for at in np.flatnonzero(np.isnan(km)):
        near[at] = bool(wish.spot.area) and index.sites[at].postcode[:4] == wish.spot.area
    return near


def keys(index: Index, wish: Wish, km: NDArray[np.float64], found: NDArray[np.intp]) -> list[NDArray[np.float64]]:
    """By what is sorted within an outcome, the last first; a distance that is not known comes last."""
    near = np.nan_to_num(km[found], nan=np.inf)
    if wish.order is Order.NAME:
        return [near, index.names[found].astype(np.float64)]
    if wish.order is Order.FRESH:
        return [near, -index.fresh[found].astype(np.float64)]
    return [near]


def nearest_fit(
    wish: Wish, outcomes: NDArray[np.int8], km: NDArray[np.float64], may: NDArray[np.bool_], counts: dict[Outcome, int]
) -> float | None:
    """How far the nearest school is that fits, when there is none within reach."""
    if wish.spot is None or wish.reach is None or counts[Outcome.FITS]:
        return None
    further = km[may & (outcomes == FITS) & ~np.isnan(km)]
    return float(further.min()) if len(further) else None
