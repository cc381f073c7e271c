"""Which of the school years that are public counts on a day?

What is published ahead holds from 1 August on: until then the offer of the running year stays in force (and before it that of the last year
that was published, however old). Only when there is nothing else does the first of the later years count already.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dekkend.kernel.school_years import SchoolYear, parse_school_year


def year_that_counts(school_years: Iterable[str], today: date) -> str:
    """The newest that began by this school year; else the earliest later one; "" when there is none."""
    this, known = str(SchoolYear.of(today)), set(school_years)
    begun = [year for year in known if year <= this]
    return max(begun) if begun else min(known, default="")


def year_ahead(school_years: Iterable[str], today: date) -> str:
    """The first year after this one that is there already, beside one that counts now; "" when there is none."""
    this, known = str(SchoolYear.of(today)), set(school_years)
    return min((year for year in known if year > this), default="") if any(year <= this for year in known) else ""


def holds_from(school_year: str, today: date) -> date | None:
    """The day from which a year holds that did not begin yet; None for a year that did."""
    year = parse_school_year(school_year)
    return year.first_day if year and year.first_day > today else None
