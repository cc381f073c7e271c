"""How does a region write down what its support point hears, and how does a board answer to what is said about a kind of support?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event
from dekkend.kernel.private_text import Weight, remarks_on
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Board, Partnership
from dekkend.organisations.words import Refused, Scope
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.queries.small_areas import area_problem
from dekkend.signals.actions.noting import about_region
from dekkend.signals.models import ClusterAnswer, Signal
from dekkend.signals.permissions import may_answer_in, may_write_for
from dekkend.signals.rules.checking import text_problem
from dekkend.signals.words import NO_KIND, AnswerStatus, SignalKind, SignalState

NOT_YOURS = say("Alleen het samenwerkingsverband zelf schrijft dit op.")
NOT_YOUR_BOARD = say("U antwoordt alleen voor uw eigen bestuur.")
NO_SUCH_CODE = say("Deze soort hulp staat niet in de catalogus. Kies er een uit de lijst.")
NO_ANSWER = say("Er is hier geen antwoord om in te trekken.")


@transaction.atomic
def write_note(
    partnership: Partnership,
    *,
    code: str,
    area: str,
    text: str,
    decided: Collection[str] = (),
    by: Any,
    scope: Scope,
    today: date,
    now: datetime,
) -> Signal:
    """Keep what parents ask and do not find. `area` is a PC4 or ""; `decided` are the words that the writer says are no name.

    The same holds as for a need card: what tells who a child is, is refused, and so is an area where few children live.
    """
    if not may_write_for(scope, partnership):
        raise PermissionDenied(NOT_YOURS)
    if problem := text_problem(text) or (area_problem(area) if area else ""):
        raise Refused(problem)
    if told := [each.text for each in remarks_on(text, today=today) if each.found not in decided or each.weight is Weight.REFUSED]:
        raise Refused(told[0])
    made = Signal.anywhere.create(
        partnership=partnership,
        kind=SignalKind.SUPPORT_POINT.value,
        code=code,
        area=area,
        made_on=today,
        label=name_of(code),
        text=text.strip(),
        by=by,
    )
    record(
        Event.SIGNAL_NOTED, actor=by, subject=about_region(partnership), area=Area(partnership.pk), now=now, details={"about": made.label}
    )
    return made


@transaction.atomic
def take_note_back(note: Signal, *, by: Any, scope: Scope, now: datetime) -> None:
    """A note that should not have been written counts no more. It can be put back until its term is over."""
    _turn(note, SignalState.WITHDRAWN, Event.SIGNAL_NOTE_UNDONE, by=by, scope=scope, now=now)


@transaction.atomic
def put_note_back(note: Signal, *, by: Any, scope: Scope, now: datetime) -> None:
    _turn(note, SignalState.RECEIVED, Event.SIGNAL_NOTE_RESTORED, by=by, scope=scope, now=now)


@transaction.atomic
def answer_cluster(
    partnership: Partnership, board: Board, *, code: str, area: str, text: str, status: AnswerStatus, by: Any, scope: Scope, now: datetime
) -> ClusterAnswer:
    """What this board does about a kind of support; it takes the place of its earlier answer. `area` is a PC4, "" for the region."""
    if not may_answer_in(scope, board, partnership):
        raise PermissionDenied(NOT_YOUR_BOARD)
    if load_catalogue().item(code) is None:
        raise Refused(NO_SUCH_CODE)
    if problem := text_problem(text):
        raise Refused(problem)
    Board.objects.select_for_update().get(pk=board.pk)  # of two people of one board one waits for the other
    standing = ClusterAnswer.anywhere.filter(partnership=partnership, board=board, code=code, area=area, ended_at__isnull=True)
    standing.update(ended_at=now)
    made = ClusterAnswer.anywhere.create(
        partnership=partnership, board=board, code=code, area=area, text=text.strip(), status=status.value, by=by, at=now
    )
    details = {"board": board.name, "about": name_of(code), "state": status.label.lower()}
    record(Event.CLUSTER_ANSWERED, actor=by, subject=about_region(partnership), area=Area(partnership.pk), now=now, details=details)
    return made


@transaction.atomic
def undo_cluster_answer(answer: ClusterAnswer, *, by: Any, scope: Scope, now: datetime) -> None:
    """Take the standing answer back; the one before it stands again."""
    held = ClusterAnswer.anywhere.select_for_update(of=("self",)).select_related("board", "partnership").get(pk=answer.pk)
    if not may_answer_in(scope, held.board, held.partnership):
        raise PermissionDenied(NOT_YOUR_BOARD)
    if held.ended_at is not None:
        raise Refused(NO_ANSWER)
    same = ClusterAnswer.anywhere.filter(partnership=held.partnership_id, board=held.board_id, code=held.code, area=held.area)
    before = same.filter(ended_at=held.at).exclude(pk=held.pk).order_by("-pk").first()
    ClusterAnswer.anywhere.filter(pk=held.pk).delete()
    if before is not None:
        ClusterAnswer.anywhere.filter(pk=before.pk).update(ended_at=None)
    details = {"board": held.board.name, "about": name_of(held.code)}
    subject = about_region(held.partnership)
    record(Event.CLUSTER_ANSWER_UNDONE, actor=by, subject=subject, area=Area(held.partnership_id), now=now, details=details)


def name_of(code: str) -> str:
    item = load_catalogue().item(code)
    return item.label if item else NO_KIND


def _turn(note: Signal, state: SignalState, event: Event, *, by: Any, scope: Scope, now: datetime) -> None:
    held = Signal.anywhere.select_for_update(of=("self",)).select_related("partnership").get(pk=note.pk)
    if held.kind != SignalKind.SUPPORT_POINT.value or not may_write_for(scope, held.partnership):
        raise PermissionDenied(NOT_YOURS)
    if held.state == state.value:
        return
    held.state = state.value
    held.save(update_fields=["state"])
    subject = about_region(held.partnership)
    record(event, actor=by, subject=subject, area=Area(held.partnership_id), now=now, details={"about": held.label or NO_KIND})
