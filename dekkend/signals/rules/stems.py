"""Which stems that the finder did not understand may be counted?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dekkend.signals.words import LONGEST_STEM

SHORTEST = 3
MOST_AT_ONCE = 12  # of one question; more is no question
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # letters only: no number, address or code


def countable(stems: Iterable[str]) -> tuple[str, ...]:
    """Each stem once, in lower case and in the order of the alphabet, so that the order of typing is lost too."""
    tidy = {stem.strip().casefold() for stem in stems}
    words = sorted(stem for stem in tidy if SHORTEST <= len(stem) <= LONGEST_STEM and WORD.fullmatch(stem))
    return tuple(words[:MOST_AT_ONCE])
