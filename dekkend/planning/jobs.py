"""Which work on plans is done in the background?"""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django_tasks import task

from dekkend.planning.actions import plans, scenarios


@task()
def make_plan(plan_id: int) -> bool:
    """Work out one plan; doing it twice does no harm."""
    return plans.make(plan_id, now=timezone.now())


def make_later(plan_id: int) -> None:
    """Put a plan in the queue; inside a transaction the job exists only when it holds."""
    make_plan.enqueue(plan_id)


def take_up_plans(*, now: datetime) -> None:
    """What every reaper does now and then: throw away what is over its term."""
    plans.forget_old_plans(now=now)
    scenarios.forget_removed_scenarios(now=now)
