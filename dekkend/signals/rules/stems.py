"""Which stems that the finder did not understand may be counted?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dekkend.kernel.given_names import GIVEN_NAMES
from dekkend.signals.words import LONGEST_STEM

SHORTEST = 3
MOST_AT_ONCE = 12  # of one question; more is no question
JOINED = re.compile("['’-]")  # what may stand between the letters of one word


def countable(stems: Iterable[str]) -> tuple[str, ...]:
    """Each stem once, in lower case and in the order of the alphabet, so that the order of typing is lost too."""
    tidy = {stem.strip().casefold() for stem in stems}
    words = sorted(stem for stem in tidy if SHORTEST <= len(stem) <= LONGEST_STEM and _is_word(stem))
    return tuple(words[:MOST_AT_ONCE])


def _is_word(stem: str) -> bool:
    """Letters only, of any script: no number, address or code, and no given name that we know."""
    return all(part.isalpha() and part not in GIVEN_NAMES for part in JOINED.split(stem))
