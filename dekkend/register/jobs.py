"""Which work on the register is done in the background?"""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from dekkend.register.actions.importing import read_import


@task()
def read_one(import_id: int) -> str | None:
    """Read the lists of one import and compare them with the register; doing it twice does no harm."""
    state = read_import(import_id, now=timezone.now())
    return state.value if state else None


def read_later(import_id: int) -> None:
    """Put it in the queue; inside a transaction the job exists only when it holds."""
    read_one.enqueue(import_id)
