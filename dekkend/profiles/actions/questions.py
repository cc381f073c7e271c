"""How does a region ask a school something about its offer, and how is that answered and closed?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.words import Event
from dekkend.kernel.sentences import say
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site, people_at
from dekkend.organisations.words import Refused, Role
from dekkend.profiles.actions.journaling import about
from dekkend.profiles.actions.refusing import refuse_numbers
from dekkend.profiles.models import Question, Saying
from dekkend.profiles.words.questions import QuestionState
from dekkend.profiles.words.roles import WRITERS

ASKERS = (Role.ADVISER,)


@transaction.atomic
def ask(site: Site, school_year: str, path: str, label: str, text: str, *, by: Any, now: datetime) -> Question:
    """Ask this school about the answer at `path`, or about the whole. The people who write there get a mail."""
    refuse_numbers(text)
    question = Question.objects.create(site=site, school_year=school_year, path=path, label=label[:300], asked_at=now, touched_at=now)
    said = Saying.objects.create(question=question, text=text.strip(), for_region=True, by=by, at=now)
    write_down(Event.QUESTION_ASKED, question, by=by, now=now)
    mail(Notice.QUESTION_ASKED, said, WRITERS, now=now)
    return question


@transaction.atomic
def add_from_school(question: Question, text: str, *, by: Any, now: datetime) -> Saying:
    """The school answers; the region is told. Raises Refused when the question was closed."""
    return _add(question, text, QuestionState.ANSWERED, by=by, now=now)


@transaction.atomic
def add_from_region(question: Question, text: str, *, by: Any, now: datetime) -> Saying:
    """The region asks on; the school is told. Raises Refused when the question was closed."""
    return _add(question, text, QuestionState.OPEN, by=by, now=now)


@transaction.atomic
def close(question: Question, *, by: Any, now: datetime) -> None:
    """The question was dealt with. Twice does no harm."""
    held = Question.anywhere.select_for_update().select_related("site").get(pk=question.pk)
    if held.state == QuestionState.CLOSED.value:
        return
    _touch(held, QuestionState.CLOSED, now)
    write_down(Event.QUESTION_CLOSED, held, by=by, now=now)


def _add(question: Question, text: str, state: QuestionState, *, by: Any, now: datetime) -> Saying:
    refuse_numbers(text)
    held = Question.anywhere.select_for_update().select_related("site").get(pk=question.pk)
    if held.state == QuestionState.CLOSED.value:
        raise Refused(say("Deze vraag is afgesloten. Is er nog iets, dan kan het samenwerkingsverband een nieuwe vraag stellen."))
    from_region = state is QuestionState.OPEN
    said = Saying.objects.create(question=held, text=text.strip(), for_region=from_region, by=by, at=now)
    _touch(held, state, now)
    write_down(Event.QUESTION_ANSWERED, held, by=by, now=now)
    mail(Notice.QUESTION_ASKED if from_region else Notice.QUESTION_ANSWERED, said, WRITERS if from_region else ASKERS, now=now)
    return said


def _touch(question: Question, state: QuestionState, now: datetime) -> None:
    question.state, question.touched_at = state.value, now
    question.save(update_fields=["state", "touched_at"])


def mail(notice: Notice, said: Saying, roles: tuple[Role, ...], *, now: datetime) -> None:
    question, site = said.question, said.question.site
    people = [person for person in people_at(site, roles, timezone.localdate(now)) if person.user_id != said.by_id]
    link = reverse("profiles:question", args=[question.pk])
    values = {"school": site.name, "year": question.school_year}
    tell(notice, people, about=f"saying-{said.pk}", now=now, link=link, values=values, area=area_of_site(site))


def write_down(event: Event, question: Question, *, by: Any, now: datetime) -> None:
    details = {"year": question.school_year, "about": question.label}
    record(event, actor=by, subject=about(question.site), area=area_of_site(question.site), now=now, details=details)
