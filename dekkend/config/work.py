"""Which workers run, where, and what happens to work that one of them left behind?

A worker takes jobs from the queue in the database. It may be killed at any moment: a job is marked as running before
it starts, so a reaper gives back what has run for too long. Jobs are written so that running them twice does no harm.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from dekkend.notices.jobs import take_up_mail
from dekkend.reading.jobs import take_up_lost_work

log = logging.getLogger("dekkend.work")

QUEUE = "default"
LOOK_EVERY = 0.5  # seconds between looks at an empty queue
REAP_EVERY = 15.0  # seconds between looks for lost work
LONGEST_JOB = timedelta(minutes=10)


def new_worker() -> Worker:
    return Worker(
        queue_names=[QUEUE],
        interval=LOOK_EVERY,
        batch=False,
        backend_name="default",
        startup_delay=True,
        max_tasks=None,
        worker_id=get_random_string(24),
        excluded_queue_names=[],
    )


def drain() -> int:
    """Do all waiting jobs in this thread, then return how many there were; for tests and for loading a demo."""
    worker = new_worker()
    worker.batch, worker.interval, worker.startup_delay = True, 0, False
    worker.run()
    return int(worker._run_tasks)


def give_up_lost_jobs(*, now: datetime) -> int:
    """Close queue entries of workers that were killed. The feature's own reaper decides whether to ask again."""
    lost = DBTaskResult.objects.filter(status="RUNNING", started_at__lt=now - LONGEST_JOB)
    return lost.update(status="FAILED", finished_at=now, exception_class_path="builtins.TimeoutError")


def reap(stop: threading.Event) -> None:
    """Look for lost work at once, and then every so often until told to stop."""
    while not stop.is_set():
        close_old_connections()
        try:
            give_up_lost_jobs(now=timezone.now())
            take_up_lost_work(now=timezone.now())
            take_up_mail(now=timezone.now())
        except Exception:
            # The reaper must outlive a database that is away for a moment.
            log.exception("reaper stumbled")
        stop.wait(REAP_EVERY)


@dataclass(frozen=True)
class Workers:
    """Threads that work, and how to end them."""

    stop: threading.Event
    threads: tuple[threading.Thread, ...]

    def finish(self, patience: float) -> None:
        """Let each end its present job, for so many seconds at most; what is cut off is taken up by another worker."""
        self.stop.set()
        end = time.monotonic() + patience
        for thread in self.threads:
            thread.join(max(0.0, end - time.monotonic()))


def start_workers(count: int) -> Workers:
    """Start so many worker threads and one reaper."""
    stop = threading.Event()
    threads = [threading.Thread(target=keep_working, args=(stop,), name="worker", daemon=True) for _ in range(count)]
    for thread in [*threads, threading.Thread(target=reap, args=(stop,), name="reaper", daemon=True)]:
        thread.start()
    return Workers(stop, tuple(threads))


def keep_working(stop: threading.Event) -> None:
    """Run a worker; when the database is away for a moment, start over."""
    while not stop.is_set():
        worker = new_worker()
        threading.Thread(target=stop_when_told, args=(worker, stop), daemon=True).start()
        try:
            worker.run()
        except Exception:
            log.exception("worker stumbled")
            stop.wait(LOOK_EVERY * 10)


def stop_when_told(worker: Worker, stop: threading.Event) -> None:
    stop.wait()
    worker.running = False


def start_embedded_workers() -> None:
    """Worker threads inside the web server, as many as EMBEDDED_WORKERS says; none by default."""
    if settings.EMBEDDED_WORKERS:
        start_workers(settings.EMBEDDED_WORKERS)
