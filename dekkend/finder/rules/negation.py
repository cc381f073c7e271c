"""Is this asked for, or said not to be needed? "Geen lift nodig" is not, "kan geen trap lopen" is, and of what may be both we ask.

The opposite of what someone means is the worst that the finder can make of it. So only a few ways of speaking are taken for "not needed";
every other negator near a need makes us ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.finder.rules.tokens import Token
from dekkend.finder.words.understanding import Needed, SmallWords

REACH = 4  # words between a negator and what it may turn around
JOINERS = frozenset({"of", "or", "noch", "nor", "+", "&", "/"})  # a "not" before them reaches what follows too


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a need, which stands from place `first` to `last`; `turning` are the negators that no known phrase used up."""

    words: tuple[Token, ...]
    turning: tuple[Token, ...]
    first: int
    last: int
    used: frozenset[int]
    small: SmallWords

    def has(self, group: frozenset[str]) -> bool:
        """A word of this group that is not part of a known phrase."""
        return any(token.plain in group and token.at not in self.used for token in self.words)


def needed(places: Sequence[int], words: Sequence[Token], used: set[int], small: SmallWords) -> Needed:
    """What the negators in the clause of these words make of them; a negator in a known phrase ("niet lopen") has done its work."""
    clause = clause_of(places, words, used, small)
    before = [token for token in clause.turning if 0 < clause.first - token.at <= REACH]
    after = [token for token in clause.turning if 0 < token.at - clause.last <= REACH]
    if len(before) == 1:
        return behind(before[0], clause)
    if before:
        return Needed.YES if len(before) == 2 and before[1].at - before[0].at == 1 else Needed.UNCLEAR  # "niet zonder"
    return ahead(after, clause) if after else Needed.YES


def clause_of(places: Sequence[int], words: Sequence[Token], used: set[int], small: SmallWords) -> Clause:
    around = tuple(token for token in words if token.clause == words[places[0]].clause)
    turning = tuple(token for token in around if token.plain in small.negators and token.at not in used and not adds(token, words, small))
    return Clause(around, turning, places[0], places[-1], frozenset(used | set(places)), small)


def adds(negator: Token, words: Sequence[Token], small: SmallWords) -> bool:
    """ "Niet alleen doof" says more than deaf, and not less."""
    following = words[negator.at + 1] if negator.at + 1 < len(words) else None
    return following is not None and (following.plain in small.only or bool(small.only & set(following.before)))


def behind(negator: Token, clause: Clause) -> Needed:
    """A need with one negator before it."""
    small = clause.small
    near = [token for token in clause.words if abs(token.at - negator.at) == 1 and token.at not in clause.used]
    able = any(token.plain in small.able for token in near)
    cannot = any(token.plain in small.negators and token is not negator for token in clause.words)
    if negator.plain in small.without and (able or cannot):
        return Needed.YES if cannot and clause.has(small.able) else Needed.UNCLEAR  # "zonder hulp kan hij niet lezen"
    if any(token.plain in small.skills and token.at > negator.at for token in near):
        return Needed.YES  # "niet goed in rekenen"
    if able:
        return Needed.UNCLEAR if clause.has(small.needed) else Needed.YES  # "kan niet tegen drukte"
    return Needed.NO if asks_none(negator, clause) or has_none(negator, clause) else Needed.UNCLEAR


def asks_none(negator: Token, clause: Clause) -> bool:
    """ "Heeft geen lift nodig", "hoeft geen hulp bij lezen": a word like "needed" belongs to the negator, and nothing takes it back."""
    small = clause.small
    asked = [token.at for token in clause.words if token.plain in small.needed and token.at not in clause.used]
    if not asked or (asked[0] < negator.at - 1) or clause.has(small.hedges):
        return False
    return plainly(negator, max(clause.first, asked[-1]), clause, small.needed | small.helps)


def has_none(negator: Token, clause: Clause) -> bool:
    """ "Is niet doof", "geen sprake van autisme": said of a child, with nothing else in the clause that may make another thing of it."""
    small = clause.small
    known = small.negators | small.harmless
    alone = all(token.at in clause.used or token.plain in known for token in clause.words)
    return alone and plainly(negator, clause.first, clause)


def plainly(negator: Token, upto: int, clause: Clause, other: frozenset[str] = frozenset()) -> bool:
    """From the negator up to this place its sense stays as it is: no new verb, no "zo" or "nog", no second need without "of"."""
    small = clause.small
    if small.hedges & {negator.plain, *negator.before}:
        return False
    last: Token = negator
    for token in clause.words:
        if not negator.at < token.at <= upto or clause.first < token.at <= clause.last:
            continue
        known = token.at in clause.used
        second = known and last.at in clause.used and not JOINERS & set(token.before)
        if second or not (known or token.plain in small.harmless | other) or (small.being | small.hedges) & set(token.before):
            return False
        last = token
    return True


def ahead(after: Sequence[Token], clause: Clause) -> Needed:
    """A need with the negators behind it: "een lift is niet nodig", "autisme heeft hij niet", and "sommen snapt hij niet"."""
    small, negator = clause.small, after[0]
    between = [token for token in clause.words if clause.last < token.at < negator.at]
    if len(after) == 1 and any(token.plain in small.needed and abs(token.at - negator.at) == 1 for token in clause.words):
        known = small.harmless | small.needed | small.helps
        plain = all(token.at in clause.used or token.plain in known for token in between) and not small.hedges & set(negator.before)
        return Needed.NO if plain and not clause.has(small.hedges) else Needed.UNCLEAR
    if clause.has(small.able) or (negator.at + 1 < len(clause.words) and clause.has(small.skills)):
        return Needed.YES  # "rekenen kan zij niet"
    said = small.being & {word for token in (*between, negator) for word in token.before}
    alone = all(token.at in clause.used or token.plain in small.negators | small.harmless for token in clause.words)
    return Needed.UNCLEAR if said or alone else Needed.YES
