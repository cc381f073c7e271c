"""May the finder learn this word, or does it know it already, or may it be somebody's name?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dekkend.finder.rules.tokens import folded
from dekkend.finder.rules.understanding import understand
from dekkend.finder.words.understanding import How, Match, Vocabulary
from dekkend.kernel.given_names import AMBIGUOUS, GIVEN_NAMES


@dataclass(frozen=True, slots=True)
class Known:
    """What our own list makes of a word: these kinds of support, none for an ordinary word. `sure` False: the person is asked which."""

    codes: tuple[str, ...]
    sure: bool = True


def known_as(word: str, own: Vocabulary) -> Known | None:
    """None for a word that can be learned: it is on no list, or at best looks like a word that is."""
    found = understand(word, own)
    fixed = [match for match in found.matches if match.how is How.LISTED or is_compound(match)]
    if fixed:
        return Known(tuple(dict.fromkeys(code for match in fixed for code in match.codes)), all(match.sure for match in fixed))
    return None if found.unknown or found.matches else Known(())


def is_compound(match: Match) -> bool:
    return match.how is How.COMPOUND and match.sure


def is_given_name(word: str) -> bool:
    return folded(word) in GIVEN_NAMES - AMBIGUOUS


def may_be_name(word: str, often: Collection[str]) -> bool:
    """Surnames stand on no list, so whoever teaches says that it is none; not asked of what parents typed `often`."""
    return word[:1].isupper() or folded(word) in AMBIGUOUS or folded(word) not in often
