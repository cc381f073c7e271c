"""Which changes can a scenario make to a region, and how does each of them turn out today?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dekkend.coverage.words import Coverage

FEWEST_CHILDREN, MOST_CHILDREN = 5, 5000  # newcomers: fewer may not be shown (coverage/rules/suppression.py)
LEAST_HOURS, MOST_HOURS = Decimal("0.25"), Decimal(999)
LONGEST_REASON = 120  # characters
MOST_CHANGES = 100


@dataclass(frozen=True, slots=True)
class CloseSite:
    """The school is no longer there, with everything it has."""

    brin6: str

    what = "close_site"

    @property
    def key(self) -> str:
        return f"{self.what}:{self.brin6}"


@dataclass(frozen=True, slots=True)
class AddOffer:
    """The school has this kind from now on; `hours` a week where that is known."""

    brin6: str
    code: str
    hours: Decimal | None = None

    what = "add_offer"

    @property
    def key(self) -> str:
        return f"{self.what}:{self.brin6}:{self.code}"


@dataclass(frozen=True, slots=True)
class EndOffer:
    """The school stops with this kind."""

    brin6: str
    code: str

    what = "end_offer"

    @property
    def key(self) -> str:
        return f"{self.what}:{self.brin6}:{self.code}"


@dataclass(frozen=True, slots=True)
class ChangeHours:
    """The school gives this kind so many hours a week, together; it covers as many children as before."""

    brin6: str
    code: str
    hours: Decimal

    what = "change_hours"

    @property
    def key(self) -> str:
        return f"{self.what}:{self.brin6}:{self.code}"


@dataclass(frozen=True, slots=True)
class Newcomers:
    """So many children of 4 to 11 come to live in this area. `reason` says why ("nieuwbouw"), never who."""

    postcode: str
    children: int
    reason: str = ""

    what = "newcomers"

    @property
    def key(self) -> str:
        return f"{self.what}:{self.postcode}"


Change = CloseSite | AddOffer | EndOffer | ChangeHours | Newcomers
KINDS: tuple[type[Change], ...] = (CloseSite, AddOffer, EndOffer, ChangeHours, Newcomers)


@dataclass(frozen=True, slots=True)
class Told:
    """One change in a sentence. `hindrance` says why it does not fit the region of today and is passed over, `undone` which later change
    leaves nothing of it; "" when that is not so."""

    change: Change
    sentence: str
    hindrance: str = ""
    undone: str = ""

    @property
    def fits(self) -> bool:
        return not self.hindrance

    @property
    def why_not(self) -> str:
        """Why it does not count; "" when it does."""
        return self.hindrance or self.undone


@dataclass(frozen=True)
class Elsewhere:
    """What changes name and the region of today does not have: names by brin6 and by code, and by brin6 why a school is not there."""

    names: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Outcome:
    """The region as it would be, with each change as it turned out. `newcomers` by postcode: they are counted, and no secret."""

    coverage: Coverage
    told: tuple[Told, ...]
    newcomers: Mapping[str, int] = field(default_factory=dict)

    @property
    def passed_over(self) -> tuple[Told, ...]:
        return tuple(each for each in self.told if not each.fits)

    @property
    def without_effect(self) -> tuple[Told, ...]:
        """Passed over, or undone by a later change."""
        return tuple(each for each in self.told if each.why_not)
