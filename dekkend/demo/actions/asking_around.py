"""What do made-up schools ask each other, and what do they answer? Through the same actions as everyone uses. Twice does no harm."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from dekkend.accounts.models import User
from dekkend.demo.gateways.files import asked_around
from dekkend.needcards.actions.caring import settle
from dekkend.needcards.actions.doing import Who
from dekkend.needcards.actions.ending import close
from dekkend.needcards.actions.replying import reply
from dekkend.needcards.actions.sending import send
from dekkend.needcards.actions.writing import choose, write
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import Asked, Outcome
from dekkend.needcards.words.facts import Answered, Written
from dekkend.organisations.models import Membership, Partnership, Site
from dekkend.organisations.queries import scope_of
from dekkend.organisations.rules.terms import end_of_role
from dekkend.organisations.words import Role


@transaction.atomic
def ask_around(region: Partnership, *, today: date, now: datetime) -> None:
    """Make the people who answer, then every card of the file with its answers."""
    if NeedCard.anywhere.filter(site__partnership=region).exists():
        return
    told = asked_around()
    for row in told["people"]:
        user = User.objects.filter(email=row["email"]).first() or User.objects.create_user(row["email"], None, name=row["name"])
        role = {"user": user, "role": Role.COORDINATOR.value, "site": school(region, row)}
        Membership.anywhere.get_or_create(**role, defaults={"ends_on": end_of_role(today)})
    for row in told["cards"]:
        _ask(region, row, today=today, now=now)
    settle(today=today, now=now)


def _ask(region: Partnership, row: dict[str, Any], *, today: date, now: datetime) -> None:
    site, asked_on = school(region, row), today - timedelta(row["days_ago"])
    who = someone(site, row["days_ago"], today=today, now=now)
    by = asked_on + timedelta(row["answer_days"])
    contact = f"{who.user.name}, {who.user.email}"
    card = write(site, Written(Asked(row["asked"]), row["age"], tuple(row["codes"]), row["text"], by, contact), who)
    keys = Site.anywhere.filter(partnership=region, name__in=row["schools"]).values_list("pk", flat=True)
    choose(card, [], list(keys), who)
    send(card, frozenset(), who)
    for each in row["replies"]:
        answering = school(region, each)
        inquiry = Inquiry.anywhere.select_related("card__site", "site").get(card=card, site=answering)
        them = someone(answering, each["days_ago"], today=today, now=now)
        reply(inquiry, Answered(each["reply"], each["text"], tuple(each.get("reasons", ())), f"{them.user.name}, {them.user.email}"), them)
    if "outcome" in row:
        close(card, Outcome(row["outcome"]), None, someone(site, row["closed_days_ago"], today=today, now=now))


def school(region: Partnership, row: dict[str, Any]) -> Site:
    return Site.anywhere.get(partnership=region, name=row["school"])


def someone(site: Site, days_ago: int, *, today: date, now: datetime) -> Who:
    """The coordinator of this school, so many days ago. How far they reach is asked of today: nobody's role began before."""
    found = Membership.anywhere.filter(site=site, role=Role.COORDINATOR.value).select_related("user").order_by("pk")[0]
    return Who(found.user, scope_of(found.user, today), today - timedelta(days_ago), now - timedelta(days_ago))
