"""Which work on documents is done in the background?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django_tasks import task

from dekkend.reading.actions.reading_files import destroy_old_quarantine, give_back_lost, read_waiting


@task()
def read_one(document_id: int) -> str | None:
    """Read one waiting document; doing it twice does no harm."""
    state = read_waiting(document_id, now=timezone.now())
    return state.value if state else None


def read_later(document_ids: Iterable[int]) -> None:
    """Put documents in the queue; inside a transaction the jobs exist only when it holds."""
    for document_id in document_ids:
        read_one.enqueue(document_id)


def take_up_lost_work(*, now: datetime) -> None:
    """What every reaper does now and then: queue lost documents again, empty the old quarantine."""
    read_later(give_back_lost(now=now))
    destroy_old_quarantine(now=now)
