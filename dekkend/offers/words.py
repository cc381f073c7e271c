"""Which states does an offer have, and what is one offer of one school on one day?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from dekkend.kernel.labels import Label


class Availability(Label):
    """What the school says of an offer between two adoptions. GONE: it no longer exists; the adopted text changes next year."""

    AVAILABLE = "available", "Beschikbaar"
    PAUSED = "paused", "Tijdelijk niet beschikbaar"
    PLANNED = "planned", "Komt later"
    GONE = "gone", "Bestaat niet meer"


class Rhythm(Label):
    """How often a region lets its schools be asked whether their offer is still so."""

    OFF = "off", "Niet"
    QUARTER = "quarter", "Elk kwartaal"
    HALF_YEAR = "half_year", "Elk half jaar"


class Sign(Label):
    """How an offer stands against a question such as a norm. PAUSED: there is one, but not now."""

    YES = "yes", "Ja"
    PAUSED = "paused", "Nu niet"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Niet bekend"


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of a profile as an offer. `key` names it within a site and stays the same from year to year.

    `code` is that of the support catalogue, "" when nobody has said yet what it is. `level` None is not known: never zero.
    `hours` are hours a week, None when not known; `confirmed_on` is when a person last stood for it in this profile.
    """

    key: str
    code: str
    label: str
    block: str
    path: str
    level: int | None
    choice: str
    note: str
    quote: str
    hours: Decimal | None
    hours_rule: str
    confirmed_on: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a school says about an offer between two adoptions. `persons` is a number of people, never a name."""

    state: Availability = Availability.AVAILABLE
    from_day: date | None = None
    until: date | None = None
    note_for_parents: str = ""
    role: str = ""
    persons: int | None = None
    hours: Decimal | None = None


class Standing(NamedTuple):
    """What stands of one offer, when it was confirmed, and what the profile said then; `level` None when that is not known."""

    said: Said
    confirmed_on: date
    level: int | None
    choice: str


@dataclass(frozen=True, slots=True)
class SiteOffer:
    """One offer of one site as it stands on one day: the claim of its public profile, with what the school said since.

    `state` counts on that day: a pause that is over is no pause. `said` is what was said, also when its day has passed or is to come.
    """

    site_id: int
    version_id: int
    school_year: str
    claim: Claim
    state: Availability
    said: Said
    confirmed_on: date | None

    @property
    def code(self) -> str:
        return self.claim.code

    @property
    def level(self) -> int | None:
        return self.claim.level

    @property
    def hours_per_week(self) -> Decimal | None:
        return self.claim.hours if self.said.hours is None else self.said.hours

    @property
    def offered(self) -> bool:
        """The school says that it has this, whether or not it can give it today."""
        return bool(self.claim.level)

    @property
    def deliverable(self) -> bool:
        return self.offered and self.state is Availability.AVAILABLE


class PlainOffer(NamedTuple):
    """One offer of one site of which nothing was said but, perhaps, that it is still so (then `confirmed_on` is that day).

    A tuple, because a country has hundreds of thousands of them and each is made in less than a microsecond. `level` 0 is not there.
    """

    site_id: int
    school_year: str
    key: str
    code: str
    label: str
    level: int
    choice: str
    note: str
    quote: str
    confirmed_on: date | None


@dataclass(frozen=True, slots=True)
class NormItem:
    """One thing that every school must have: any one of these kinds, at this level or better."""

    label: str
    one_of: tuple[str, ...]
    level: int = 1
    why: str = ""


@dataclass(frozen=True, slots=True)
class Norm:
    """One version of what every school of a region must offer; the next version of the same name takes over on its first day."""

    name: str
    version: str
    title: str
    source: str
    valid_from: date
    items: tuple[NormItem, ...]


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """One site in a list: how many offers it claims, how many of those it cannot give now, and how many nobody confirmed lately.

    `site` is the record of the site; `unknown` are the questions that its profile leaves open; `oldest` the confirmation longest ago.
    """

    site: Any
    school_year: str
    claimed: int
    paused: int
    stale: int
    unknown: int
    oldest: date | None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of schools that stand for no kind of the catalogue yet, how many schools use them, and the codes that may fit, best first."""

    words: str
    sites: tuple[str, ...]
    suggested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """How many sites of a region have one kind of support, cannot give it now, do not have it, and do not say."""

    code: str
    yes: int
    paused: int
    no: int
    unknown: int


class Refused(Exception):
    """What was asked cannot be done; the text is a sentence for the person who asked."""
