"""How does a visitor without an account report that something is not right, and take that back?"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dekkend.audit.words import Event
from dekkend.kernel.sentences import say
from dekkend.notices.words import Notice
from dekkend.organisations.models import Site
from dekkend.organisations.words import Refused, Role
from dekkend.signals.actions.noting import lay_step, note, tell_school
from dekkend.signals.gateways.hiding import hidden_school, hidden_sender, hidden_stamp, hidden_voice, seconds_since
from dekkend.signals.gateways.terms import terms_in_force
from dekkend.signals.models import Signal, Turn
from dekkend.signals.queries.about import reader_of
from dekkend.signals.rules.checking import PER_SCHOOL, PER_SENDER, text_problem
from dekkend.signals.rules.terms import answer_by
from dekkend.signals.words import OPEN, OWNERS, About, Reader, SignalKind, SignalState

FROM_HERE = say("Vanaf uw netwerk zijn vandaag al veel meldingen gedaan. Probeer het morgen weer, of bel of mail de school.")
FOR_SCHOOL = say("Deze school kreeg vandaag al veel meldingen. Probeer het morgen weer, of bel of mail de school.")
NOBODY = say("Bij deze school leest nog niemand meldingen. Bel of mail de school zelf.")
SENT_ALREADY = say("Deze melding is al verstuurd. Wilt u nog iets anders melden, schrijf dat dan hier en verstuur het opnieuw.")
NOT_OPEN = say("Deze melding is al afgehandeld. Er is niets veranderd.")


def take_turn(site: Site, address: str, *, today: date) -> None:
    """Count that something is sent from this network address to this school today. Raises Refused when it is too often.

    The address itself is kept nowhere, see `Turn`. In a transaction of its own: what is refused later still counts.
    """
    if _counted(hidden_sender(address, today), today) > PER_SENDER:
        raise Refused(FROM_HERE)
    if _counted(hidden_school(site.pk, today), today) > PER_SCHOOL:
        raise Refused(FOR_SCHOOL)


@transaction.atomic
def send_in(site: Site, about: About, given: Mapping[str, str], address: str, *, today: date, now: datetime) -> Signal:
    """Take in what a visitor filled in (`given`: text, email, begun), each opened form once. Raises Refused.

    All that this visitor says on one day about this school reaches the school, but the figures of the region count the first alone.
    """
    stamped = given["begun"]
    opened_on = timezone.localdate(now - timedelta(seconds=seconds_since(stamped, now) or 0))
    if _counted(hidden_stamp(stamped), opened_on + timedelta(days=1)) > 1:  # kept as long as a form may stand open
        raise Refused(SENT_ALREADY)
    signal = report(site, about, given["text"], given["email"], today=today, now=now)
    if _counted(hidden_voice(address, site.pk, today), today) > 1:
        signal.repeated = True
        signal.save(update_fields=["repeated"])
    return signal


@transaction.atomic
def report(site: Site, about: About, text: str, email: str, *, today: date, now: datetime) -> Signal:
    """Take a report in and tell the school, or its board when nobody of the school can log in. Raises Refused.

    `email` is "" or where the sender wants the answer; it is used for nothing else.
    """
    tidy = text.strip()
    if problem := text_problem(tidy):
        raise Refused(problem)
    reader = reader_of(site, today=today)
    if reader is Reader.NOBODY:
        raise Refused(NOBODY)
    signal = Signal.anywhere.create(
        partnership_id=site.partnership_id,
        site=site,
        kind=SignalKind.CORRECTION.value,
        code=about.code,
        area=site.postcode[:4],
        made_on=today,
        school_year=about.school_year,
        number=about.number,
        path=about.path,
        label=about.label,
        quote="\n".join(part for part in (about.sentence, about.source) if part),
        text=tidy,
        email=email,
        nonce=secrets.token_urlsafe(32),
        board_told_on=today if reader is Reader.BOARD else None,
    )
    if reader is Reader.BOARD:
        tell_school(Notice.SIGNAL_TO_BOARD, signal, (Role.BOARD,), today, today=today, now=now)
    else:
        tell_school(Notice.SIGNAL_RECEIVED, signal, OWNERS, answer_by(today, terms_in_force()), today=today, now=now)
    note(Event.SIGNAL_RECEIVED, signal, by=None, now=now, about=about.label)
    return signal


@transaction.atomic
def withdraw(signal: Signal, *, today: date, now: datetime) -> None:
    """The sender takes the report back: text and address are gone at once, and nobody can bring them back. Raises Refused."""
    held = Signal.anywhere.select_for_update(of=("self",)).select_related("site").get(pk=signal.pk)
    if held.status not in OPEN:
        raise Refused(NOT_OPEN)
    lay_step(held, SignalState.WITHDRAWN, "", by=None, now=now)
    held.text, held.email, held.closed_on, held.wiped_on = "", "", today, today
    held.save(update_fields=["state", "text", "email", "closed_on", "wiped_on"])
    note(Event.SIGNAL_WITHDRAWN, held, by=None, now=now)


@transaction.atomic
def _counted(key: str, day: date) -> int:
    Turn.objects.get_or_create(day=day, key=key)
    Turn.objects.filter(day=day, key=key).update(count=F("count") + 1)
    return Turn.objects.get(day=day, key=key).count
