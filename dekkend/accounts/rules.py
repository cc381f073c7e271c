"""When must someone wait before trying to log in again?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta


def pause_until(failures: Iterable[datetime], *, now: datetime, allowed: int, pause: timedelta) -> datetime | None:
    """The moment from which a next attempt is heard, or None when it is heard now.

    `failures` are the moments of failed attempts. Only those within `pause` before `now` count; the wait ends when
    the oldest of the last `allowed` falls out of that window.
    """
    recent = sorted(moment for moment in failures if now - pause < moment <= now)
    if len(recent) < allowed:
        return None
    return recent[-allowed] + pause
