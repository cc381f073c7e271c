"""Which work on documents is done in the background?"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from dekkend.publishing.actions import bundling
from dekkend.publishing.queries.bundles import open_parts

AT_A_TIME = 8  # schools in one job: enough for several workers, and little is done again when one of them dies


@task()
def make_some(bundle_id: int, part_ids: list[int]) -> None:
    """Make these schools; whoever sees that all are done asks for the whole."""
    for part_id in part_ids:
        bundling.make_part(part_id, now=timezone.now())
    if not open_parts(bundle_id):
        join.enqueue(bundle_id)


@task()
def join(bundle_id: int) -> None:
    """Make one file of all schools; doing it twice does no harm."""
    bundling.join(bundle_id, now=timezone.now())


def make_later(bundle_id: int) -> None:
    """Put the schools that are left in the queue; inside a transaction the jobs exist only when it holds."""
    left = open_parts(bundle_id)
    for at in range(0, len(left), AT_A_TIME):
        make_some.enqueue(bundle_id, left[at : at + AT_A_TIME])


def take_up_bundles(*, now: datetime) -> None:
    """What every reaper does now and then: throw away what is over its term."""
    bundling.forget_old(now=now)
