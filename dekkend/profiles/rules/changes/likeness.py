"""Which things of two lists belong together, and which of these stand in another place? Work is bounded, whatever the lists hold."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Sequence

ALIKE = 0.5  # from here on two texts are one text that was edited
MOST_PAIRS = 40_000  # that are compared word by word
MOST_CELLS = 400_000  # of a table over two runs of sentences
_MOST_WORDS = 300
_ENOUGH = 4  # words before a text can be said to stand inside another
_WORD = re.compile(r"\w+")

Pairs = list[tuple[int, int]]
Names = Sequence[str | None]


def flat(text: str) -> str:
    """A text as it is compared: white space does not count."""
    return " ".join(text.split())


def words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()[: _MOST_WORDS * 12])[:_MOST_WORDS])


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """From 0 (no word in common) to 1 (the same words)."""
    if not one or not other:
        return 0.0
    shared, smaller = len(one & other), min(len(one), len(other))
    same_part = 0.75 * shared / smaller if smaller >= _ENOUGH else 0.0  # a short text that grew is the same text
    return max(2 * shared / (len(one) + len(other)), same_part)


def match(before: Sequence[str], after: Sequence[str], names: tuple[Names, Names]) -> Pairs:
    """(place before, place after) of things that are one thing: equal texts first, then equal names, then what is most alike.

    A name is None where a thing has none of its own."""
    pairs = _equal(before, after, range(len(before)), range(len(after)))
    pairs += _equal(*names, *_left(pairs, before, after))
    left, right = _left(pairs, before, after)
    if len(left) * len(right) <= MOST_PAIRS:
        pairs += _most_alike(before, after, left, right)
    return sorted(pairs)


def _left(pairs: Pairs, before: Sequence[str], after: Sequence[str]) -> tuple[list[int], list[int]]:
    used_before, used_after = {one for one, _ in pairs}, {other for _, other in pairs}
    return [at for at in range(len(before)) if at not in used_before], [at for at in range(len(after)) if at not in used_after]


def _equal(before: Names, after: Names, left: Sequence[int], right: Sequence[int]) -> Pairs:
    places = defaultdict(list)
    for at in reversed(right):
        places[after[at]].append(at)
    return [(at, places[before[at]].pop()) for at in left if before[at] is not None and places.get(before[at])]


def _most_alike(before: Sequence[str], after: Sequence[str], left: Sequence[int], right: Sequence[int]) -> Pairs:
    said_before = {at: words_of(before[at]) for at in left}
    said_after = {at: words_of(after[at]) for at in right}
    scored = [(alike(said_before[one], said_after[other]), one, other) for one in left for other in right]
    pairs: Pairs = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, one, other in sorted((found for found in scored if found[0] >= ALIKE), key=lambda found: (-found[0], found[1], found[2])):
        if one not in used[0] and other not in used[1]:
            pairs.append((one, other))
            used[0].add(one)
            used[1].add(other)
    return pairs


def in_place(pairs: Pairs) -> set[int]:
    """Of pairs in the order of `before`: the places in `after` of the most things that kept their order. The others moved."""
    tails: list[int] = []
    where: list[int] = []
    came_from: list[int] = []
    for at, (_, place) in enumerate(pairs):
        slot = bisect.bisect_left(tails, place)
        came_from.append(where[slot - 1] if slot else -1)
        if slot == len(tails):
            tails.append(place)
            where.append(at)
        else:
            tails[slot], where[slot] = place, at
    kept = set()
    at = where[-1] if where else -1
    while at >= 0:
        kept.add(pairs[at][1])
        at = came_from[at]
    return kept
