"""Of which schools does the profile of an earlier school year count, and how is that said?

A school that is late with the profile of this year has its last public one, and that one counts. Whoever reads a figure of now is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dekkend.coverage.words.coverage import YES, Coverage
from dekkend.kernel.dates import say_date
from dekkend.kernel.school_years import SchoolYear
from dekkend.kernel.sentences import say
from dekkend.offers.words import SiteOffer


def years_of(offers: Iterable[SiteOffer]) -> dict[int, str]:
    """By key of the site the school year of its public profile."""
    return {offer.site_id: offer.school_year for offer in offers}


def year_of(coverage: Coverage, row: int) -> str:
    """The school year of the profile of the site in this row when it is an earlier one than that of today; else ""."""
    found = coverage.years.get(coverage.sites[row].brin6, "")
    return found if not coverage.school_year and found < str(SchoolYear.of(coverage.day)) else ""


def earlier_rows(coverage: Coverage) -> list[int]:
    """The rows of the schools of the region of which the profile of an earlier school year counts."""
    return [row for row in range(coverage.ground.inside) if year_of(coverage, row)]


def earlier_yes(coverage: Coverage) -> list[int]:
    """By kind: how many of the schools that have it say so in a profile of an earlier school year."""
    found: list[int] = (coverage.marks.signs[earlier_rows(coverage)] == YES).sum(axis=0).tolist()
    return found


def with_lines(coverage: Coverage, told: Iterable[str]) -> Coverage:
    """The same with these sentences among those that say how it was counted, right after the one that says when."""
    first, *rest = coverage.lines
    return replace(coverage, lines=(first, *told, *rest))


def told_then(day: str, since: str) -> tuple[str, ...]:
    """Which schools count in a school year: those that were there on `day`. Before `since`, "" when that is no matter, no list tells."""
    if not since:
        return (say("Geteld zijn de scholen die er op {day} waren.", day=say_date(day)),)
    return say("Geteld zijn de scholen die er op {day} waren, voor zover wij dat weten.", day=say_date(day)), told_since(since)


def told_since(since: str) -> str:
    return say("Onze oudste lijst van scholen is van {since}. Wie daarin staat, telt ook in de jaren ervoor mee.", since=say_date(since))


def told_years(coverage: Coverage) -> tuple[str, ...]:
    """That profiles of an earlier school year count, here and around; nothing where none does."""
    around = sum(bool(year_of(coverage, row)) for row in range(coverage.ground.inside, len(coverage.sites)))
    return tuple(line for line in (told_earlier(coverage), told_around(around)) if line)


def told_earlier(coverage: Coverage) -> str:
    """ "" when every profile that counts is of the year that is told about."""
    count, year = len(earlier_rows(coverage)), str(SchoolYear.of(coverage.day))
    if not count:
        return ""
    if count == 1:
        return say("Van één school telt het profiel van een eerder schooljaar; zij heeft dat van {year} nog niet openbaar.", year=year)
    return say(
        "Van {count} scholen telt het profiel van een eerder schooljaar; zij hebben dat van {year} nog niet openbaar.",
        count=count,
        year=year,
    )


def told_around(count: int) -> str:
    return say("Ook bij scholen buiten de regio telt zo'n profiel van een eerder schooljaar mee: {count}.", count=count) if count else ""
