"""How is what happened to a signal written down, and to whom is it told?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse

from dekkend.audit.actions import record
from dekkend.audit.words import Event, Subject, SubjectKind
from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient
from dekkend.organisations.models import Partnership, Site
from dekkend.organisations.queries import area_of_site, people_at
from dekkend.organisations.words import Role
from dekkend.signals.models import Signal, SignalStep
from dekkend.signals.words import SignalState


def site_of(signal: Signal) -> Site:
    """The school of a report; the database sees to it that there is one."""
    assert signal.site is not None  # noqa: S101
    return signal.site


def note(event: Event, signal: Signal, *, by: Any, now: datetime, **details: str) -> None:
    """One line in the log of the region; never what was written, or an address."""
    site = site_of(signal)
    subject = Subject(SubjectKind.SIGNAL, str(signal.pk), say("melding {number} over {school}", number=signal.pk, school=site.name))
    record(event, actor=by, subject=subject, area=area_of_site(site), now=now, details=details)


def about_region(partnership: Partnership) -> Subject:
    return Subject(SubjectKind.REGION, str(partnership.pk), partnership.name)


def about_school(site: Site) -> Subject:
    return Subject(SubjectKind.SITE, str(site.pk), site.name)


def tell_school(notice: Notice, signal: Signal, roles: tuple[Role, ...], day: date, *, today: date, now: datetime) -> int:
    """One mail to each of these people of the school or its board, and no second one within the hour; returns how many are new.

    So it leads to the list, where everything of that hour stands.
    """
    site = site_of(signal)
    values = {"school": site.name, "day": say_date(day.isoformat())}
    link, occasion = reverse("signals:inbox"), f"signals-{site.pk}-{now:%Y%m%d%H}"
    return tell(notice, people_at(site, roles, today), about=occasion, now=now, link=link, values=values, area=area_of_site(site))


def tell_sender(signal: Signal, step: SignalStep, link: str, *, now: datetime) -> None:
    """Only when the sender gave an address, and for this alone."""
    if not signal.email:
        return
    site, about = site_of(signal), occasion_of(step.pk)
    recipients, values = [Recipient(signal.email)], {"school": site.name}
    tell(Notice.SIGNAL_ANSWERED, recipients, about=about, now=now, link=link, values=values, area=area_of_site(site))


def occasion_of(step_id: int) -> str:
    """By what the mail about one step is known, so that it can be forgotten with the report."""
    return f"signal-step-{step_id}"


def lay_step(signal: Signal, state: SignalState, answer: str, *, by: Any, now: datetime) -> SignalStep:
    """Write down that the signal stands otherwise from now on; `signal` itself is saved by the caller."""
    before, signal.state = signal.state, state.value
    return SignalStep.anywhere.create(signal=signal, before=before, state=state.value, answer=answer, by=by, at=now)
