"""How is one step on a card taken: held, checked against the table, written down in its course and in the log?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from dekkend.audit.actions import record, record_read
from dekkend.audit.words import Area, Details, Event, Subject, SubjectKind
from dekkend.kernel.dates import say_date
from dekkend.kernel.private_text import Remark, refused_in
from dekkend.kernel.sentences import say
from dekkend.needcards.models import CardStep, NeedCard
from dekkend.needcards.permissions import may_act_for, role_at
from dekkend.needcards.queries.cards import facts_of
from dekkend.needcards.rules.procedure import refusal
from dekkend.needcards.words.cards import Happened, Kind
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site
from dekkend.organisations.words import Refused, Scope
from dekkend.register.queries.closures import closures_of

NOTHING_MORE = say("Vragen stellen en beantwoorden kan daar niet meer. Trek een vraag die nog open staat in, of sluit haar af.")
NOT_YOURS = say("Alleen de intern begeleider en de directeur van deze school doen dit.")


@dataclass(frozen=True, slots=True)
class Who:
    """Who does it, how far they reach, on which day and at which moment."""

    user: Any
    scope: Scope
    today: date
    now: datetime


def held(card: NeedCard) -> NeedCard:
    """The card as it stands, nobody else can change it until the transaction ends. Inside a transaction only."""
    return NeedCard.anywhere.select_for_update(of=("self",)).select_related("site").get(pk=card.pk)


def refuse_strangers(site: Site, who: Who) -> None:
    if not may_act_for(who.scope, site):
        raise PermissionDenied(NOT_YOURS)


def refuse_closed(*sites: Site) -> None:
    """A school that closed asks, answers and is asked nothing more. What ends a question (close, withdraw, throw away) stays possible."""
    closed = closures_of(site.pk for site in sites)
    for site in sites:
        if day := closed.get(site.pk):
            told = say("{school} is gesloten per {day}.", school=site.name, day=say_date(day.isoformat()))
            raise Refused(f"{told} {NOTHING_MORE}")


def refuse_when_not_possible(kind: Kind, card: NeedCard, *, today: date, warnings: Collection[Remark] = ()) -> None:
    if why := refusal(kind, facts_of(card, today=today, warnings=warnings)):
        raise Refused(why)


def refuse_private(text: str, *, today: date) -> None:
    """A form says so beside its field; this keeps it out whatever way it came."""
    if found := refused_in(text, today=today):
        raise Refused(found[0].text)


def happened(kind: Happened, card: NeedCard, site: Site, who: Who, *, number: int = 0) -> None:
    """One line in the course of events."""
    role = role_at(who.scope, site)
    given = {"by": who.user, "at": who.now, "role": role.value if role else "", "number": number}
    CardStep.objects.create(card=card, site=site, kind=kind.value, **given)


def about(card: NeedCard) -> Subject:
    """What the log calls it: a number and who asks, nothing of what it says."""
    return Subject(SubjectKind.NEED_CARD, str(card.pk), say("rondvraag {number} van {school}", number=card.pk, school=card.site.name))


def areas(card: NeedCard, site: Site) -> list[Area]:
    """In whose log it stands: of the region of the school that asks, and of the school that does something when that is another."""
    found = {each.partnership_id: each for each in (area_of_site(site), area_of_site(card.site))}
    return [found[key] for key in sorted(found, key=lambda key: key or 0)]  # in one order, so that two writers never wait for each other


def log(event: Event, card: NeedCard, doer: Site, who: Who, **details: str | int) -> None:
    told: Details = details
    for area in areas(card, doer):
        record(event, actor=who.user, subject=about(card), area=area, now=who.now, details=told)


def note_reading(card: NeedCard, site: Site, who: Who) -> None:
    """Someone of `site` looks at what stands on a card."""
    for area in areas(card, site):
        record_read(Event.CARD_READ, actor=who.user, subject=about(card), area=area, now=who.now, details={"site": site.name})
