"""Which days does nobody have to work on in the Netherlands, and which day is so many working days from now?

Rest days are those of the Algemene termijnenwet, artikel 3: Saturday, Sunday, the general holidays of its first part and Good Friday of
its second. School holidays are not among them.
"""

from __future__ import annotations

import datetime
from functools import lru_cache


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[datetime.date]:
    """The general holidays of one year that the Algemene termijnenwet names."""
    easter = easter_sunday(year)
    king = datetime.date(year, 4, 27)
    if king.weekday() == 6:  # on a Sunday it is kept the day before
        king -= datetime.timedelta(1)
    moving = {easter + datetime.timedelta(days) for days in (-2, 1, 39, 50)}  # Good Friday, Easter Monday, Ascension, Whit Monday
    fixed = {datetime.date(year, month, day) for month, day in ((1, 1), (5, 5), (12, 25), (12, 26))}
    return frozenset(moving | fixed | {king})


def is_rest_day(day: datetime.date) -> bool:
    return day.weekday() >= 5 or day in holidays(day.year)


def working_days_after(day: datetime.date, number: int) -> datetime.date:
    """The day that is `number` working days after `day`; `day` itself is not counted. For 0 the first working day from `day` on."""
    while number or is_rest_day(day):
        day += datetime.timedelta(1)
        if not is_rest_day(day):
            number -= 1 if number else 0
    return day


def easter_sunday(year: int) -> datetime.date:
    """The Sunday of Easter in the Gregorian calendar (method of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = century // 4, (century + 8) // 25
    moon = (19 * golden + century - leap - (century - skipped + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
