"""How does a test get a report of a visitor, a note of the support point, and schools that said no? Named after the situation."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.words import Grant, Role, Scope
from dekkend.signals.actions import add_from_need_card
from dekkend.signals.actions.hearing import answer_cluster, write_note
from dekkend.signals.actions.reporting import report
from dekkend.signals.models import ClusterAnswer, Signal
from dekkend.signals.queries.about import about, version_of
from dekkend.signals.queries.reports import link_of
from dekkend.signals.words import AnswerStatus
from tests.factories.ground import a_large_area

AUTISM = "expertise.autism"
WRONG = "Mijn buurvrouw werkt hier niet meer, dus dit klopt niet."
PLAN = "Wij beginnen na de herfstvakantie met een taalklas."
ASKED = "Ouders zoeken een school met een lift en vinden er geen."


def a_report(site: Site, year: str, path: str = AUTISM, *, text: str = WRONG, email: str = "", on: date | None = None) -> Signal:
    """A report about the public page of this year, at a school where someone can read it."""
    today = on or timezone.localdate()
    version = version_of(site.brin6, year, today=timezone.localdate())
    assert version is not None, "make the offer public first"
    return report(site, about(version, path, today=today), text, email, today=today, now=timezone.now())


def token_of(signal: Signal) -> str:
    return link_of(signal)


def works_for(region: Partnership) -> Scope:
    return Scope(None, (Grant(Role.ADVISER, region.pk, region.name),))


def sits_in_board(site: Site) -> Scope:
    return Scope(None, (Grant(Role.BOARD, site.board_id, site.board.name),))


def a_note(region: Partnership, code: str = AUTISM, *, area: str = "", text: str = ASKED, **other: Any) -> Signal:
    given = {"by": None, "scope": works_for(region), "today": timezone.localdate(), "now": timezone.now()} | other
    if area:
        a_large_area(area)
    return write_note(region, code=code, area=area, text=text, **given)


def a_cluster_answer(site: Site, code: str = AUTISM, *, area: str = "", text: str = PLAN, **other: Any) -> ClusterAnswer:
    """What the board of this school answers about a kind of support."""
    given = {"status": AnswerStatus.PLANNED, "by": None, "scope": sits_in_board(site), "now": timezone.now()} | other
    return answer_cluster(site.partnership, site.board, code=code, area=area, text=text, **given)


def said_no(region: Partnership, times: int, code: str = AUTISM, *, area: str = "9999", reason: str = "full") -> list[int]:
    """So many schools said no to a need card; their numbers."""
    return [add_from_need_card(region, code=code, area=area, reason=reason, today=timezone.localdate()) for _ in range(times)]
