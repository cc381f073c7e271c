"""What is the stem of a Dutch or an English word?

`dutch_porter` of snowballstemmer is the algorithm that PostgreSQL calls `dutch`; the one that it calls `dutch` itself is another.
"""

from __future__ import annotations

import threading
from functools import lru_cache

import snowballstemmer

REMEMBERED = 20_000  # words
ALGORITHMS = {"nl": "dutch_porter", "en": "english"}

_own = threading.local()  # a stemmer holds the word it works on, so each thread has its own


@lru_cache(maxsize=REMEMBERED)
def stems(word: str) -> frozenset[str]:
    """In both languages, each with its name before it: a sentence may mix them."""
    return frozenset(f"{language}:{stemmer.stemWord(word)}" for language, stemmer in stemmers().items())


def stemmers() -> dict[str, snowballstemmer.stemmer]:
    if not hasattr(_own, "stemmers"):
        _own.stemmers = {language: snowballstemmer.stemmer(name) for language, name in ALGORITHMS.items()}
    return _own.stemmers
