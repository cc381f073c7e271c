"""How is one step of the procedure taken: checked, written down, and told to whom it concerns?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction

from dekkend.adoption.actions.telling import tell_about
from dekkend.adoption.models import Adoption, Attachment, Step
from dekkend.adoption.permissions import acting_at
from dekkend.adoption.queries.cases import Case, case_at
from dekkend.adoption.rules.days import wrong_day
from dekkend.adoption.rules.procedure import PROCEDURE
from dekkend.adoption.words.facts import Acting
from dekkend.adoption.words.procedure import ABOUT, Kind, Outcome, State
from dekkend.audit.actions import record
from dekkend.audit.words import Details, Event
from dekkend.files.actions import keep
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.offers.actions.projecting import raise_revision
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site
from dekkend.organisations.words import Refused, Scope
from dekkend.profiles.actions import about, adopt_version, correct, freeze_draft, publish_version
from dekkend.profiles.models import ProfileVersion
from dekkend.register.queries.closures import closed_since


@dataclass(frozen=True, slots=True)
class Who:
    """Who does it, how far they reach, on which day and at which moment they sit at the screen."""

    user: Any
    scope: Scope
    today: date
    now: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """What belongs to the step: the day of the thing itself, words, files, and of an advice what it says."""

    on: date
    text: str = ""
    files: Iterable[File] = ()
    outcome: Outcome | None = None


@transaction.atomic
def take_step(kind: Kind, site: Site, school_year: str, given: Given, who: Who) -> Step:
    """Take a step. Raises PermissionDenied for someone else's step, Refused with the reason when it is not possible."""
    case, how = hold(kind, site, school_year, who)
    return lay_down(kind, case, how, given, who)


def hold(kind: Kind, site: Site, school_year: str, who: Who) -> tuple[Case, Acting]:
    """The procedure as it stands, held until the transaction ends, for someone who may take this step."""
    held = Site.anywhere.select_for_update().get(pk=site.pk)
    how = acting_at(who.scope, held, kind, today=who.today)
    if how is None:
        raise PermissionDenied(say("Deze stap hoort bij een andere rol. U kunt wel zien hoe ver het is."))
    if day := closed_since(held.pk):
        told = say("Deze school is gesloten per {day}. Wat is vastgesteld, blijft staan.", day=say_date(day.isoformat()))
        raise Refused(told)
    return case_at(held, school_year, today=who.today), how


def lay_down(kind: Kind, case: Case, how: Acting, given: Given, who: Who) -> Step:
    """Check the step against the table and write it down. The procedure must be held."""
    refuse_when_not_possible(kind, case, given, today=who.today)
    adoption = stored(case.adoption, who.now)
    about_version = EFFECTS.get(kind, stay)(case, given, who)
    step = Step.objects.create(
        adoption=adoption,
        round=adoption.round,
        kind=kind.value,
        version=about_version,
        on=given.on,
        text=given.text.strip(),
        outcome=given.outcome.value if given.outcome else "",
        role=how.role.value,
        on_behalf_of=how.on_behalf_of.value if how.on_behalf_of else "",
        by=who.user,
        at=who.now,
    )
    for file in given.files:
        Attachment.objects.create(step=step, file=keep(file))
    go_on(adoption, kind, about_version)
    write_down(step, case.site, how, who)
    tell_about(step, case.site, today=who.today, now=who.now)
    return step


def refuse_when_not_possible(kind: Kind, case: Case, given: Given, *, today: date) -> None:
    move = PROCEDURE.move(kind)
    if case.state not in move.sources:
        raise Refused(say("Deze stap kan nu niet, want het aanbod staat op: {state}. Ververs de pagina.", state=case.state.label.lower()))
    blockers = PROCEDURE.blockers(kind, case.facts)
    if blockers:
        raise Refused(" ".join(f"{blocker.force.label}: {blocker.text}" for blocker in blockers))
    happened = {each: step.on for each, step in case.this_round.items()}
    if why := wrong_day(kind, given.on, happened=happened, today=today):
        raise Refused(why)
    if ABOUT[kind].needs_text and not given.text.strip():
        raise Refused(say("Bij deze stap hoort een tekst. Schrijf op wat u wilt vastleggen."))


def stored(adoption: Adoption, now: datetime) -> Adoption:
    """The procedure begins with its first step."""
    if adoption._state.adding:
        adoption.begun_at = now
        adoption.save(force_insert=True)
    return adoption


def go_on(adoption: Adoption, kind: Kind, version: ProfileVersion | None) -> None:
    target = State(PROCEDURE.move(kind).target)
    adoption.state = target.value
    adoption.version = version
    if target is State.DRAFT:
        adoption.round += 1
        adoption.version = None
    adoption.save(update_fields=["state", "version", "round"])


def stay(case: Case, given: Given, who: Who) -> ProfileVersion | None:
    return case.version


def freeze(case: Case, given: Given, who: Who) -> ProfileVersion:
    assert case.draft is not None  # noqa: S101 - a guard of the table sees to it
    return freeze_draft(case.draft, by=who.user, now=who.now)


def adopt(case: Case, given: Given, who: Who) -> ProfileVersion:
    return adopt_version(on_the_table(case), on=given.on, by=who.user, now=who.now)


def publish(case: Case, given: Given, who: Who) -> ProfileVersion:
    """Whoever keeps what the region offers, such as the finder, sees with the next question that it changed."""
    raise_revision([case.site.partnership_id])
    return publish_version(on_the_table(case), on=given.on, by=who.user, now=who.now)


def write_on(case: Case, given: Given, who: Who) -> ProfileVersion:
    """A new draft with the text of this version; a draft that someone began already is kept as it is."""
    version = on_the_table(case)
    if case.draft is None:
        correct(version, by=who.user, now=who.now)
    return version


def on_the_table(case: Case) -> ProfileVersion:
    assert case.version is not None  # noqa: S101 - every state but the first has one
    return case.version


EFFECTS: Mapping[Kind, Callable[[Case, Given, Who], ProfileVersion | None]] = {
    Kind.TEAM: freeze,
    Kind.ADOPT: adopt,
    Kind.PUBLISH: publish,
    Kind.RETURN: write_on,
    Kind.CORRECT: write_on,
}


def write_down(step: Step, site: Site, how: Acting, who: Who) -> None:
    details: Details = {
        "year": step.adoption.school_year,
        "step": ABOUT[Kind(step.kind)].happened,
        "role": how.told,
        "day": say_date(step.on.isoformat()),
        "number": step.version.number if step.version else 0,
    }
    to_log = partial(record, actor=who.user, subject=about(site), area=area_of_site(site), now=who.now)
    to_log(Event.ADOPTION_STEP, details=details)
