"""Did someone say that this is not needed? "Geen lift nodig" is, "kan geen trap lopen" is not."""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.finder.rules.tokens import Token
from dekkend.finder.words.understanding import SmallWords

REACH = 4  # words between a negator and what it turns around


def negated(places: Sequence[int], words: Sequence[Token], used: set[int], small: SmallWords) -> bool:
    """A negator before these words within their clause, or one after them together with a word like "needed"; two cancel out.

    A negator that is part of a known phrase ("niet lopen") has done its work; with "kan" before it or right after it, it says what a child
    cannot.
    """
    first, last = words[places[0]], words[places[-1]]
    clause = [token for token in words if token.clause == first.clause]
    turning = [token for token in clause if token.plain in small.negators and token.at not in used]
    if not turning or any(token.plain in small.able and token.at <= turning[0].at + 1 for token in clause):
        return False
    before = [token for token in turning if token.at < first.at and first.at - token.at <= REACH]
    if before:
        return len(before) % 2 == 1
    after = [token for token in turning if token.at > last.at and token.at - last.at <= REACH]
    return len(after) % 2 == 1 and any(token.plain in small.needed for token in clause)
