"""Which questions did the region ask, of which school, and who is to say something now?"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from dekkend.organisations.models import Site
from dekkend.organisations.words import Scope
from dekkend.profiles.models import Question
from dekkend.profiles.words.questions import QuestionState
from dekkend.profiles.words.roles import EDITORS, REGION, WRITERS


def questions_within(scope: Scope) -> QuerySet[Question]:
    """Every question within reach, what was touched last first."""
    return Question.objects.within(scope.only(*EDITORS)).select_related("site").order_by("-touched_at", "-pk")


def questions_about(scope: Scope, site: Site, school_year: str) -> list[Question]:
    """The questions about this offer that are not closed, with what was said."""
    found = questions_within(scope).filter(site=site, school_year=school_year).exclude(state=QuestionState.CLOSED.value)
    return list(found.prefetch_related("sayings__by"))


def waiting_for(scope: Scope) -> QuerySet[Question]:
    """The questions on which this person is to say something: a school answers what is open, a region reads what was answered."""
    own = Question.objects.within(scope.only(*WRITERS)).filter(state=QuestionState.OPEN.value)
    region = Question.objects.within(scope.only(*REGION)).filter(state=QuestionState.ANSWERED.value)
    return (own | region).select_related("site").order_by("touched_at", "pk")


def open_questions(scope: Scope, sites: Iterable[Site], school_year: str) -> dict[int, int]:
    """By key of the site how many questions are not closed."""
    found: dict[int, int] = {}
    asked = questions_within(scope).filter(site__in=list(sites), school_year=school_year).exclude(state=QuestionState.CLOSED.value)
    for site_id in asked.values_list("site_id", flat=True):
        found[site_id] = found.get(site_id, 0) + 1
    return found
