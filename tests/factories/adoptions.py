"""How does a test get an offer that is on its way to being adopted? Named after the situation."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.adoption.actions.advising import Replied, Written, give_advice, react
from dekkend.adoption.actions.taking import Given, Who, take_step
from dekkend.adoption.words.procedure import Answer, Kind, Outcome
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Membership, Site
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import LEVEL_OF, Level, Role
from dekkend.profiles.actions import confirm, make_draft, overrule
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.queries import findings_of
from dekkend.profiles.words.findings import Severity
from tests.corpus.school import vuursprot

TODAY = timezone.localdate()
YEAR = str(SchoolYear.of(TODAY))
ROLES = (Role.DIRECTOR, Role.COORDINATOR, Role.COUNCIL, Role.BOARD, Role.ADVISER)


def people_of(site: Site) -> dict[Role, User]:
    """Someone in each role that has a part in the procedure."""
    return {role: someone(role, site) for role in ROLES}


def someone(role: Role, site: Site) -> User:
    user = User.objects.create_user(f"{role.value}{User.objects.count()}@zilverkust.example", "goed-wachtwoord", name=f"Sanne {role.label}")
    level = LEVEL_OF[role]
    Membership.objects.create(user=user, role=role.value, **{level.value: site if level is Level.SITE else getattr(site, level.value)})
    return user


def who(user: User, today: date = TODAY) -> Who:
    return Who(user, scope_of(user, today), today, timezone.now())


def a_draft(site: Site, year: str = YEAR, **values: Any) -> ProfileDraft:
    """A draft in which every answer is confirmed and no serious finding is open."""
    profile = vuursprot() | {"school_year": year, "site": site.brin6}
    profile["values"] = {**profile["values"], **values}
    draft = make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now())
    return ready(draft)


def ready(draft: ProfileDraft) -> ProfileDraft:
    confirm(draft, list(draft.standing), by=None, now=timezone.now())
    for finding in findings_of(draft, today=TODAY).open:
        if finding.severity is Severity.SERIOUS:
            overrule(draft, finding.key, "Nagekeken, dit klopt.", by=None, now=timezone.now())
    draft.refresh_from_db()
    return draft


def go(people: dict[Role, User], site: Site, *kinds: Kind, year: str = YEAR, on: date | None = None) -> None:
    """Take these steps, each by someone whose step it is."""
    actors = {
        Kind.TEAM: Role.COORDINATOR,
        Kind.PUPILS: Role.COORDINATOR,
        Kind.ASK: Role.DIRECTOR,
        Kind.TALK: Role.BOARD,
        Kind.ADOPT: Role.BOARD,
        Kind.PUBLISH: Role.DIRECTOR,
        Kind.DELIVER: Role.DIRECTOR,
        Kind.RETURN: Role.BOARD,
        Kind.CORRECT: Role.DIRECTOR,
    }
    for kind in kinds:
        take_step(kind, site, year, Given(on or TODAY, "Kinderen schreven op kaartjes wat helpt."), who(people[actors[kind]]))


def asked(people: dict[Role, User], site: Site, *, year: str = YEAR, on: date | None = None) -> None:
    """Up to and with the question to the council."""
    go(people, site, Kind.TEAM, Kind.PUPILS, Kind.ASK, year=year, on=on)


def advised(
    people: dict[Role, User], site: Site, outcome: Outcome, text: str = "", *remarks: tuple[str, str, str], on: date | None = None
) -> None:
    give_advice(site, YEAR, Written(outcome.value, text, remarks), Given(on or TODAY), who(people[Role.COUNCIL]))


def reacted(people: dict[Role, User], site: Site, answer: Answer, *, keys: tuple[int, ...] = (), why: str = "Wij missen het geld.") -> None:
    whole = Replied(answer, why)
    react(site, YEAR, whole, {key: Replied(answer, why) for key in keys}, Given(TODAY, "Dank voor uw advies."), who(people[Role.BOARD]))


def days_ago(number: int) -> date:
    return TODAY - timedelta(days=number)
