"""When is a failed job tried again, and when does a worker count as gone?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

# After the first, second and third failure; after the fourth a person must look at it.
BACK_OFF = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10))
MOST_ATTEMPTS = len(BACK_OFF) + 1
LONGEST_JOB = timedelta(minutes=10)


def try_again_at(attempts: int, *, now: datetime) -> datetime | None:
    """When a job that failed for the `attempts`-th time is tried again; None when it is not."""
    return now + BACK_OFF[max(attempts, 1) - 1] if attempts < MOST_ATTEMPTS else None


def is_lost(started_at: datetime, workers: Iterable[str], seen: Mapping[str, datetime], *, now: datetime, after: timedelta) -> bool:
    """Has the worker that took this job disappeared? `workers` took it, the last one has it; `seen` is when each last gave a sign.

    A worker gives a sign every few seconds, also while it works; one that hangs loses its job after LONGEST_JOB all the same.
    """
    if started_at < now - LONGEST_JOB:
        return True
    last = list(workers)[-1:]
    sign = max([started_at, *(seen[worker] for worker in last if worker in seen)])
    return sign < now - after
