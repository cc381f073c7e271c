"""Which workers run, where, and what happens to work that one of them left behind?

A worker takes jobs from the queue in the database. It may be killed at any moment: a job is marked as running before
it starts, so a reaper gives back the jobs of workers that give no sign of life. Jobs are written so that running them twice does no harm.
"""

from __future__ import annotations

import fcntl
import logging
import platform
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from dekkend.adoption.jobs import take_up_reminders
from dekkend.audit.jobs import take_up_retention
from dekkend.coverage.jobs import take_up_reports
from dekkend.finder.jobs import take_up_words
from dekkend.needcards.jobs import take_up_cards
from dekkend.notices.jobs import take_up_mail
from dekkend.offers.jobs import take_up_offers
from dekkend.planning.jobs import take_up_plans
from dekkend.publishing.jobs import take_up_bundles
from dekkend.reading.jobs import take_up_lost_work
from dekkend.signals.jobs import take_up_signals
from dekkend.work.actions import after_failure, forget_old, give_sign, sign_off, take_back_lost

log = logging.getLogger("dekkend.work")

QUEUE = "default"
LOOK_EVERY = 0.5  # seconds between looks at an empty queue
REAP_EVERY = 10.0  # seconds between signs of life, and between looks for lost work
AFTER_STUMBLE = 5.0  # seconds
LOCK = "embedded-workers.lock"
_held: list[IO[str]] = []  # a file that nobody refers to would be closed, and its lock lost


class PatientWorker(Worker):
    """A worker that tries a failed job again later, a few times."""

    def run_task(self, db_task_result: DBTaskResult) -> None:
        super().run_task(db_task_result)
        if db_task_result.status == "FAILED":
            after_failure(db_task_result, now=timezone.now())


def new_worker() -> PatientWorker:
    return PatientWorker(
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


class Crew:
    """Worker threads and one reaper in this process."""

    def __init__(self, count: int) -> None:
        self.workers = [new_worker() for _ in range(count)]
        self.stopped = threading.Event()
        self.reminded_on: date | None = None
        self.signals_on: date | None = None
        self.cards_on: date | None = None
        self.words_on: date | None = None
        jobs = [(self.keep_working, (worker,), "worker") for worker in self.workers]
        self.threads = [threading.Thread(target=job, args=given, name=name, daemon=True) for job, given, name in jobs]
        self.reaper = threading.Thread(target=self.reap, name="reaper", daemon=True)

    def start(self) -> None:
        for thread in (self.reaper, *self.threads):
            thread.start()

    def stop(self) -> None:
        """Take no new jobs; those that run are finished."""
        self.stopped.set()
        for worker in self.workers:
            worker.running = False

    def wait(self, seconds: float) -> bool:
        """Wait until the present jobs are done, so many seconds at most. True when they are."""
        end = time.monotonic() + seconds
        for thread in (*self.threads, self.reaper):
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in self.threads)

    def names(self) -> list[str]:
        return [worker.worker_id for worker in self.workers]

    def keep_working(self, worker: Worker) -> None:
        """Run a worker; when the database is away for a moment, start over."""
        while not self.stopped.is_set():
            try:
                worker.run()
            except Exception:
                log.exception("worker stumbled")
                self.stopped.wait(AFTER_STUMBLE)
        connection.close()

    def reap(self) -> None:
        """Give signs of life and look for lost work, at once and then every so often; sign off at the end."""
        while not self.stopped.is_set():
            self.steadily(self.look_around)
            self.stopped.wait(REAP_EVERY)
        # Jobs may still be running: their worker is alive until its thread ends.
        for thread in self.threads:
            while thread.is_alive():
                self.steadily(self.sign)
                thread.join(REAP_EVERY)
        self.steadily(lambda: sign_off(self.names()))
        connection.close()

    def look_around(self) -> None:
        now = timezone.now()
        self.sign()
        take_back_lost(now=now)
        take_up_lost_work(now=now)
        take_up_mail(now=now)
        take_up_retention(now=now)
        self.reminded_on = take_up_reminders(last=self.reminded_on, today=timezone.localdate(now))
        self.cards_on = take_up_cards(last=self.cards_on, today=timezone.localdate(now))
        take_up_offers(now=now)
        self.signals_on = take_up_signals(last=self.signals_on, today=timezone.localdate(now))
        self.words_on = take_up_words(last=self.words_on, today=timezone.localdate(now))
        take_up_bundles(now=now)
        take_up_reports(now=now)
        take_up_plans(now=now)
        forget_old(now=now)

    def sign(self) -> None:
        give_sign(self.names(), machine=platform.node(), now=timezone.now())

    @staticmethod
    def steadily(job: Callable[[], None]) -> None:
        close_old_connections()
        try:
            job()
        except Exception:
            # The reaper must outlive a database that is away for a moment.
            log.exception("reaper stumbled")


def start_workers(count: int) -> Crew:
    """Start so many worker threads and one reaper."""
    crew = Crew(count)
    crew.start()
    return crew


def start_embedded_workers() -> None:
    """Worker threads inside the web server, as many as EMBEDDED_WORKERS says; none by default.

    Of several processes of one server only one has them: whoever holds the lock. When that process ends, another takes over.
    """
    if settings.EMBEDDED_WORKERS:
        threading.Thread(target=wait_and_work, args=(settings.EMBEDDED_WORKERS,), name="embedded", daemon=True).start()


def wait_and_work(count: int) -> None:
    folder = Path(settings.VAR)
    folder.mkdir(parents=True, exist_ok=True)
    held = (folder / LOCK).open("a")  # held until this process ends; the operating system then lets go, whatever ended it
    fcntl.flock(held, fcntl.LOCK_EX)
    _held.append(held)
    start_workers(count)
