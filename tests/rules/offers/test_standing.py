"""How does an offer stand the day before, on and after each bound?"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from dekkend.offers.rules.asking import REMIND_AFTER, reminder_due, round_on
from dekkend.offers.rules.standing import is_stale, months_before, state_on
from dekkend.offers.words import Availability, Rhythm, Said

P, A, L = Availability.PAUSED, Availability.AVAILABLE, Availability.PLANNED
DAY = date(2026, 10, 5)
ONE = timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "today", "state"),
    [
        (Said(P), DAY, P),
        (Said(P, from_day=DAY), DAY - ONE, A),
        (Said(P, from_day=DAY), DAY, P),
        (Said(P, until=DAY), DAY, P),
        (Said(P, until=DAY), DAY + ONE, A),
        (Said(L), DAY, L),
        (Said(L, from_day=DAY), DAY - ONE, L),
        (Said(L, from_day=DAY), DAY, A),
        (Said(Availability.GONE), DAY, Availability.GONE),
        (Said(), DAY, A),
    ],
)
def test_a_state_counts_between_its_days(said, today, state):
    assert state_on(said, today) is state


@pytest.mark.parametrize(("confirmed_on", "stale"), [(None, True), (date(2026, 4, 4), True), (date(2026, 4, 5), False), (DAY, False)])
def test_what_nobody_stood_for_in_six_months_is_stale(confirmed_on, stale):
    assert is_stale(confirmed_on, DAY) is stale


@pytest.mark.parametrize(
    ("day", "earlier"),
    [(date(2026, 8, 31), date(2026, 2, 28)), (date(2024, 8, 31), date(2024, 2, 29)), (date(2026, 1, 5), date(2025, 7, 5))],
)
def test_six_months_earlier_exists_in_every_month(day, earlier):
    assert months_before(day, 6) == earlier


@pytest.mark.parametrize(
    ("rhythm", "today", "begun"),
    [
        (Rhythm.QUARTER, date(2026, 9, 30), None),
        (Rhythm.QUARTER, date(2026, 10, 1), date(2026, 10, 1)),
        (Rhythm.QUARTER, date(2026, 10, 14), date(2026, 10, 1)),
        (Rhythm.QUARTER, date(2026, 10, 15), None),
        (Rhythm.QUARTER, date(2027, 1, 15), date(2027, 1, 15)),
        (Rhythm.QUARTER, date(2027, 1, 1), None),
        (Rhythm.HALF_YEAR, date(2027, 1, 15), None),
        (Rhythm.HALF_YEAR, date(2027, 4, 1), date(2027, 4, 1)),
        (Rhythm.OFF, date(2026, 10, 1), None),
    ],
)
def test_a_round_begins_on_its_day_or_in_the_two_weeks_after(rhythm, today, begun):
    assert round_on(rhythm, today) == begun


def test_someone_is_reminded_once_after_two_weeks():
    asked = datetime(2026, 10, 1, 9, tzinfo=UTC)
    due = asked + REMIND_AFTER
    assert not reminder_due(asked, None, None, due - timedelta(seconds=1))
    assert reminder_due(asked, None, None, due)
    assert not reminder_due(asked, due, None, due)
    assert not reminder_due(asked, None, due, due)
