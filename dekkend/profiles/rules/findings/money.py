"""Do the amount, its school year, its count date and the sum belong together?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from dekkend.kernel.dates import first_day, last_day, say_date
from dekkend.kernel.money import say_money
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case
from dekkend.profiles.words.findings import Finding, Severity, Source

MOST_PUPILS = 3000  # no primary school comes near; a sum that needs more is a slip


def find_money_slips(case: Case) -> Iterator[Finding]:
    budget = case.facts("budget")
    year, counted = parse_school_year(budget.get("school_year") or ""), budget.get("pupil_count_date")
    if year and case.year and year != case.year:
        yield _other_year(year, case.year)
    if year and counted:
        yield from _count_date(counted, year)
    fixed, per_pupil, total = (budget.get(code) for code in ("fixed_amount", "amount_per_pupil", "total_amount"))
    if fixed and per_pupil and total:
        yield from _sum(Decimal(fixed), Decimal(per_pupil), Decimal(total))


def _other_year(year: SchoolYear, profile_year: SchoolYear) -> Finding:
    message = say(
        "Het bedrag is van schooljaar {year}, en dit profiel is van {profile_year}. Een lezer denkt dat het om "
        "dit jaar gaat. Zet het bedrag van {profile_year} erin, of schrijf erbij waarom u een ander jaar noemt.",
        year=year,
        profile_year=profile_year,
    )
    return Finding("budget_other_year", "budget", Severity.WARNING, message, Source.SAME_YEAR.value, str(year))


def _count_date(counted: str, year: SchoolYear) -> Iterator[Finding]:
    """Pupils are counted before the year starts or early in it: from two years before its start until its last day."""
    earliest = datetime.date(year.start - 2, 8, 1)
    if earliest <= last_day(counted) and first_day(counted) <= year.last_day:
        return
    message = say(
        "Het geld is voor {year}, maar de leerlingen zijn geteld op {counted}. "
        "Dat past niet bij dat jaar. Controleer de teldatum en het schooljaar.",
        year=year,
        counted=say_date(counted),
    )
    yield Finding("budget_count_date", "budget.pupil_count_date", Severity.WARNING, message, Source.SAME_YEAR.value, counted)


def _sum(fixed: Decimal, per_pupil: Decimal, total: Decimal) -> Iterator[Finding]:
    pupils = (total - fixed) / per_pupil if per_pupil else Decimal(-1)
    if pupils == pupils.to_integral_value() and 0 < pupils <= MOST_PUPILS:
        return
    given = {"total": say_money(str(total)), "per_pupil": say_money(str(per_pupil))}
    if total < fixed:
        message = say(
            "De bedragen kloppen niet met elkaar: het totaal {total} is minder dan het vaste bedrag, en dat is geen aantal leerlingen "
            "maal {per_pupil}. Controleer de drie bedragen.",
            **given,
        )
    else:
        message = say(
            "De bedragen kloppen niet met elkaar: het totaal {total} min het vaste bedrag blijft {rest} over, en dat is geen aantal "
            "leerlingen maal {per_pupil}. Controleer de drie bedragen.",
            rest=say_money(f"{total - fixed:.2f}".removesuffix(".00")),
            **given,
        )
    yield Finding("budget_sum", "budget.total_amount", Severity.WARNING, message, Source.ARITHMETIC.value, str(total))
