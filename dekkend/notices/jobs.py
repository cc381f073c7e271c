"""Which work on mail is done in the background?"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from dekkend.notices import actions


@task()
def send_one(outgoing_id: int) -> str | None:
    """Send one mail; a second job for the same mail finds nothing to do."""
    state = actions.send(outgoing_id, now=timezone.now())
    return state.value if state else None


def take_up_mail(*, now: datetime) -> int:
    """What every reaper does now and then: settle what was lost, wipe dead links, forget what is old, queue what is due.

    Returns how many were queued.
    """
    actions.settle_lost(now=now)
    actions.wipe_dead_links(now=now)
    actions.forget_old(now=now)
    due = actions.take_due(now=now)
    for outgoing_id in due:
        send_one.enqueue(outgoing_id)
    return len(due)
