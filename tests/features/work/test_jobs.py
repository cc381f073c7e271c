"""Is a job that failed tried again and then left to a person, and does the work of a lost worker go to another?"""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dekkend.config import work
from dekkend.reading import jobs
from dekkend.reading.jobs import read_one
from dekkend.work.actions import forget_old, give_sign, sign_off, take_back_lost, try_again
from dekkend.work.models import WorkerSign

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def broken(monkeypatch):
    """Reading fails in a way that nobody foresaw."""

    def break_off(*_: object, **__: object) -> None:
        raise OSError("the disk of marieke@zilverkust.example is full")

    monkeypatch.setattr(jobs, "read_waiting", break_off)


def let_time_pass() -> None:
    DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now() - timedelta(seconds=1))


def test_a_job_that_fails_is_tried_again_later_and_given_up_after_four_times(broken):
    read_one.enqueue(1)
    for attempt in (1, 2, 3):
        assert work.drain() == 1
        job = DBTaskResult.objects.get()
        assert (job.status, len(job.worker_ids)) == ("READY", attempt)
        assert job.run_after > timezone.now()
        let_time_pass()
    work.drain()
    assert DBTaskResult.objects.get().status == "FAILED"
    assert work.drain() == 0


def test_a_job_that_works_the_second_time_is_done(broken, monkeypatch):
    read_one.enqueue(1)
    work.drain()
    monkeypatch.setattr(jobs, "read_waiting", lambda *_, **__: None)
    let_time_pass()
    work.drain()
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_a_person_can_start_a_failed_job_again_but_no_other(broken):
    read_one.enqueue(1)
    waiting = DBTaskResult.objects.get()
    given = {"by": None, "partnership_ids": (), "now": timezone.now()}
    assert not try_again(str(waiting.pk), **given)
    DBTaskResult.objects.update(status="FAILED", worker_ids=["a", "b", "c", "d"])
    assert try_again(str(waiting.pk), **given)
    assert work.drain() == 1
    assert len(DBTaskResult.objects.get().worker_ids) == 1


def taken_by(worker: str, *, minutes_ago: float, attempts: int = 1) -> None:
    read_one.enqueue(1)
    DBTaskResult.objects.update(
        status="RUNNING", worker_ids=[worker] * attempts, started_at=timezone.now() - timedelta(minutes=minutes_ago)
    )


def test_the_job_of_a_worker_that_disappeared_goes_to_another(monkeypatch):
    taken_by("dood", minutes_ago=2)
    assert take_back_lost(now=timezone.now()) == 1
    assert take_back_lost(now=timezone.now()) == 0
    assert work.drain() == 1
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_the_job_of_a_worker_that_gives_signs_stays_with_it():
    taken_by("leeft", minutes_ago=2)
    give_sign(["leeft"], machine="zilverkust-1", now=timezone.now())
    assert take_back_lost(now=timezone.now()) == 0


def test_a_job_that_was_lost_four_times_has_failed():
    taken_by("dood", minutes_ago=2, attempts=4)
    take_back_lost(now=timezone.now())
    assert DBTaskResult.objects.get().status == "FAILED"


def test_a_sign_replaces_the_one_before_and_goes_when_the_worker_stops():
    first, second = timezone.now(), timezone.now() + timedelta(seconds=10)
    give_sign(["een", "twee"], machine="zilverkust-1", now=first)
    give_sign(["een", "twee"], machine="zilverkust-1", now=second)
    assert set(WorkerSign.objects.values_list("started_at", "seen_at")) == {(first, second)}
    sign_off(["een"])
    assert WorkerSign.objects.count() == 1


def test_finished_jobs_are_forgotten_after_their_time():
    for status, days in (("SUCCESSFUL", 1), ("SUCCESSFUL", 3), ("FAILED", 29), ("FAILED", 31)):
        read_one.enqueue(1)
        old = timezone.now() - timedelta(days=days)
        DBTaskResult.objects.filter(status="READY").update(status=status, finished_at=old)
    forget_old(now=timezone.now())
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL"]


def test_a_crew_finishes_its_present_job_before_it_stops(monkeypatch):
    begun, may_end = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> None:
        begun.set()
        may_end.wait(10)

    monkeypatch.setattr(jobs, "read_waiting", slow)
    read_one.enqueue(1)
    crew = work.start_workers(1)
    assert begun.wait(10)
    crew.stop()
    assert not crew.wait(0.2)
    may_end.set()
    assert crew.wait(10)
    assert DBTaskResult.objects.get(task_path="dekkend.reading.jobs.read_one").status == "SUCCESSFUL"
    assert not WorkerSign.objects.exists()
    connection.close()
