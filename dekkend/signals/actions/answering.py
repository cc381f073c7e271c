"""How does a school read a report and answer it, put aside what is none, and take that back?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from dekkend.audit.actions import record_read
from dekkend.audit.words import Event, Subject, SubjectKind
from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.sentences import say
from dekkend.organisations.queries import area_of_site
from dekkend.organisations.words import Refused, Scope
from dekkend.signals.actions.noting import lay_step, note, site_of, tell_sender
from dekkend.signals.models import Signal, SignalStep
from dekkend.signals.permissions import require_reading
from dekkend.signals.queries.reports import link_of
from dekkend.signals.rules.checking import NUMBER
from dekkend.signals.words import ANSWERS, OPEN, SignalState

CLOSED = say("Op deze melding is al geantwoord. Zet het antwoord eerst terug als u het wilt veranderen.")
NOT_OPEN = say("Deze melding is al afgehandeld. Laad de pagina opnieuw.")
NOTHING = say("Er is hier niets om terug te zetten.")
WIPED = say("De bewaartermijn van deze melding is voorbij: de tekst is gewist. Er is niets veranderd.")
NO_TEXT = say("Schrijf een antwoord. Wie het meldde, leest alleen wat u hier schrijft.")


@transaction.atomic
def see(signal: Signal, *, by: Any, scope: Scope, now: datetime) -> Signal:
    """Someone opens the report: that is written down, and the first time its sender sees that it was read. Raises PermissionDenied."""
    held = hold(signal, scope)
    if held.status is SignalState.RECEIVED:
        lay_step(held, SignalState.READ, "", by=by, now=now)
        held.save(update_fields=["state"])
    subject = Subject(SubjectKind.SIGNAL, str(held.pk), say("melding {number} over {school}", number=held.pk, school=site_of(held).name))
    record_read(Event.SIGNAL_SEEN, actor=by, subject=subject, area=area_of_site(site_of(held)), now=now)
    return held


@transaction.atomic
def answer(signal: Signal, state: SignalState, text: str, *, by: Any, scope: Scope, today: date, now: datetime) -> Signal:
    """Close a report with an answer; its sender sees it at once, and gets a mail when there is an address.

    `state` is one of ANSWERS. Raises PermissionDenied or Refused.
    """
    held = hold(signal, scope)
    if held.status not in OPEN:
        raise Refused(CLOSED)
    if state not in ANSWERS or not text.strip():
        raise Refused(NO_TEXT)
    if find_bsn(text):
        raise Refused(NUMBER)
    step = lay_step(held, state, text.strip(), by=by, now=now)
    held.closed_on = today
    held.save(update_fields=["state", "closed_on"])
    tell_sender(held, step, reverse("signals:status", args=[link_of(held)]), now=now)
    note(Event.SIGNAL_ANSWERED, held, by=by, now=now, state=state.label.lower())
    return held


@transaction.atomic
def set_aside(signal: Signal, *, by: Any, scope: Scope, today: date, now: datetime) -> Signal:
    """It is no report but advertising or abuse: it counts nowhere, and goes with its text when the term is over."""
    held = hold(signal, scope)
    if held.status not in OPEN:
        raise Refused(NOT_OPEN)
    lay_step(held, SignalState.SPAM, "", by=by, now=now)
    held.closed_on = today
    held.save(update_fields=["state", "closed_on"])
    note(Event.SIGNAL_SPAM, held, by=by, now=now)
    return held


@transaction.atomic
def undo(signal: Signal, *, by: Any, scope: Scope, now: datetime) -> Signal:
    """Take back an answer or the setting aside: the report is open again. That it was read stays so. Raises Refused."""
    held = hold(signal, scope)
    if held.wiped_on is not None:
        raise Refused(WIPED)
    last = SignalStep.anywhere.filter(signal=held, undone=False).order_by("-at", "-pk").first()
    if last is None or held.status in OPEN:
        raise Refused(NOTHING)
    SignalStep.anywhere.filter(pk=last.pk).update(undone=True)
    held.state, held.closed_on = last.before, None
    held.save(update_fields=["state", "closed_on"])
    note(Event.SIGNAL_UNDONE, held, by=by, now=now, state=held.status.label.lower())
    return held


def hold(signal: Signal, scope: Scope) -> Signal:
    """The row itself, held until the transaction ends, for someone who may read it."""
    held = Signal.anywhere.select_for_update(of=("self",)).select_related("site").get(pk=signal.pk)
    require_reading(scope, held)
    return held
