"""What did someone type, and which kinds of support did we recognise in it, by which word?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dekkend.kernel.labels import Label

Stems = Callable[[str], frozenset[str]]  # the stems of one word, each with its language before it: {"nl:slechthor", "en:slechthorend"}


class How(Label):
    """How words met a kind of support."""

    LISTED = "listed", "staat in onze woordenlijst"
    COMPOUND = "compound", "zit in dit woord"
    SPELLING = "spelling", "lijkt op dit woord"


class Needed(Label):
    """What a "not" near a need makes of it."""

    YES = "yes", "nodig"
    NO = "no", "niet nodig"
    UNCLEAR = "unclear", "niet duidelijk"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that mean one of these `codes` (none: they ask for no support). `ask`: they may mean several things.

    `keys` are their stems with the language before them ("nl:slechthor"), in the order of the words.
    """

    words: str
    codes: tuple[str, ...]
    keys: tuple[str, ...]
    ask: bool = False


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that carry no need by themselves; see data/small_words.yaml, which says what each group is for."""

    empty: frozenset[str]
    ordinary: frozenset[str]
    negators: frozenset[str]
    able: frozenset[str]
    needed: frozenset[str]
    breaks: frozenset[str]
    without: frozenset[str]
    only: frozenset[str]
    skills: frozenset[str]
    being: frozenset[str]
    hedges: frozenset[str]
    harmless: frozenset[str]
    helps: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]

    @property
    def explained(self) -> tuple[frozenset[str], ...]:
        """The groups of words that are compared, and that nobody is told not to be understood."""
        return (self.ordinary, self.negators, self.able, self.needed, self.only, self.skills, self.hedges, self.harmless, self.helps)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that we know words for. `by_key` finds entries by their rarest stem, `single` those of one word by that word.

    `near` leads from a word with a letter left out to the words that it may be; `fingerprint` changes when anything of this changes.
    """

    by_key: Mapping[str, tuple[Entry, ...]]
    single: Mapping[str, Entry]
    near: Mapping[str, tuple[str, ...]]
    small: SmallWords
    stems: Stems
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """`typed` are the words of the person, `words` those of our list that they met. `negated`: said not to be needed.

    `sure` False: the person is asked before it counts. `unclear`: for a "not" stands with it, and we do not know what it turns around.
    `also` are other words of the person that mean the same.
    """

    typed: str
    words: str
    codes: tuple[str, ...]
    how: How = How.LISTED
    sure: bool = True
    negated: bool = False
    unclear: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What we make of one text; every word of it is told of.

    `unknown` are words that we do not know, as typed; `stems` theirs, without what may be a name. `left` say nothing of a need.
    """

    matches: tuple[Match, ...] = ()
    unknown: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[Match, ...]:
        return tuple(match for match in self.matches if match.sure and not match.negated)

    @property
    def unsure(self) -> tuple[Match, ...]:
        return tuple(match for match in self.matches if not match.sure and not match.negated)

    @property
    def not_needed(self) -> tuple[Match, ...]:
        return tuple(match for match in self.matches if match.negated)

    @property
    def asks_back(self) -> bool:
        """We do not search on our own guess: something is unsure, or nothing was understood."""
        return bool(self.unsure) or not self.wanted
