"""Until when does a role run, does it run today, and until when can it be renewed?

Roles end with the school year, on 31 July, so that nobody keeps access that was meant for last year.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.words import Standing

INVITATION_DAYS = 14
RENEWAL_MONTH = 6  # from 1 June a role can be renewed for the school year that follows


def end_of_role(granted_on: date) -> date:
    """The last day of a role given on this day: 31 July of its school year, that day included."""
    return SchoolYear.of(granted_on).last_day


def runs(starts_on: date | None, ends_on: date | None, today: date) -> bool:
    """Both bounds are days on which the role still runs; None is no bound."""
    return (starts_on is None or starts_on <= today) and (ends_on is None or today <= ends_on)


def renewed_end(today: date) -> date:
    """The last day of a role that is renewed today: of this school year, and from June on of the next one."""
    year = SchoolYear.of(today)
    in_summer = RENEWAL_MONTH <= today.month < year.first_day.month
    return (year.next if in_summer else year).last_day


def can_be_renewed(ends_on: date | None, today: date) -> bool:
    """A role without an end needs no renewal; one that already runs as long as a renewal would, neither."""
    return ends_on is not None and ends_on < renewed_end(today)


def standing(starts_on: date | None, ends_on: date | None, ended_at: datetime | None, today: date) -> Standing:
    """How a role stands on this day. Ended by hand goes before everything else."""
    if ended_at is not None:
        return Standing.ENDED
    if starts_on is not None and today < starts_on:
        return Standing.COMING
    if not runs(starts_on, ends_on, today):
        return Standing.EXPIRED
    return Standing.ENDING if can_be_renewed(ends_on, today) else Standing.RUNNING


def invitation_end(sent_at: datetime) -> datetime:
    """The moment from which an invitation no longer counts."""
    return sent_at + timedelta(days=INVITATION_DAYS)
