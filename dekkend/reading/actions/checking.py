"""What can a reviewer do: answer, take back, have an answer remembered?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.audit.words import Event
from dekkend.kernel.sentences import say
from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.actions.writing_down import asked_in_words, write_down
from dekkend.reading.models import Decision, RememberedAnswer, SourceDocument
from dekkend.reading.rules.review import printed_key, question_for
from dekkend.reading.words.states import Answer, State


class NotOpenForReview(Exception):
    """The document is not (or no longer) being checked; the message says so in Dutch."""


@transaction.atomic
def answer(document: SourceDocument, path: str, value: Any, *, kind: Answer, by: Any, now: datetime) -> Decision:
    """Lay down what this path should say. An earlier answer to it is taken back, and stays to be seen."""
    lock_open(document)
    document.decisions.filter(path=path, undone_at__isnull=True).update(undone_at=now)
    decision = Decision.objects.create(document=document, path=path, value=value, answer=kind.value, made_by=by, made_at=now)
    write_down(Event.DOCUMENT_ANSWERED, document, by=by, now=now, path=asked_in_words(document, path), answer=kind.label.lower())
    return decision


@transaction.atomic
def take_back(document: SourceDocument, path: str | None, *, by: Any, now: datetime) -> Decision | None:
    """Undo the answer to this path, or the last answer; None when there is none."""
    lock_open(document)
    standing = document.decisions.filter(undone_at__isnull=True)
    decision = (standing.filter(path=path) if path else standing).order_by("-pk").first()
    if decision is not None:
        decision.undone_at = now
        decision.save(update_fields=["undone_at"])
        write_down(Event.DOCUMENT_TAKEN_BACK, document, by=by, now=now, path=asked_in_words(document, decision.path))
    return decision


@transaction.atomic
def remember(document: SourceDocument, path: str, value: Any, *, by: Any, now: datetime) -> int:
    """Let this answer count wherever the row is printed exactly so. Returns in how many waiting documents it was filled in."""
    template, reading = load_template(document.template), document.as_reading()
    question = question_for(template, reading, path)
    if question is None or not question.memorable:
        return 0
    printed = printed_key(question.quote)
    RememberedAnswer.objects.update_or_create(
        partnership_id=document.partnership_id,
        template=document.template,
        path=path,
        printed=printed,
        defaults={"value": value, "made_by": by, "made_at": now},
    )
    others = [other for other in _siblings(document, path) if _prints(other, path, printed)]
    Decision.objects.bulk_create(
        [Decision(document=other, path=path, value=value, answer=Answer.REMEMBERED.value, made_by=by, made_at=now) for other in others],
        ignore_conflicts=True,  # someone may have answered it there at this very moment: that answer stands
    )
    write_down(Event.DOCUMENT_REMEMBERED, document, by=by, now=now, path=asked_in_words(document, path), count=len(others))
    return len(others)


def _siblings(document: SourceDocument, path: str) -> list[SourceDocument]:
    """Other documents of this form in this region that are still being checked and where this was not answered."""
    same_form = SourceDocument.anywhere.filter(
        partnership_id=document.partnership_id, template=document.template, state=State.READ.value
    ).exclude(pk=document.pk)
    return list(same_form.exclude(decisions__in=Decision.objects.filter(path=path, undone_at__isnull=True)))


def _prints(document: SourceDocument, path: str, printed: str) -> bool:
    evidence = document.as_reading().evidence_for(path)
    return evidence is not None and evidence.certainty != "certain" and printed_key(evidence.quote) == printed


def lock_open(document: SourceDocument) -> SourceDocument:
    """The document as it is now, held until this transaction ends: two reviewers at once come one after the other."""
    locked = SourceDocument.anywhere.select_for_update(of=("self",)).select_related("file").get(pk=document.pk)
    if locked.status is not State.READ:
        raise NotOpenForReview(say("Dit document wordt niet meer nagekeken. Open het opnieuw vanuit de lijst."))
    return locked
