"""Which word that we know sits in a longer Dutch word?"""

from __future__ import annotations

from collections.abc import Iterator

from dekkend.finder.words.understanding import Entry, Vocabulary

SHORTEST = 7  # letters of a compound
SHORTEST_PART = 3
TELLING = 5  # letters of a known part beside a part that we do not know
JOINTS = ("", "s", "e", "en", "n")


def in_compound(word: str, vocabulary: Vocabulary) -> tuple[Entry, bool] | None:
    """The entry in this word, and whether we are sure: the rest of the word adds nothing ("autisme" + "begeleiding")."""
    best: tuple[int, Entry, bool] | None = None
    for left, right in splits(word):
        for part, rest, fixed in ((left, right, vocabulary.small.tails), (right, left, vocabulary.small.heads)):
            entry = known(part, vocabulary)
            sure = rest in fixed or without_joint(rest) & fixed != set()
            if entry is None or not (sure or len(part) >= TELLING):
                continue
            weight = len(part) + (100 if sure else 0)
            if best is None or weight > best[0]:
                best = (weight, entry, sure)
    return (best[1], best[2]) if best else None


def splits(word: str) -> Iterator[tuple[str, str]]:
    if len(word) < SHORTEST:
        return
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        yield word[:at], word[at:]


def known(part: str, vocabulary: Vocabulary) -> Entry | None:
    """An entry of one word that this part is, as it stands or without the letter that joins it."""
    return next((vocabulary.single[each] for each in sorted(without_joint(part), key=len, reverse=True) if each in vocabulary.single), None)


def without_joint(part: str) -> set[str]:
    return {part.removesuffix(joint) if joint else part for joint in JOINTS if len(part) - len(joint) >= SHORTEST_PART}
