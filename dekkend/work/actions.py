"""How does a worker show that it lives, and what happens to a job that failed or was lost?"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django_tasks_db.models import DBTaskResult, get_date_max

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.work.models import WorkerSign
from dekkend.work.queries import lost_after, name_of_job
from dekkend.work.rules import MOST_ATTEMPTS, is_lost, try_again_at

log = logging.getLogger("dekkend.work")

KEPT_DONE = timedelta(days=2)
KEPT_FAILED = timedelta(days=30)


def give_sign(workers: Iterable[str], *, machine: str, now: datetime) -> None:
    """Each of these workers is alive now."""
    signs = [WorkerSign(worker=worker, machine=machine[:100], started_at=now, seen_at=now) for worker in workers]
    WorkerSign.objects.bulk_create(signs, update_conflicts=True, update_fields=["seen_at"], unique_fields=["worker"])


def sign_off(workers: Iterable[str]) -> None:
    WorkerSign.objects.filter(worker__in=list(workers)).delete()


def after_failure(job: DBTaskResult, *, now: datetime) -> None:
    """Put a job that failed back in the queue for later, until it has failed too often."""
    attempts = len(job.worker_ids)
    again = try_again_at(attempts, now=now)
    told = {"job": job.task_path.rsplit(".", 1)[-1], "attempt": attempts, "code": job.exception_class_path}
    if again is None:
        log.error("job given up", extra=told)
        return
    DBTaskResult.objects.filter(pk=job.pk, status="FAILED").update(status="READY", run_after=again, finished_at=None)
    log.warning("job failed, tried again later", extra=told)


def take_back_lost(*, now: datetime) -> int:
    """Give the jobs of workers that disappeared to others; one that was lost too often has failed. The result is how many were lost."""
    seen = dict(WorkerSign.objects.values_list("worker", "seen_at"))
    running = DBTaskResult.objects.filter(status="RUNNING")
    lost = [job for job in running if is_lost(job.started_at or now, job.worker_ids, seen, now=now, after=lost_after())]
    return sum(_take_back(job, now=now) for job in lost)


def _take_back(job: DBTaskResult, *, now: datetime) -> int:
    # Only when it is still with the same worker: another reaper may have been first.
    mine = DBTaskResult.objects.filter(pk=job.pk, status="RUNNING", worker_ids=job.worker_ids)
    log.warning("job lost", extra={"job": job.task_path.rsplit(".", 1)[-1], "attempt": len(job.worker_ids)})
    if len(job.worker_ids) < MOST_ATTEMPTS:
        return mine.update(status="READY", run_after=get_date_max())
    return mine.update(status="FAILED", finished_at=now, exception_class_path="dekkend.work.WorkerLost")


@transaction.atomic
def try_again(key: str, *, by: Any, partnership_ids: Iterable[int], now: datetime) -> bool:
    """A person asks for a failed job to be done once more, with a clean slate. False when it is not there or has not failed.

    Jobs belong to no region: it is written down in those of whoever asks.
    """
    job = DBTaskResult.objects.filter(pk=key, status="FAILED").first()
    fresh: dict[str, Any] = {"worker_ids": [], "finished_at": None, "started_at": None, "exception_class_path": "", "traceback": ""}
    failed = DBTaskResult.objects.filter(pk=key, status="FAILED")
    if job is None or not failed.update(status="READY", run_after=get_date_max(), **fresh):
        return False
    for partnership_id in sorted(partnership_ids):
        subject = Subject(SubjectKind.JOB, key, name_of_job(job.task_path))
        record(Event.JOB_TRIED_AGAIN, actor=by, subject=subject, area=Area(partnership_id), now=now)
    return True


def forget_old(*, now: datetime) -> None:
    """Jobs that are over, and workers that were not seen for a day, are removed."""
    DBTaskResult.objects.filter(status="SUCCESSFUL", finished_at__lt=now - KEPT_DONE).delete()
    DBTaskResult.objects.filter(status="FAILED", finished_at__lt=now - KEPT_FAILED).delete()
    WorkerSign.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()
