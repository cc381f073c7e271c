"""Which work on the yearly procedure is done in the background?"""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django_tasks import task

from dekkend.adoption.actions.reminding import remind


@task()
def send_reminders() -> int:
    """Mail whoever is waited for; doing it twice on a day does no harm. The result is how many mails are new."""
    return remind(today=timezone.localdate(), now=timezone.now())


def take_up_reminders(*, last: date | None, today: date) -> date:
    """What a reaper does now and then: once a day ask for the reminders. Returns the day for which that was done last."""
    if last != today:
        send_reminders.enqueue()
    return today
