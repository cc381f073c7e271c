"""How does a region ask for a plan, is it made, taken away with a way back, and forgotten in time?

Making it may be done twice: who is first writes the answer, the other one's is thrown away.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.coverage.words import Refused
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.planning.models import Plan
from dekkend.planning.permissions import may_plan_for
from dekkend.planning.queries.plans import running
from dekkend.planning.queries.working_out import built_for, work_out
from dekkend.planning.rules.asking import as_data, from_data
from dekkend.planning.rules.telling import question
from dekkend.planning.rules.told import as_data as advice_as_data
from dekkend.planning.words.asking import Asked
from dekkend.planning.words.problem import TooLarge
from dekkend.profiles.gateways.catalogue import load_catalogue

MOST_AT_ONCE = 3  # plans of one region that are being made
REMOVED_KEPT = timedelta(days=30)  # that what was taken away can come back
REFUSED = "Refused"  # the fault of a plan that could not be made any more; `answer` then says why


def ask_for_plan(partnership: Partnership, asked: Asked, *, by: Any, scope: Scope, today: date, now: datetime) -> Plan:
    """The plan of this region, to be made. Raises Refused for what cannot be asked or needs no plan: before anything is queued."""
    _require(scope, partnership.pk)
    if running(partnership, now=now) >= MOST_AT_ONCE:
        raise Refused(say("Er worden al {most} plannen gemaakt. Wacht tot er een klaar is, en vraag het dan weer.", most=MOST_AT_ONCE))
    try:
        asked, _coverage, _built = built_for(partnership, asked, today=today)
    except TooLarge as why:
        raise Refused(str(why)) from None
    with transaction.atomic():
        plan = Plan.anywhere.create(partnership=partnership, asked=as_data(asked), asked_by=by, asked_at=now, day=today)
        _write_down(Event.PLAN_ASKED, plan, by=by, now=now)
    return plan


def make(plan_id: int, *, now: datetime) -> bool:
    """Work the answer out and keep it. False when it was there already, or the plan is gone."""
    plan = Plan.anywhere.select_related("partnership").filter(pk=plan_id, finished_at=None, removed_at=None).first()
    if plan is None:
        return False
    try:
        advice = work_out(plan.partnership, from_data(plan.asked), today=plan.day)
    except (Refused, TooLarge) as why:
        found: dict[str, Any] = {"fault": REFUSED, "answer": {"why": str(why)}}
    else:
        found = {"answer": advice_as_data(advice), "basis": advice.key}
    return bool(Plan.anywhere.filter(pk=plan_id, finished_at=None).update(finished_at=now, **found))


@transaction.atomic
def remove_plan(plan: Plan, *, by: Any, scope: Scope, now: datetime) -> None:
    """Take it away; for a month it can come back."""
    _require(scope, plan.partnership_id)
    if Plan.anywhere.filter(pk=plan.pk, removed_at=None).update(removed_at=now):
        _write_down(Event.PLAN_REMOVED, plan, by=by, now=now)


@transaction.atomic
def bring_plan_back(plan: Plan, *, by: Any, scope: Scope, now: datetime) -> None:
    """Undo of taking it away."""
    _require(scope, plan.partnership_id)
    if Plan.anywhere.filter(pk=plan.pk).exclude(removed_at=None).update(removed_at=None):
        _write_down(Event.PLAN_BACK, plan, by=by, now=now)


def forget_old_plans(*, now: datetime) -> int:
    """Throw away what is over its term; returns how many. A plan can be asked for again at any time."""
    old = Q(asked_at__lt=now - timedelta(days=settings.PLAN_KEPT_DAYS)) | Q(removed_at__lt=now - REMOVED_KEPT)
    return Plan.anywhere.filter(old).delete()[0]


def _write_down(event: Event, plan: Plan, *, by: Any, now: datetime) -> None:
    partnership = plan.partnership
    about = Subject(SubjectKind.REGION, str(partnership.pk), partnership.name)
    asked = question(from_data(plan.asked), {item.code: item.label for item in load_catalogue().items})
    record(event, actor=by, subject=about, area=Area(partnership.pk), now=now, details={"question": asked[:400]})


def _require(scope: Scope, partnership_id: int) -> None:
    if not may_plan_for(scope, partnership_id):
        raise PermissionDenied(say("Alleen het samenwerkingsverband maakt plannen voor de regio."))
