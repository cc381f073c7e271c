"""Which work on the log is done in the background?"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from dekkend.audit.actions import claim_retention, remove_expired


@task()
def expire_log() -> int:
    """Remove what is over its term; doing it twice does no harm. The result is how many entries went."""
    now = timezone.now()
    return sum(remove_expired(today=now.date(), now=now).values())


def take_up_retention(*, now: datetime) -> None:
    """What every reaper does now and then: once a day one of them asks for a look at the terms."""
    if claim_retention(now=now):
        expire_log.enqueue()
