"""Is this piece of text that label? Labels are matched by meaning of their letters, with a threshold, never by position."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE = 0.86  # two labels of this likeness are the same label, broken or retyped
POSSIBLE = 0.7  # under this likeness nothing is ever taken for the same
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}\s?[A-Ha-h]?|[A-Ha-h])\s*[.):]\s*|^\s*\d{1,2}\s?[A-H]?\s+(?=[A-Z])")


@functools.lru_cache(maxsize=20_000)
def compact(text: str) -> str:
    """Only letters and digits, lower case, no accents: what stays when spaces, hyphens and line ends are broken."""
    folded = unicodedata.normalize("NFKD", text).lower()
    return "".join(char for char in folded if char.isalnum())


@functools.lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """`compact` without the numbering in front ("1.", "2A", "B.")."""
    return compact(_NUMBERING.sub("", text, count=1))


def numbering(text: str) -> str:
    """The numbering in front of a heading: "1", "2A", "B" or ""."""
    found = _NUMBERING.match(text)
    return compact(found.group()).upper() if found else ""


@functools.lru_cache(maxsize=100_000)
def likeness(one: str, other: str) -> float:
    """0 to 1 for two compact strings; 0 for everything under 0.7, which is cheap to see from the lengths and the letters alone."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    short, long = sorted((len(one), len(other)))
    if short / long < POSSIBLE or 2 * _shared(one, other) / (short + long) < POSSIBLE:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _shared(one: str, other: str) -> int:
    """How many letters two strings have in common, wherever these stand: more than any matching can find."""
    theirs = _letters(other)
    return sum(min(count, theirs.get(letter, 0)) for letter, count in _letters(one).items())


@functools.lru_cache(maxsize=20_000)
def _letters(text: str) -> dict[str, int]:
    return dict(Counter(text))


def best_match(text: str, names: Iterable[str]) -> float:
    """How well `text` as a whole is one of `names`; short names must be equal."""
    mine = bare(text)
    best = 0.0
    for name in names:
        theirs = bare(name)
        if mine == theirs or compact(text) == compact(name):
            return 1.0
        if len(theirs) >= 6:
            best = max(best, likeness(mine, theirs))
    return best


def same(text: str, names: Iterable[str]) -> bool:
    return best_match(text, names) >= CLOSE
