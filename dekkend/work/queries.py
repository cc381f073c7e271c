"""What waits, what runs, what failed, and which workers are alive?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min, Q
from django_tasks_db.models import DBTaskResult

from dekkend.work.models import WorkerSign

SHOWN = 50  # jobs in one list


@dataclass(frozen=True, slots=True)
class Job:
    """One job as a person sees it. `fault` is the kind of error, never its text: that may quote what somebody typed."""

    key: str
    name: str
    attempts: int
    asked_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    next_at: datetime | None
    fault: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The work at one moment. `oldest` is how long the first job in the queue has waited past its time."""

    waiting: int
    running: int
    failed: int
    done: int
    oldest: timedelta | None
    workers: tuple[WorkerSign, ...]
    jobs_running: tuple[Job, ...]
    jobs_later: tuple[Job, ...]
    jobs_failed: tuple[Job, ...]


def overview(*, now: datetime) -> Overview:
    counts = DBTaskResult.objects.aggregate(**{name: Count("pk", Q(status=status)) for name, status in STATUS.items()})
    jobs = DBTaskResult.objects
    return Overview(
        **counts,
        oldest=oldest_wait(now=now),
        workers=tuple(living_workers(now=now)),
        jobs_running=as_jobs(jobs.filter(status="RUNNING").order_by("started_at")),
        jobs_later=as_jobs(jobs.filter(status="READY", run_after__gt=now, started_at__isnull=False).order_by("run_after")),
        jobs_failed=as_jobs(jobs.filter(status="FAILED").order_by("-finished_at")),
    )


STATUS = {"waiting": "READY", "running": "RUNNING", "failed": "FAILED", "done": "SUCCESSFUL"}


def as_jobs(rows: Iterable[DBTaskResult]) -> tuple[Job, ...]:
    return tuple(as_job(row) for row in rows[:SHOWN])  # type: ignore[index]  # a queryset is cut, not walked


def as_job(row: DBTaskResult) -> Job:
    return Job(
        key=str(row.pk),
        name=name_of_job(row.task_path),
        attempts=len(row.worker_ids),
        asked_at=row.enqueued_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        next_at=row.run_after if row.status == "READY" and row.run_after.year < 9999 else None,
        fault=row.exception_class_path.rsplit(".", 1)[-1],
    )


def name_of_job(path: str) -> str:
    """How a person knows this job; of one that has no name yet, that of its function."""
    return str(settings.JOB_NAMES.get(path, path.rsplit(".", 1)[-1]))


def oldest_wait(*, now: datetime) -> timedelta | None:
    """How long the first job that could be done has waited; None when nothing waits."""
    at_once = DBTaskResult.objects.ready().filter(run_after__year=9999).aggregate(first=Min("enqueued_at"))["first"]
    planned = DBTaskResult.objects.filter(status="READY", run_after__lte=now).aggregate(first=Min("run_after"))["first"]
    moments = [moment for moment in (at_once, planned) if moment]
    return now - min(moments) if moments else None


def living_workers(*, now: datetime) -> list[WorkerSign]:
    return list(WorkerSign.objects.filter(seen_at__gte=now - lost_after()).order_by("machine", "started_at"))


def lost_after() -> timedelta:
    return timedelta(seconds=settings.WORKER_LOST_AFTER)
