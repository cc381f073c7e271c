"""What did the made-up region write for all its schools, ask of them and remind them of? Twice does no harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dekkend.accounts.models import User
from dekkend.adoption.actions.campaign import remind_schools, set_round
from dekkend.adoption.actions.taking import Who
from dekkend.coverage.actions.choosing import choose_settings
from dekkend.coverage.words import USUAL
from dekkend.demo.gateways.files import told_round
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.queries import scope_of
from dekkend.profiles.actions.fixed_text import judge_wording, set_fixed_text, tell_own_wording
from dekkend.profiles.actions.questions import add_from_school, ask
from dekkend.profiles.models import FixedText
from dekkend.profiles.queries.fixed_text import in_force
from dekkend.profiles.words.fixed_text import Verdict
from dekkend.publishing.actions.support_point import set_support_point


@transaction.atomic
def go_round(region: Partnership, *, by: User, today: date, now: datetime) -> None:
    """Lay down fixed texts, the days of the round, own wordings with a verdict, questions with answers, and reminders."""
    if FixedText.anywhere.filter(partnership=region).exists():
        return
    told, who = told_round(), Who(by, scope_of(by, today), today, now)
    year, chosen = told["round"]["year"], told["round"]
    for row in told["fixed_texts"]:
        set_fixed_text(region, row["year"], row["section"], row["text"], effective_on=row["effective_on"], by=by, now=now)
    near = tuple((domain, float(told["near"])) for domain, _ in USUAL.radii)
    choose_settings(region, replace(USUAL, radii=near), by=by, scope=who.scope, now=now)
    set_support_point(region, told["support_point"], by=by, scope=who.scope, now=now)
    set_round(region, year, chosen["opens_on"], chosen["deadline"], who)
    for row in told["own_wordings"]:
        _propose(school(region, row), year, row, by=by, now=now)
    for row in told["questions"]:
        _ask(school(region, row), year, row, by=by, now=now)
    reminded = Site.anywhere.filter(partnership=region, name__in=told["reminded"])
    remind_schools(region, year, reminded.values_list("pk", flat=True), who)


def school(region: Partnership, row: dict[str, Any]) -> Site:
    return Site.anywhere.get(partnership=region, name=row["school"])


def _propose(site: Site, year: str, row: dict[str, Any], *, by: User, now: datetime) -> None:
    fixed = in_force(site.partnership_id, year, today=now.date()).get(row["section"])
    if fixed is None or row["change"][0] not in fixed.text:
        return  # on a machine whose clock is before the story
    wording = tell_own_wording(site, year, row["section"], fixed.text.replace(*row["change"]), by=None, now=now)
    if "verdict" in row:
        judge_wording(wording, Verdict(row["verdict"]), row["reason"], by=by, now=now)


def _ask(site: Site, year: str, row: dict[str, Any], *, by: User, now: datetime) -> None:
    question = ask(site, year, row["path"], row["label"], row["asked"], by=by, now=now)
    if "answered" in row:
        add_from_school(question, row["answered"], by=None, now=now)
