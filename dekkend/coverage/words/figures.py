"""Which figures are there about coverage, each with what stands behind it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dekkend.coverage.words.settings import Kind, Per
from dekkend.offers.words import Sign, SiteOffer
from dekkend.register.words import Area, SiteOnMap


@dataclass(frozen=True, slots=True)
class Figure:
    """Of so many `children`, so many have a school near that has it (`covered`), and so many only one that did not say (`possible`).

    Whole numbers that add up; none of them is ever 1 to 4 (rules/suppression.py). A share is None where no children are counted.
    """

    children: int
    covered: int
    possible: int

    @property
    def bare(self) -> int:
        """Children for whom no school near has it and none near left it open."""
        return self.children - self.covered - self.possible

    @property
    def low(self) -> float | None:
        """The share, 0 to 1, when whoever did not say does not have it. This is the figure that is shown."""
        return self.covered / self.children if self.children else None

    @property
    def high(self) -> float | None:
        """The share when everyone who did not say turns out to have it."""
        return (self.covered + self.possible) / self.children if self.children else None


@dataclass(frozen=True, slots=True)
class Near:
    """A site and how far it is along the way, in kilometres."""

    site: SiteOnMap
    km: float


@dataclass(frozen=True, slots=True)
class WhiteSpot:
    """An area without a school within reach that has this kind. `sure`: none within reach left it open either.

    `children` is None where it is one to four, or not known. `nearest` has it, `nearest_open` did not say; None when there is no such site.
    """

    area: Area
    kind: Kind
    children: int | None
    sure: bool
    nearest: Near | None
    nearest_open: Near | None


@dataclass(frozen=True, slots=True)
class Alone:
    """So many children have only this site within reach for this kind; of them `surely`: no other near left it open."""

    site: SiteOnMap
    kind: Kind
    children: int
    surely: int


@dataclass(frozen=True, slots=True)
class OnePerson:
    """A site has this kind through one person; `children` depend on it, because no other site near has it."""

    site: SiteOnMap
    kind: Kind
    offer: SiteOffer
    children: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one site says of one kind: the sentence in its own words, the school year, and when a person last stood for it.

    `reason` says why it counts or not. `row` is the quote in words when it is a row of a table ("Lift: ja"), "" for a sentence; `ticked`:
    the school chose an answer and wrote no words with it.
    """

    site: SiteOnMap
    kind: Kind
    sign: Sign
    quote: str
    school_year: str
    confirmed_on: date | None
    reason: str
    offers: tuple[SiteOffer, ...] = ()
    row: str = ""
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind the figures of one kind: every site, and how many have it, cannot give it now, do not have it, did not say."""

    kind: Kind
    evidence: tuple[Evidence, ...]
    yes: int
    paused: int
    no: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much there is of one kind where schools said so: hours a week and places, each with at how many of `sites` it is known."""

    kind: Kind
    sites: int
    hours: Decimal
    hours_known: int
    places: int
    places_known: int


@dataclass(frozen=True, slots=True)
class Rate:
    """What one kind costs in a school year, as the region filled it in: euros for each school that has it, or for each hour a week."""

    code: str
    per: Per
    euros: Decimal


@dataclass(frozen=True, slots=True)
class Costs:
    """What one kind costs in one school year, and which part of it falls in the calendar year in which it begins and in the next.

    `counted` schools or hours; `missing` schools count for nothing because they did not say how many hours.
    """

    kind: Kind
    rate: Rate
    counted: Decimal
    missing: int
    total: Decimal
    first_year: int
    first: Decimal
    second: Decimal


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The figures of one school year, by kind; `answered` of `sites` had a public profile of that year."""

    school_year: str
    figures: tuple[Figure, ...]
    answered: int
    sites: int


@dataclass(frozen=True, slots=True)
class Peer:
    """A region of about the same size, counted the same way. `name` does not tell which; `children` are rounded to thousands."""

    name: str
    children: int
    shares: tuple[tuple[float | None, float | None], ...]
    answered_share: float
