"""How does an offer stand on a day, and was it confirmed long ago?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dekkend.offers.words import Availability, Claim, Said, SiteOffer, Standing

STALE_MONTHS = 6
NOTHING_SAID = Said()  # one for all: a country has hundreds of thousands of offers of which nothing was said since


def state_on(said: Said, today: date) -> Availability:
    """The first and the last day of a pause count; a plan holds until its day has come. Without days it holds until it is changed."""
    if said.state is Availability.PLANNED:
        return Availability.AVAILABLE if said.from_day is not None and said.from_day <= today else Availability.PLANNED
    if said.state is Availability.PAUSED:
        begun = said.from_day is None or said.from_day <= today
        over = said.until is not None and said.until < today
        return Availability.PAUSED if begun and not over else Availability.AVAILABLE
    return said.state


def is_about(standing: Standing, level: int | None, choice: str) -> bool:
    """What was said between adoptions holds for a row that the school claims, as long as the row says what it said then."""
    return bool(level) and (standing.level is None or (standing.level, standing.choice) == (level, choice))


def offer_on(site_id: int, version_id: int, school_year: str, claim: Claim, standing: Standing | None, today: date) -> SiteOffer:
    """`standing` is what the school said between adoptions, if it did; the last of the two confirmations counts."""
    if standing is not None and not is_about(standing, claim.level, claim.choice):
        standing = None
    told = standing.said if standing else NOTHING_SAID
    days = [day for day in (claim.confirmed_on, standing.confirmed_on if standing else None) if day is not None]
    return SiteOffer(site_id, version_id, school_year, claim, state_on(told, today), told, max(days, default=None))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in range(day.day, 0, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


def is_stale(confirmed_on: date | None, today: date) -> bool:
    """Nobody stood for it in the last six months, or nobody ever did. Six months ago to the day is still in time."""
    return confirmed_on is None or confirmed_on < months_before(today, STALE_MONTHS)


def claimed(offers: Iterable[SiteOffer]) -> list[SiteOffer]:
    """What the school says that it has: the offers that can be confirmed and paused."""
    return [offer for offer in offers if offer.offered]
