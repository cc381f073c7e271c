"""What does the page of a school show?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.profiles.words.hours import Hours


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a value was read: the words, their place, and whether a person vouched for it (`checked`) or only the reader."""

    quote: str
    page: int | None
    line: int | None
    certain: bool
    checked: bool

    @property
    def doubtful(self) -> bool:
        """Nobody vouches for it yet: not the reader, and no person."""
        return not self.certain and not self.checked


@dataclass(frozen=True, slots=True)
class Now:
    """How one row of the public profile stands today, by what the school said since. `path` names the row, `label` what it is called.

    `sentence` says in plain Dutch what is different from the profile, "" when nothing is; `note` are the school's words to parents about
    that. `stale`: nobody stood for it in a long time. `kind` says the same as the sentence for who speaks another language: "paused",
    "planned" and "gone" (not there today), "soon" (a pause to come), "hours" or "", with the `day` and the `hours` it is about.
    """

    path: str
    label: str
    sentence: str
    note: str
    confirmed_on: date | None
    stale: bool
    kind: str = ""
    day: date | None = None
    hours: str = ""

    @property
    def away(self) -> bool:
        """The profile says that it is there, and today it is not."""
        return self.kind in ("paused", "planned", "gone")


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One kind of support. `sign` is "yes", "no" or "unknown"; `sentence` says it in plain Dutch.

    `note` are the school's own words about it; `hours` what they come to in a week, by rule. `since` is the school year since which
    it is so, as far as this site's public profiles go back, "" when that is not known.
    `ask` is the question to put to the school when it is unknown. `path` is where it stands in the profile, also of a row that the
    school added; those have no code.
    """

    code: str
    label: str
    sign: str
    sentence: str
    note: str = ""
    hours: Hours | None = None
    since: str = ""
    ask: str = ""
    proof: Proof | None = None
    now: Now | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the ladder: the school's own words for what happens there, for whom, and who talk about it."""

    title: str
    content: str
    for_whom: str
    consultation: str


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """Everything on the page, in the order in which it is shown. `texts` are heading, text and path."""

    can: tuple[OfferLine, ...]
    cannot: tuple[OfferLine, ...]
    unknown: tuple[OfferLine, ...]
    experts: tuple[OfferLine, ...]
    facilities: tuple[OfferLine, ...]
    extras: tuple[tuple[str, str], ...]
    levels: tuple[Level, ...]
    limits: tuple[str, ...]
    texts: tuple[tuple[str, str, str], ...]
    facts: dict[str, str]

    @property
    def not_now(self) -> int:
        """How many of what the school can give it cannot give today."""
        return sum(line.now is not None and line.now.away for line in self.can)
