"""Which work on reports is done in the background?"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from dekkend.coverage.actions import reporting


@task()
def make_report(report_id: int) -> None:
    """Make the files of this report that are not there yet; doing it twice does no harm."""
    reporting.make_files(report_id, now=timezone.now())


def take_up_reports(*, now: datetime) -> None:
    """What every reaper does now and then: throw away what is over its term."""
    reporting.forget_old(now=now)
