"""What waits for a school: questions to answer, answers that came in, and questions to close?"""

from __future__ import annotations

from datetime import date

from django.db.models import BooleanField, Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import State
from dekkend.needcards.words.replies import Reply
from dekkend.organisations.words import Scope
from dekkend.register.queries.closures import closed_sites


def to_answer(scope: Scope) -> QuerySet[Inquiry]:
    """What the own schools were asked and did not answer, or asked something back and heard; the soonest day first.

    Nothing waits where the school that asks, or the one that was asked, has closed.
    """
    unanswered = Q(reply=Reply.NONE.value)
    heard = Q(reply=Reply.QUESTION.value, answered_at__gte=F("replied_at"))
    found = Inquiry.objects.within(scope).filter(unanswered | heard, sent_at__isnull=False, card__state=State.OPEN.value)
    found = found.exclude(site_id__in=closed_sites()).exclude(card__site_id__in=closed_sites())
    return found.select_related("card__site", "site").order_by("card__answer_by", "pk")


def concepts(scope: Scope) -> QuerySet[NeedCard]:
    """Own questions that were never sent, the oldest first: that one is thrown away first."""
    found = NeedCard.objects.within(scope).filter(state=State.DRAFT.value).exclude(site_id__in=closed_sites())
    return found.select_related("site").order_by("made_at", "pk")


def to_look_at(scope: Scope, today: date) -> QuerySet[NeedCard]:
    """Own open cards on which a school asked something back, every school answered, the day has passed, or the own school closed.

    The soonest day first. A school that closed and did not answer is not waited for.
    """
    inquiries = Inquiry.anywhere.filter(card=OuterRef("pk"))
    asked_back = inquiries.filter(reply=Reply.QUESTION.value).filter(Q(answered_at__isnull=True) | Q(answered_at__lt=F("replied_at")))
    unanswered = inquiries.filter(reply=Reply.NONE.value).exclude(site_id__in=closed_sites())
    found = NeedCard.objects.within(scope).filter(state=State.OPEN.value)
    closed = Case(When(site_id__in=closed_sites(), then=Value(value=True)), default=Value(value=False), output_field=BooleanField())
    found = found.annotate(asked_back=Exists(asked_back), unanswered=Exists(unanswered), closed=closed)
    found = found.filter(Q(asked_back=True) | Q(unanswered=False) | Q(answer_by__lt=today) | Q(closed=True))
    counted = {"schools": Count("inquiries"), "answered": Count("inquiries", filter=Q(inquiries__reply__gt=Reply.NONE.value))}
    return found.select_related("site").annotate(**counted).order_by("answer_by", "pk")
