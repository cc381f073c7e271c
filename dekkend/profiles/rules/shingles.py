"""Is this sentence the region's own fixed text?

Fixed sentences are recognised by hashes of five consecutive words, so that the sentences themselves need not be in the product.
Words are compared without case, accents and punctuation: extractors break hyphens and quotation marks, not words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

WIDTH = 5  # words in one shingle

_WORD = re.compile(r"[a-z0-9]+")


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and punctuation."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _WORD.findall(folded.lower())


def shingle(words: Sequence[str]) -> str:
    """The hash of one run of words: 12 hexadecimal digits (48 bits; a false hit in 10,000 shingles is less likely than 1 in 10 million)."""
    return hashlib.blake2s(" ".join(words).encode("ascii"), digest_size=6).hexdigest()


def shingles(text: str) -> list[str]:
    """Every shingle of a text in order; a text of fewer than five words gives one shingle of the whole."""
    words = plain_words(text)
    if not words:
        return []
    return [shingle(words[i : i + WIDTH]) for i in range(max(1, len(words) - WIDTH + 1))]


def covered_words(words: Sequence[str], known: frozenset[str]) -> list[bool]:
    """For each word whether it stands in a known shingle."""
    covered = [False] * len(words)
    for start in range(max(1, len(words) - WIDTH + 1)) if words else ():
        run = words[start : start + WIDTH]
        if shingle(run) in known:
            covered[start : start + len(run)] = [True] * len(run)
    return covered
