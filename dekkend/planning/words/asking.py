"""What does a region ask when it wants to know where more of a kind of support would help most?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dekkend.kernel.labels import Label

MOST_OFFERS = 50
MOST_EUROS = 100_000_000
MOST_KINDS = 32
MOST_SITES = 100  # schools that are left out, or must be in
MOST_HOURS = Decimal(100)  # a week


class Way(Label):
    """What is given, and what is looked for."""

    OFFERS = "offers", "Zoveel scholen gaan dit geven: waar helpt dat het meest?"
    EUROS = "euros", "Zoveel geld: waar helpt dat het meest?"
    SHARE = "share", "Zoveel procent gedekt: wat is het minste dat nodig is?"


class Least(Label):
    """What has to be least when a share is asked."""

    OFFERS = "offers", "Zo weinig mogelijk scholen"
    EUROS = "euros", "Zo weinig mogelijk geld"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `number` counts offers (1 to 50), whole euros, or percents (1 to 100), as `way` says.

    `radius_km` None: as the region counts. `school_year` "": the offer of today, else what the profiles of that year say. `site_kinds`
    are values of organisations.words.FOR_CHILDREN, none for every such kind of school. `without` and `certain` are brin6: schools that
    cannot, and schools that are in the plan whatever it says, with every kind that is asked and that they do not have. `hours` a week by
    code, where an amount is paid for each hour.
    """

    codes: tuple[str, ...]
    way: Way
    number: int
    least: Least = Least.OFFERS
    radius_km: float | None = None
    school_year: str = ""
    site_kinds: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()
    hours: tuple[tuple[str, Decimal], ...] = ()

    @property
    def needs_money(self) -> bool:
        """What an offer costs decides what is best."""
        return self.way is Way.EUROS or (self.way is Way.SHARE and self.least is Least.EUROS)
