"""How many hours a week and how many places is there of each kind, where schools said so, and what does it cost?"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from dekkend.coverage.words.coverage import YES, Coverage
from dekkend.coverage.words.figures import Capacity, Costs, Rate
from dekkend.coverage.words.settings import Kind, Per
from dekkend.kernel.school_years import SchoolYear
from dekkend.offers.rules.places import places_in
from dekkend.offers.words import SiteOffer

FIRST_PART = Decimal(5) / Decimal(12)  # August to December of a school year


def capacity(coverage: Coverage) -> tuple[Capacity, ...]:
    """For each kind what the sites of the region that have it say; what is not said is not counted as nothing, but told beside it."""
    return tuple(_capacity(coverage, column, kind) for column, kind in enumerate(coverage.kinds))


def _capacity(coverage: Coverage, column: int, kind: Kind) -> Capacity:
    giving = giving_sites(coverage, column)
    hours = [known for known in map(hours_of, giving) if known is not None]
    places = [known for known in map(places_of, giving) if known is not None]
    return Capacity(kind, len(giving), sum(hours, Decimal(0)), len(hours), sum(places), len(places))


def giving_sites(coverage: Coverage, column: int) -> list[list[SiteOffer]]:
    """Of each site of the region that has this kind now, the offers that count."""
    level, inside = coverage.kinds[column].level, coverage.ground.inside
    return [
        [offer for offer in coverage.marks.offers[row, column] if offer.deliverable and (offer.level or 0) >= level]
        for row in range(inside)
        if coverage.marks.signs[row, column] == YES
    ]


def hours_of(offers: Iterable[SiteOffer]) -> Decimal | None:
    """Hours a week of one site together; None when it says of none."""
    known = [offer.hours_per_week for offer in offers if offer.hours_per_week is not None]
    return sum(known, Decimal(0)) if known else None


def places_of(offers: Iterable[SiteOffer]) -> int | None:
    known = [found for offer in offers if (found := places_in(f"{offer.claim.label}. {offer.claim.note}")) is not None]
    return sum(known) if known else None


def costs(coverage: Coverage, rates: Iterable[Rate], school_year: SchoolYear) -> tuple[Costs, ...]:
    """For each kind with an amount what it costs in this school year, in whole cents. Of it 5/12 falls in the first calendar year, and
    what is left (7/12) in the next. Kinds without an amount are not in it: there is no usual amount."""
    found = []
    for rate in rates:
        if (column := coverage.column(rate.code)) is None:
            continue
        giving = giving_sites(coverage, column)
        known = [Decimal(1) if rate.per is Per.SCHOOL else hours_of(offers) for offers in giving]
        counted = sum((each for each in known if each is not None), Decimal(0))
        total = _cents(counted * rate.euros)
        first = _cents(total * FIRST_PART)
        found.append(Costs(coverage.kinds[column], rate, counted, known.count(None), total, school_year.start, first, total - first))
    return tuple(found)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
