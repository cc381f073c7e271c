"""Who stands in for whom, and after how many days does a region remind people?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.adoption.actions.taking import Who
from dekkend.adoption.models import RegionTerms, StandIn
from dekkend.adoption.queries.people import can_stand_in, roles_at
from dekkend.adoption.words.facts import Terms
from dekkend.audit.actions import about as about_person
from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.queries import area_of_site
from dekkend.organisations.words import Level, Refused, Role, Scope

LONGEST = 366  # days that someone can stand in


@dataclass(frozen=True, slots=True)
class Naming:
    """Who stands in, for which role, from when until when (both included), and why."""

    person: Any
    role: Role
    first: date
    last: date
    reason: str


@transaction.atomic
def name_stand_in(site: Site, naming: Naming, who: Who) -> StandIn:
    """Raises PermissionDenied for who is not the board, Refused when it cannot be."""
    refuse_unless_board(who.scope, site)
    if not naming.first <= naming.last or (naming.last - naming.first).days > LONGEST:
        raise Refused(say("De laatste dag hoort na de eerste te liggen, en hoogstens een jaar later."))
    if naming.person.pk not in {membership.user_id for membership in can_stand_in(site, who.today)}:
        raise Refused(say("Deze persoon heeft geen rol bij deze school of haar bestuur. Geef eerst een rol."))
    stand_in = StandIn.objects.create(
        site=site,
        role=naming.role.value,
        person=naming.person,
        first=naming.first,
        last=naming.last,
        reason=naming.reason.strip(),
        named_by=who.user,
        named_at=who.now,
    )
    details = {"role": naming.role.label.lower(), "site": site.name, "first": say_date(naming.first.isoformat())}
    details["last"] = say_date(naming.last.isoformat())
    to = about_person(naming.person)
    record(Event.STAND_IN_NAMED, actor=who.user, subject=to, area=area_of_site(site), now=who.now, details=details)
    return stand_in


@transaction.atomic
def end_stand_in(stand_in: StandIn, who: Who) -> None:
    refuse_unless_board(who.scope, stand_in.site)
    if stand_in.ended_at is not None:
        return
    stand_in.ended_at = who.now
    stand_in.save(update_fields=["ended_at"])
    details = {"role": Role(stand_in.role).label.lower(), "site": stand_in.site.name}
    to, area = about_person(stand_in.person), area_of_site(stand_in.site)
    record(Event.STAND_IN_ENDED, actor=who.user, subject=to, area=area, now=who.now, details=details)


def refuse_unless_board(scope: Scope, site: Site) -> None:
    if Role.BOARD not in roles_at(scope, site):
        raise PermissionDenied(say("Alleen het bestuur van deze school kan dit."))


@transaction.atomic
def set_terms(partnership: Partnership, terms: Terms, who: Who) -> None:
    """After how many days people in this region are reminded."""
    if partnership.pk not in who.scope.only(Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR).ids(Level.PARTNERSHIP):
        raise PermissionDenied(say("Alleen uw eigen samenwerkingsverband kan dit."))
    days = {"advice_days": terms.advice_days, "decision_days": terms.decision_days, "remind_days": terms.remind_days}
    RegionTerms.anywhere.update_or_create(partnership=partnership, defaults=days)
    subject = Subject(SubjectKind.REGION, str(partnership.pk), partnership.name)
    details = {"advice": terms.advice_days, "decision": terms.decision_days, "remind": terms.remind_days}
    record(Event.TERMS_SET, actor=who.user, subject=subject, area=Area(partnership.pk), now=who.now, details=details)
