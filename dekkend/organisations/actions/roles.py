"""How is a role ended, given back and renewed?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from dekkend.audit.actions import about, record
from dekkend.audit.words import Event
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Membership
from dekkend.organisations.permissions import may_grant
from dekkend.organisations.queries import area_of_role, last_administrator, people_within, target_of
from dekkend.organisations.rules.terms import can_be_renewed, renewed_end
from dekkend.organisations.words import Refused, Role, Scope

LAST_ADMINISTRATOR = say("Dit is de laatste beheerder van het samenwerkingsverband. Maak eerst iemand anders beheerder.")
THERE_IS_ANOTHER = say("Deze persoon heeft deze rol hier intussen opnieuw gekregen. Er is niets veranderd.")


@transaction.atomic
def end_role(membership: Membership, *, by: Any, scope: Scope, today: date, now: datetime) -> Membership:
    """End a role at once. Raises PermissionDenied, or Refused for the last administrator of a region."""
    held = hold(membership, scope)
    if held.ended_at is not None:
        return held
    if last_administrator(held, today):
        raise Refused(LAST_ADMINISTRATOR)
    held.ended_at, held.ended_by = now, by
    held.save(update_fields=["ended_at", "ended_by"])
    write_down(Event.ROLE_ENDED, held, by=by, now=now)
    return held


@transaction.atomic
def give_role_back(membership: Membership, *, by: Any, scope: Scope, now: datetime) -> Membership:
    """Undo the ending. The dates stay as they were."""
    held = hold(membership, scope)
    if held.ended_at is None:
        return held
    held.ended_at = held.ended_by = None
    try:
        with transaction.atomic():
            held.save(update_fields=["ended_at", "ended_by"])
    except IntegrityError:
        raise Refused(THERE_IS_ANOTHER) from None
    write_down(Event.ROLE_RESTORED, held, by=by, now=now)
    return held


@transaction.atomic
def renew_roles(keys: Iterable[int], *, by: Any, scope: Scope, today: date, now: datetime) -> list[Membership]:
    """Let these roles run until the end of the school year; those out of reach, ended or long enough already are passed over."""
    chosen = people_within(scope).filter(pk__in=list(keys), ended_at__isnull=True)
    renewed = [each for each in chosen if can_be_renewed(each.ends_on, today) and allowed(scope, each)]
    for membership in renewed:
        membership.ends_on = renewed_end(today)
        membership.save(update_fields=["ends_on"])
        write_down(Event.ROLE_RENEWED, membership, by=by, now=now, until=membership.ends_on.isoformat())
    return renewed


def hold(membership: Membership, scope: Scope) -> Membership:
    """The row itself, held until the transaction ends, for someone who may give this role."""
    held = Membership.anywhere.select_for_update().get(pk=membership.pk)
    if not allowed(scope, held):
        raise PermissionDenied(say("Deze rol kan iemand anders geven of beëindigen, u niet."))
    return held


def allowed(scope: Scope, membership: Membership) -> bool:
    return may_grant(scope, (Role(membership.role), target_of(membership)))


def write_down(event: Event, membership: Membership, *, by: Any, now: datetime, **more: str) -> None:
    details = {"role": Role(membership.role).label, "place": str(membership.place)} | more
    record(event, actor=by, subject=about(membership.user), area=area_of_role(membership), now=now, details=details)
