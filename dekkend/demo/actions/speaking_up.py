"""What did visitors, the support point and schools of the made-up region say about the offer? Twice does no harm."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from dekkend.accounts.models import User
from dekkend.demo.gateways.files import said_about_offers
from dekkend.organisations.models import Board, Membership, Partnership, Site
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.profiles.queries import public_version
from dekkend.signals.actions import add_from_need_card, count_unknown
from dekkend.signals.actions.answering import answer, see, set_aside
from dekkend.signals.actions.hearing import answer_cluster, write_note
from dekkend.signals.actions.reporting import report
from dekkend.signals.models import Signal
from dekkend.signals.queries.about import about
from dekkend.signals.words import AnswerStatus, SignalKind, SignalState


@transaction.atomic
def speak_up(region: Partnership, *, by: User, today: date, now: datetime) -> None:
    """Lay down reports with what was done with them, notes, refusals, an answer of a board, and words that nobody understood."""
    if Signal.anywhere.filter(partnership=region, kind=SignalKind.CORRECTION.value).exists():
        return
    told = said_about_offers()
    for row in told["reports"]:
        _report(Site.anywhere.get(partnership=region, name=row["school"]), row, today=today, now=now)
    for row in told["notes"]:
        given = {"code": row["code"], "area": row.get("area", ""), "text": row["text"], "today": today - timedelta(row["days_ago"])}
        write_note(region, **given, by=by, scope=scope_of(by, today), now=now)
    for row in told["answers"]:
        _answer(region, row, today=today, now=now)
    _count(region, told, today=today)


def _count(region: Partnership, told: dict[str, Any], *, today: date) -> None:
    """What has no words: a "no" on need cards, and stems that the finder did not understand."""
    refusals = [row for row in told["refusals"] for _ in range(row["times"])]
    for row in refusals:
        add_from_need_card(region, code=row["code"], area=row["area"], reason=row["reason"], today=today)
    for stem in [row["stem"] for row in told["words"] for _ in range(row["times"])]:
        count_unknown([stem])


def _report(site: Site, row: dict[str, Any], *, today: date, now: datetime) -> None:
    on = today - timedelta(row["days_ago"])
    version = public_version(site.brin6, today=today)
    if version is None:
        return  # on a machine whose clock is before the story
    signal = report(site, about(version, row["path"], today=today), row["text"], "", today=on, now=now)
    who = _someone(Role.COORDINATOR, today, site=site)
    given: dict[str, Any] = {"by": who, "scope": scope_of(who, today), "now": now}
    if row.get("spam"):
        set_aside(signal, today=on, **given)
    if row.get("read") or "answer" in row:
        see(signal, **given)
    if "answer" in row:
        answer(signal, SignalState(row["state"]), row["answer"], today=today, **given)


def _answer(region: Partnership, row: dict[str, Any], *, today: date, now: datetime) -> None:
    board = Board.objects.get(number=row["board"])
    who = _someone(Role.BOARD, today, board=board)
    given: dict[str, Any] = {"by": who, "scope": scope_of(who, today), "now": now}
    answer_cluster(region, board, code=row["code"], area="", text=row["text"], status=AnswerStatus(row["status"]), **given)


def _someone(role: Role, today: date, **place: Site | Board) -> User:
    """The person of the demo who has this role there."""
    membership: Membership = Membership.anywhere.select_related("user").get(role=role.value, **place)
    return membership.user
