"""Where is a school's text other than the fixed text of its region, to the word?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.profiles.rules.changes.sentences import split_sentences
from dekkend.profiles.rules.changes.texts import compare_texts
from dekkend.profiles.rules.shingles import plain_words, shingles
from dekkend.profiles.words.changes import Change, Kind, Sentence

ALIKE = 0.5  # share of the words of a sentence that it must have in common with a fixed one to be its other wording


def hashes_of(texts: Iterable[str]) -> frozenset[str]:
    """What a reader recognises these texts by, beside the hashes that come with the form."""
    return frozenset(mark for text in texts for mark in shingles(text))


def in_place(fixed: str, changed: Iterable[str]) -> str | None:
    """The fixed text with each of these sentences of a school in the place of the sentence that it is another wording of.

    None when not one of them belongs to this text.
    """
    parts = split_sentences(fixed)
    words = [frozenset(plain_words(part)) for part in parts]
    found = False
    for sentence in changed:
        own = frozenset(plain_words(sentence))
        likeness = [_alike(own, each) for each in words]
        best = max(range(len(parts)), key=likeness.__getitem__, default=0)
        if parts and likeness[best] >= ALIKE:
            tail = parts[best][len(parts[best].rstrip()) :]
            parts[best], words[best], found = sentence.strip() + tail, frozenset(), True
    return "".join(parts) if found else None


def other_words(fixed: str, text: str) -> tuple[Sentence, ...]:
    """Sentence by sentence what a school left out, wrote otherwise or added; () when only white space differs."""
    return () if fixed.split() == text.split() else compare_texts(fixed, text)


def change_between(before: str, after: str) -> Change:
    """Two versions of a fixed text, or the region's and a school's, as one difference to show."""
    kind = Kind.CHANGED if before and after else Kind.ADDED if after else Kind.REMOVED
    return Change("", "", "", kind, before, after, compare_texts(before, after))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one), len(other)) if one and other else 0.0
