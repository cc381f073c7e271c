"""Who is reminded of a report without an answer, and which texts and addresses go because their term is over?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event
from dekkend.notices.actions import forget_about
from dekkend.notices.words import Notice
from dekkend.organisations.queries import area_of_site
from dekkend.organisations.words import Role
from dekkend.signals.actions.noting import about_region, about_school, note, occasion_of, tell_school
from dekkend.signals.models import Signal, SignalStep, Turn
from dekkend.signals.rules.terms import answer_by, board_before, closed_before, lapsed_before, reminded_before
from dekkend.signals.words import OPEN, OWNERS, SignalKind, SignalState, Terms

MOST = 500  # in one go: of reminders the rest comes the next time, of wiping at once


def remind(terms: Terms, *, today: date, now: datetime) -> int:
    """Remind schools once of what waits. Returns how many mails are new; doing it twice on a day does no harm."""
    waiting = open_reports().filter(made_on__lte=reminded_before(today, terms), reminded_on__isnull=True, board_told_on__isnull=True)
    return sum(_remind(signal, terms, today=today, now=now) for signal in waiting[:MOST])


def tell_boards(terms: Terms, *, today: date, now: datetime) -> int:
    """From now on the boards of these schools read along. Returns how many reports that are."""
    silent = open_reports().filter(made_on__lte=board_before(today, terms), board_told_on__isnull=True)
    return sum(_tell_board(signal, today=today, now=now) for signal in silent[:MOST])


def wipe(terms: Terms, *, today: date, now: datetime) -> int:
    """Empty the text, the answer and the address of what was closed long enough ago, and of what nobody ever answered. Returns how many."""
    kept = Signal.anywhere.filter(wiped_on__isnull=True).exclude(kind=SignalKind.NO_ANSWER.value)
    done = kept.filter(closed_on__lte=closed_before(today, terms))
    lapsed = kept.filter(closed_on__isnull=True, made_on__lte=lapsed_before(today, terms))
    return sum(iter(lambda: _wipe(done, today=today, now=now), 0)) + sum(iter(lambda: _wipe(lapsed, today=today, now=now), 0))


def forget_turns(*, today: date) -> int:
    """Yesterday's counts of who sent how much are of no use any more."""
    return Turn.objects.filter(day__lt=today).delete()[0]


def open_reports() -> QuerySet[Signal]:
    found = Signal.anywhere.filter(kind=SignalKind.CORRECTION.value, state__in=[state.value for state in OPEN], wiped_on__isnull=True)
    return found.select_related("site").order_by("pk")


@transaction.atomic
def _remind(signal: Signal, terms: Terms, *, today: date, now: datetime) -> int:
    Signal.anywhere.filter(pk=signal.pk).update(reminded_on=today)
    return tell_school(Notice.SIGNAL_WAITING, signal, OWNERS, answer_by(signal.made_on, terms), today=today, now=now)


@transaction.atomic
def _tell_board(signal: Signal, *, today: date, now: datetime) -> int:
    if not Signal.anywhere.filter(pk=signal.pk, board_told_on__isnull=True).update(board_told_on=today):
        return 0
    tell_school(Notice.SIGNAL_TO_BOARD, signal, (Role.BOARD,), signal.made_on, today=today, now=now)
    note(Event.SIGNAL_ESCALATED, signal, by=None, now=now)
    return 1


@transaction.atomic
def _wipe(over: QuerySet[Signal], *, today: date, now: datetime) -> int:
    signals = list(over.select_related("site", "partnership").order_by("partnership_id", "site_id", "pk")[:MOST])
    for signal in signals:
        signal.text, signal.email, signal.wiped_on = "", "", today
        if signal.kind == SignalKind.CORRECTION.value and signal.status in OPEN:
            signal.state, signal.closed_on = SignalState.LAPSED.value, today
    Signal.anywhere.bulk_update(signals, ["text", "email", "wiped_on", "state", "closed_on"], batch_size=100)
    steps = SignalStep.anywhere.filter(signal__in=[signal.pk for signal in signals])
    forget_about(Notice.SIGNAL_ANSWERED, [occasion_of(key) for key in steps.values_list("pk", flat=True)])
    steps.exclude(answer="").update(answer="")
    for _, some in groupby(signals, key=lambda signal: (signal.partnership_id, signal.site_id)):
        _note_wiped(list(some), now=now)
    return len(signals)


def _note_wiped(signals: Iterable[Signal], *, now: datetime) -> None:
    all_ = list(signals)
    first = all_[0]
    subject, area = (
        (about_school(first.site), area_of_site(first.site))
        if first.site
        else (about_region(first.partnership), Area(first.partnership_id))
    )
    record(Event.SIGNALS_WIPED, actor=None, subject=subject, area=area, now=now, details={"count": len(all_)})
