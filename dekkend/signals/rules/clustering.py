"""How many signals are there about which kind of support, without giving away a number under five about children?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dekkend.signals.words import OPEN, PERSONAL_FROM, SignalCounts, SignalKind, SignalState, or_more


@dataclass(frozen=True, slots=True)
class Tally:
    """So many signals (`count`) that are equal in all of this; `area` is a PC4 or "", `reason` a NoReason or ""."""

    kind: SignalKind
    code: str
    area: str
    state: SignalState
    reason: str
    count: int


def as_others_see(tallies: Iterable[Tally]) -> list[Tally]:
    """For whoever does not work for the region: a note of the support point says where only when five or more were made there."""
    found = list(tallies)
    made: Counter[tuple[str, str]] = Counter()
    for tally in found:
        if is_note(tally):
            made[tally.code, tally.area] += tally.count
    return [replace(tally, area="") if is_note(tally) and made[tally.code, tally.area] < PERSONAL_FROM else tally for tally in found]


def is_note(tally: Tally) -> bool:
    return tally.kind is SignalKind.SUPPORT_POINT


def by_code(tallies: Iterable[Tally]) -> dict[str, SignalCounts]:
    """By code of the catalogue in the order of the alphabet; "" (no kind of support) comes last."""
    grouped: dict[str, list[Tally]] = {}
    for tally in tallies:
        grouped.setdefault(tally.code, []).append(tally)
    return {code: counts_of(code, grouped[code]) for code in sorted(grouped, key=lambda code: (not code, code))}


def by_code_and_area(tallies: Iterable[Tally]) -> dict[tuple[str, str], SignalCounts]:
    """The same for each area apart; "" is what is said of the whole region. Of a "no" only whether there were five or more."""
    grouped: dict[tuple[str, str], list[Tally]] = {}
    for tally in tallies:
        grouped.setdefault((tally.code, tally.area), []).append(tally)
    ordered = sorted(grouped, key=lambda key: (not key[0], *key))
    return {key: _of_area(counts_of(key[0], grouped[key])) for key in ordered}


def _of_area(counts: SignalCounts) -> SignalCounts:
    """No more brackets and no reason: an upper bound of each part would let someone work out a small one from the total."""
    return replace(counts, no_answers=min(counts.no_answers, PERSONAL_FROM), reason="")


def counts_of(code: str, tallies: Iterable[Tally]) -> SignalCounts:
    found = list(tallies)
    corrections = [tally for tally in found if tally.kind is SignalKind.CORRECTION]
    notes = [tally for tally in found if is_note(tally)]
    refusals = [tally for tally in found if tally.kind is SignalKind.NO_ANSWER]
    reason, given = max(_summed(refusals, "reason").items(), key=lambda each: (each[1], each[0]), default=("", 0))
    said_at = {tally.area for tally in corrections + notes} | {area for area, count in _summed(refusals, "area").items() if or_more(count)}
    return SignalCounts(
        code=code,
        corrections=_sum(corrections),
        open_corrections=_sum(tally for tally in corrections if tally.state in OPEN),
        notes=_sum(notes),
        no_answers=or_more(_sum(refusals)),
        reason=reason if or_more(given) else "",
        areas=tuple(sorted(said_at - {""})),
    )


def _summed(tallies: Iterable[Tally], what: str) -> dict[str, int]:
    counted: dict[str, int] = {}
    for tally in tallies:
        value = getattr(tally, what)
        counted[value] = counted.get(value, 0) + tally.count
    return counted


def _sum(tallies: Iterable[Tally]) -> int:
    return sum(tally.count for tally in tallies)
