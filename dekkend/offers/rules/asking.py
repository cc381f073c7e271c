"""When are the schools of a region asked whether their offer is still so, until when does the link count, and when is someone reminded?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dekkend.offers.words import Rhythm

# Month and day on which a round begins: away from the first weeks of a school year, from tests and from the summer.
ROUNDS = {
    Rhythm.OFF: (),
    Rhythm.QUARTER: ((10, 1), (1, 15), (4, 1), (6, 1)),
    Rhythm.HALF_YEAR: ((10, 1), (4, 1)),
}
LATE = timedelta(days=14)  # a round that could not begin in this time is passed over: better none than one in the wrong season
LINK_COUNTS = timedelta(days=42)
REMIND_AFTER = timedelta(days=14)
MOST_CLICKS = 200  # by one link in an hour: a school has some forty offers


def round_on(rhythm: Rhythm, today: date) -> date | None:
    """The first day of the round that begins about now; None between rounds."""
    days = [date(year, month, day) for year in (today.year - 1, today.year) for month, day in ROUNDS[rhythm]]
    begun = max((day for day in days if day <= today), default=None)
    return begun if begun is not None and today - begun < LATE else None


def reminder_due(asked_at: datetime, reminded_at: datetime | None, done_at: datetime | None, now: datetime) -> bool:
    """Once, after two weeks, when it was not finished."""
    return reminded_at is None and done_at is None and asked_at + REMIND_AFTER <= now
