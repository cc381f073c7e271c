"""Is each entry kept until exactly the last day of its term?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dekkend.audit.rules.retention import REASONS, Expired, keep_until, runs_of
from dekkend.audit.words import Event, Kept

DAYS = {"security": 183, "reads": 1827, "changes": 1827}
DAY = date(2028, 2, 29)


def test_every_reason_for_keeping_is_explained():
    assert set(REASONS) == set(Kept)


@pytest.mark.parametrize(("event", "days"), [(Event.SIGNED_IN, 183), (Event.DOCUMENT_DOWNLOADED, 1827), (Event.DOCUMENT_ACCEPTED, 1827)])
def test_the_term_follows_from_why_it_is_kept(event, days):
    assert keep_until(event, on=DAY, days=DAYS) == DAY + timedelta(days=days)


def test_what_says_that_entries_went_stays_for_ever():
    assert keep_until(Event.LOG_EXPIRED, on=DAY, days=DAYS) is None


def test_numbers_in_a_row_make_one_run():
    runs = runs_of(Expired(number, "", "") for number in (1, 2, 3, 7, 9, 10))
    assert [(first.number, last.number) for first, last in runs] == [(1, 3), (7, 7), (9, 10)]
