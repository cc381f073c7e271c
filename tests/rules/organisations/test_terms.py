"""Does a role end with the school year, on the day before, on and after each bound?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from dekkend.organisations.rules.terms import can_be_renewed, end_of_role, invitation_end, renewed_end, runs, standing
from dekkend.organisations.words import Standing

SUMMER = date(2027, 7, 31)


@pytest.mark.parametrize(
    ("granted", "last_day"),
    [
        (date(2026, 7, 30), date(2026, 7, 31)),
        (date(2026, 7, 31), date(2026, 7, 31)),
        (date(2026, 8, 1), SUMMER),
        (date(2026, 12, 31), SUMMER),
        (date(2027, 7, 31), SUMMER),
        (date(2027, 8, 1), date(2028, 7, 31)),
    ],
)
def test_a_role_runs_to_the_end_of_its_school_year(granted, last_day):
    assert end_of_role(granted) == last_day


@pytest.mark.parametrize(("today", "expected"), [(SUMMER - timedelta(1), True), (SUMMER, True), (SUMMER + timedelta(1), False)])
def test_the_last_day_still_counts(today, expected):
    assert runs(None, SUMMER, today) is expected


@pytest.mark.parametrize(("today", "expected"), [(date(2026, 7, 31), False), (date(2026, 8, 1), True), (date(2026, 8, 2), True)])
def test_the_first_day_counts(today, expected):
    assert runs(date(2026, 8, 1), None, today) is expected


def test_a_role_without_bounds_always_runs():
    assert runs(None, None, date(1, 1, 1))


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2027, 5, 31), SUMMER),
        (date(2027, 6, 1), date(2028, 7, 31)),
        (date(2027, 7, 31), date(2028, 7, 31)),
        (date(2027, 8, 1), date(2028, 7, 31)),
    ],
)
def test_from_june_on_a_role_is_renewed_for_the_year_that_follows(today, until):
    assert renewed_end(today) == until


@pytest.mark.parametrize(
    ("ends", "today", "expected"),
    [
        (SUMMER, date(2027, 5, 31), False),
        (SUMMER, date(2027, 6, 1), True),
        (SUMMER, date(2027, 8, 1), True),
        (date(2028, 7, 31), date(2027, 8, 1), False),
        (None, date(2027, 8, 1), False),
    ],
)
def test_only_a_role_that_would_run_longer_can_be_renewed(ends, today, expected):
    assert can_be_renewed(ends, today) is expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 7, 31), Standing.COMING),
        (date(2026, 8, 1), Standing.RUNNING),
        (date(2027, 5, 31), Standing.RUNNING),
        (date(2027, 6, 1), Standing.ENDING),
        (SUMMER, Standing.ENDING),
        (date(2027, 8, 1), Standing.EXPIRED),
    ],
)
def test_how_a_role_stands_on_each_side_of_its_bounds(today, expected):
    assert standing(date(2026, 8, 1), SUMMER, None, today) is expected


def test_what_was_ended_by_hand_is_ended_whatever_its_dates_say():
    assert standing(None, SUMMER, datetime(2026, 9, 1, tzinfo=UTC), date(2026, 10, 1)) is Standing.ENDED


def test_an_invitation_counts_fourteen_days():
    sent = datetime(2026, 10, 5, 13, 30, tzinfo=UTC)
    assert invitation_end(sent) == datetime(2026, 10, 19, 13, 30, tzinfo=UTC)
