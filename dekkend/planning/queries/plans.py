"""Which plans did a region ask for, how far are they, and does what they stand on still hold?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from dekkend.coverage.words import Refused
from dekkend.coverage.words.reach import REGION
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.planning.models import Plan
from dekkend.planning.queries.working_out import costs_for, coverage_for
from dekkend.planning.rules.asking import from_data
from dekkend.planning.rules.building import basis_of

PATIENCE = timedelta(minutes=10)  # what is not finished by then never will be


def plans_within(scope: Scope) -> QuerySet[Plan]:
    """Those of the regions that this person works for, the newest first, also the ones that were removed."""
    return Plan.objects.within(scope.only(*REGION)).select_related("asked_by", "partnership").order_by("-pk")


def plans_listed(scope: Scope, region: Partnership) -> QuerySet[Plan]:
    """For a list: what was asked and `proof`, without the rest of the answer, that may be large."""
    listed = plans_within(scope).filter(partnership=region, removed_at=None).defer("answer")
    return listed.annotate(proof=KT("answer__proof"))


def is_stuck(plan: Plan, *, now: datetime) -> bool:
    """It was not finished in time: its work was given up, and someone has to ask for it again."""
    return plan.finished_at is None and plan.asked_at < now - PATIENCE


def running(partnership: Partnership, *, now: datetime) -> int:
    """How many are being made for this region."""
    return Plan.anywhere.filter(partnership=partnership, finished_at=None, removed_at=None, asked_at__gte=now - PATIENCE).count()


def still_holds(plan: Plan, *, today: date) -> bool:
    """What the answer stands on is today as it was: offers, register, way of counting, amounts."""
    try:
        asked = from_data(plan.asked)
        return basis_of(coverage_for(plan.partnership, asked, today=today), costs_for(plan.partnership, asked, today=today)) == plan.basis
    except Refused:
        return False
