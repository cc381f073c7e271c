"""Which day is it in the demo? The visitor may choose one; otherwise the real day, as long as the story runs."""

from __future__ import annotations

from datetime import date

FIRST, LAST = date(2023, 8, 1), date(2027, 7, 31)  # the first and the last day of the story
CHOSEN_DAY = "demo_day"  # the name under which a visit remembers it
STORY_DAY = date(2026, 10, 5)  # the day on which most is going on; for visitors after the end of the story


def day_in_demo(chosen: str, *, real: date) -> date:
    """The day to work with. `chosen` is an ISO date, or anything else when nothing was chosen."""
    day = as_day(chosen)
    if day is not None and runs_on(day):
        return day
    return real if runs_on(real) else STORY_DAY


def runs_on(day: date) -> bool:
    return FIRST <= day <= LAST


def as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
