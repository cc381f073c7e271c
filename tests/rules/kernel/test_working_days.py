"""Which days are rest days in the Netherlands, and are working days counted around them?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.kernel.working_days import easter_sunday, holidays, is_rest_day, working_days_after


@pytest.mark.parametrize(
    ("year", "day"),
    [(1999, (4, 4)), (2000, (4, 23)), (2011, (4, 24)), (2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28)), (2038, (4, 25))],
)
def test_easter_falls_as_the_calendar_says(year, day):
    assert easter_sunday(year) == date(year, *day)


def test_the_days_of_the_law_in_one_year():
    days = {(1, 1), (4, 3), (4, 6), (4, 27), (5, 5), (5, 14), (5, 25), (12, 25), (12, 26)}
    assert holidays(2026) == {date(2026, *day) for day in days}


def test_the_day_of_the_king_is_kept_on_saturday_when_it_falls_on_sunday():
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2026, 10, 5), 5, date(2026, 10, 12)),
        (date(2026, 10, 9), 1, date(2026, 10, 12)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 10, 10), 0, date(2026, 10, 12)),
        (date(2026, 10, 12), 0, date(2026, 10, 12)),
    ],
)
def test_working_days_are_counted_around_rest_days(start, number, end):
    assert working_days_after(start, number) == end


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 20))
def test_as_many_working_days_lie_between(start, number):
    end = working_days_after(start, number)
    between = [start + timedelta(days) for days in range(1, (end - start).days + 1)]
    assert not is_rest_day(end)
    assert sum(not is_rest_day(day) for day in between) == number
