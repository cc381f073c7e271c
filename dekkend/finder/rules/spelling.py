"""Which words that we know does a misspelt word resemble? Few faults, and always shown: the person decides."""

from __future__ import annotations

from collections.abc import Mapping

from dekkend.finder.rules.vocabulary import SHORTEST, faults_allowed, left_out


def resembling(word: str, near: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Words within the faults that are allowed, the best first. A first letter is seldom wrong, so it must agree."""
    if len(word) < SHORTEST:
        return []
    may_be = {known for shorter in left_out(word) for known in near.get(shorter, ()) if known[0] == word[0]}
    scored = ((distance(word, known), abs(len(word) - len(known)), known) for known in may_be)
    return [known for faults, _, known in sorted(scored) if faults <= min(faults_allowed(word), faults_allowed(known))]


def distance(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
