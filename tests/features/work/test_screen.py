"""Does the administrator see what waits, runs and failed, without anything about a person, at the same cost for one and for three?"""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dekkend.audit.models import Entry
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from dekkend.reading.jobs import read_one
from dekkend.work.actions import give_sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(signed_in, site):
    return signed_in(Role.ADMINISTRATOR, site)


def fail(count: int) -> None:
    for _ in range(count):
        read_one.enqueue(1)
    DBTaskResult.objects.update(
        status="FAILED", finished_at=timezone.now(), exception_class_path="builtins.OSError", traceback="marieke@zilverkust.example"
    )


def test_an_empty_installation_says_that_no_worker_is_there(administrator):
    page = administrator.get("/taken/").content.decode()
    assert "Er is geen worker aan het werk" in page
    assert "Niets mislukt" in page


def test_a_failed_job_is_shown_by_its_kind_and_can_be_started_again(administrator):
    fail(1)
    give_sign(["een"], machine="zilverkust-1", now=timezone.now())
    page = administrator.get("/taken/").content.decode()
    assert all(text in page for text in ("Een document lezen", "OSError", "zilverkust-1", "1 taak is mislukt"))
    assert "marieke" not in page
    answer = administrator.post(f"/taken/{DBTaskResult.objects.get().pk}/opnieuw/", follow=True)
    assert "staat weer in de rij" in answer.content.decode()
    assert DBTaskResult.objects.get().status == "READY"
    entry = Entry.objects.get(event="job.tried_again")
    assert str(entry) == "Iemand liet een mislukte taak opnieuw doen: Een document lezen."
    assert entry.partnership_id == Membership.anywhere.get().partnership_id


def test_starting_a_job_again_that_is_gone_changes_nothing(administrator):
    fail(1)
    key = DBTaskResult.objects.get().pk
    administrator.post(f"/taken/{key}/opnieuw/")
    assert "niet (meer) mislukt" in administrator.post(f"/taken/{key}/opnieuw/", follow=True).content.decode()


def test_the_screen_costs_as_many_queries_for_three_jobs_as_for_one(administrator):
    def queries(count: int) -> int:
        fail(count)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            administrator.get("/taken/")
        return len(asked)

    queries(1)
    assert queries(1) == queries(3)


@pytest.mark.parametrize("role", [Role.ADVISER, Role.DIRECTOR, Role.TEACHER])
def test_nobody_else_may_start_a_job(signed_in, site, role):
    fail(1)
    assert signed_in(role, site).post(f"/taken/{DBTaskResult.objects.get().pk}/opnieuw/").status_code == 403
