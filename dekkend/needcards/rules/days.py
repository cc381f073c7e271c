"""By when do schools answer, when is someone reminded, and when does a card close or lose its text by itself?"""

from __future__ import annotations

from datetime import date, timedelta

from dekkend.kernel.sentences import say
from dekkend.kernel.working_days import working_days_after
from dekkend.needcards.words.cards import FINAL_AFTER, FURTHEST_START, LONGEST_WAIT, STALE_DRAFT, WORKING_DAYS, Reminder


def usual_day(today: date) -> date:
    """Five working days from today."""
    return working_days_after(today, WORKING_DAYS)


def wrong_day(day: date, *, today: date) -> str:
    """Why this is no day to ask an answer by; "" when it is."""
    if day <= today:
        return say("Kies een dag na vandaag. Dan hebben de scholen tijd om te antwoorden.")
    if day > today + timedelta(LONGEST_WAIT):
        return say("Kies een dag binnen zes weken. Anders blijft de vraag te lang staan.")
    return ""


def wrong_start(day: date, *, today: date) -> str:
    """Why help cannot be asked from this day on; "" when it can."""
    if day < today:
        return say("Deze dag is al geweest. Kies vandaag of een dag daarna, of laat het leeg voor zo snel als het kan.")
    if day > today + timedelta(FURTHEST_START):
        return say("Deze dag is meer dan een jaar verder. Controleer het jaar.")
    return ""


def thrown_away_on(made_on: date) -> date:
    """The day on which a concept that was never sent is thrown away."""
    return made_on + timedelta(STALE_DRAFT)


def reminder(answer_by: date, *, today: date) -> Reminder | None:
    """Which reminder is due on this day. A machine that stood still sends the late one later, and the early one never afterwards."""
    if today == answer_by - timedelta(1):
        return Reminder.DUE
    return Reminder.LATE if today > answer_by else None


def lapses_on(answer_by: date, *, weeks: int) -> date:
    """The day on which Dekkend closes a card that its sender forgot."""
    return answer_by + timedelta(weeks=weeks)


def wiped_on(closed_on: date, *, weeks: int) -> date:
    """The day on which the text of a closed card is wiped; never before it is final."""
    return closed_on + timedelta(days=max(weeks * 7, FINAL_AFTER))


def final_on(closed_on: date) -> date:
    """The first day on which closing can no longer be undone."""
    return closed_on + timedelta(FINAL_AFTER)
