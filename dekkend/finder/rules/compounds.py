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
            sure = adds_nothing(rest, fixed)
            if entry is None or not (sure or telling(part)):
                continue
            weight = len(part) + (100 if sure else 0)
            if best is None or weight > best[0]:
                best = (weight, entry, sure)
    return (best[1], best[2]) if best else None


def telling(part: str) -> bool:
    """Long enough to be no chance, also without the letters that join it: "assen" in "bedplassen" is no "ASS"."""
    return len(part) >= TELLING and min(map(len, without_joint(part))) > SHORTEST_PART


def splits(word: str) -> Iterator[tuple[str, str]]:
    if len(word) < SHORTEST:
        return
    for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        yield word[:at], word[at:]


def adds_nothing(rest: str, fixed: frozenset[str]) -> bool:
    """This is made of such parts only: "klas", "sklas" without its joint, "problemen" + "klas"."""
    if without_joint(rest) & fixed or without_first_joint(rest) & fixed:
        return True
    return any(left in fixed and adds_nothing(right, fixed) for left, right in splits(rest))


def known(part: str, vocabulary: Vocabulary) -> Entry | None:
    """An entry of one word that this part is, as it stands or without the letter that joins it; else one with the same stem."""
    forms = sorted(without_joint(part), key=len, reverse=True)
    entry = next((vocabulary.single[form] for form in forms if form in vocabulary.single), None)
    return entry or next((found for form in forms if (found := by_stem(form, vocabulary))), None)


def by_stem(form: str, vocabulary: Vocabulary) -> Entry | None:
    """ "Hoogbegaafdheid" is on no list, and still is "hoogbegaafd". Dutch only: English writes its compounds apart."""
    if len(form) < TELLING or form in vocabulary.small.ordinary:
        return None
    keys = [key for key in vocabulary.stems(form) if key.startswith("nl:")]
    return next((entry for key in keys for entry in vocabulary.by_key.get(key, ()) if len(entry.keys) == 1), None)


def without_joint(part: str) -> set[str]:
    return {part.removesuffix(joint) for joint in JOINTS if len(part) - len(joint) >= SHORTEST_PART}


def without_first_joint(part: str) -> set[str]:
    return {part.removeprefix(joint) for joint in JOINTS if len(part) - len(joint) >= SHORTEST_PART}
