"""When is a mail tried again that the mail server did not take?"""

from __future__ import annotations

from datetime import datetime, timedelta

# The wait after each failed attempt; after the last of these it is given up and shown to the administrator.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480))


def next_attempt(attempts: int, *, now: datetime) -> datetime | None:
    """The moment of the next attempt after so many failed ones (1 or more); None: give up."""
    return now + WAITS[attempts - 1] if attempts <= len(WAITS) else None
