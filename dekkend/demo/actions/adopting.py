"""How do made-up schools come to stand in different steps of adopting their offer? Through the same actions as everyone uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from dekkend.adoption.actions.advising import Replied, Written, give_advice, react
from dekkend.adoption.actions.taking import Given, Who, take_step
from dekkend.adoption.models import Adoption, Advice
from dekkend.adoption.words.procedure import ABOUT, Answer, Kind, Outcome
from dekkend.demo.gateways.adoptions import on_the_way
from dekkend.demo.gateways.files import story
from dekkend.demo.words.adoptions import OnTheWay, TakenStep
from dekkend.organisations.models import Membership, Site
from dekkend.organisations.words import LEVEL_OF, Grant, Level, Role, Scope
from dekkend.profiles.actions import confirm, make_draft, overrule, take_over
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.queries import findings_of
from dekkend.profiles.rules.differences import differences
from dekkend.profiles.rules.items import items
from dekkend.profiles.words.findings import Severity

LOOKED_AT = "Nagekeken bij het maken van de demo."
SIGNED = ("advised_on", "advised_by", "adopted_on", "adopted_by")  # what the form asks for, and what has not happened yet


def first_rounds() -> set[tuple[str, str]]:
    """The site code and year of offers that are not public yet, because they are still on their way."""
    return {(story().region.school(each.school).brin6, each.year) for each in on_the_way() if not each.changes}


def put_on_the_way(*, today: date, now: datetime) -> int:
    """Take the steps of every school in the file; those that were taken before are left alone. Returns how many schools are new."""
    return sum(go_along(each, Site.anywhere.get(name=each.school), today=today, now=now) for each in on_the_way())


@transaction.atomic
def go_along(told: OnTheWay, site: Site, *, today: date, now: datetime) -> bool:
    if Adoption.anywhere.filter(site=site, school_year=told.year).exists():
        return False
    if not told.changes:
        first_draft(site, told.year, today=today, now=now)
    for step in told.steps:
        if step.kind == Kind.TEAM.value:
            finish(ProfileDraft.anywhere.get(site=site, school_year=told.year, closed_at__isnull=True), told.changes, today=today, now=now)
        take(step, site, told.year, today=today, now=now)
    return True


def first_draft(site: Site, year: str, *, today: date, now: datetime) -> None:
    profile = story().profiles[site.brin6, year]
    signed = {**profile["values"]["adoption"], **dict.fromkeys(SIGNED)}
    values = {**profile["values"], "adoption": signed}
    make_draft(site, profile | {"values": values}, evidence={}, source=None, made_by=None, now=now)


def finish(draft: ProfileDraft, changes: Mapping[str, Any], *, today: date, now: datetime) -> None:
    """Write the changes, confirm every answer, and set serious findings aside: then the draft can be handed in."""
    if changes:
        told = {**draft.values, **changes}
        chosen = [each.path for each in differences(load_template(draft.template), draft.values, told, {})]
        draft = take_over(draft, chosen, told, {}, by=None, now=now)
    confirm(draft, [item.path for item in items(load_template(draft.template), draft.values)], by=None, now=now)
    for finding in findings_of(draft, today=today).open:
        if finding.severity is Severity.SERIOUS:
            overrule(draft, finding.key, LOOKED_AT, by=None, now=now)


def take(step: TakenStep, site: Site, year: str, *, today: date, now: datetime) -> None:
    kind = Kind(step.kind)
    who = whoever(ABOUT[kind].roles[0], site, today=today, now=now)
    given = Given(today - timedelta(step.days_ago), step.text)
    if kind is Kind.ADVISE:
        labels = {item.path: item.label for item in items(load_template("haaglanden"))}
        remarks = [(path, labels[path], text) for path, text in step.remarks]
        give_advice(site, year, Written(Outcome(step.outcome).value, step.text, remarks), given, who)
    elif kind is Kind.REACT:
        react(site, year, *replies(step, site, year), given, who)
    else:
        take_step(kind, site, year, given, who)


def replies(step: TakenStep, site: Site, year: str) -> tuple[Replied, dict[int, Replied]]:
    whole, *others = [Replied(Answer(answer), why) for answer, why in step.answers]
    remarks = Advice.anywhere.get(adoption__site=site, adoption__school_year=year).remarks.all()
    return whole, {remark.pk: reply for remark, reply in zip(remarks, others, strict=True)}


def whoever(role: Role, site: Site, *, today: date, now: datetime) -> Who:
    """The person of the demo who has this role there; at a school without one nobody, with the reach of that role."""
    level = LEVEL_OF[role]
    place = site.pk if level is Level.SITE else site.board_id
    found = Membership.anywhere.filter(role=role.value, **{f"{level.value}_id": place}).select_related("user").first()
    return Who(found.user if found else None, Scope(None, (Grant(role, place, str(site)),)), today, now)
