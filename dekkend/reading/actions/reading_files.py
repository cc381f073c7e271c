"""How is a waiting document read, so that a worker may be killed at any moment and nothing is stored half?"""

from __future__ import annotations

import logging
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F

from dekkend.audit.words import Event
from dekkend.files.actions import destroy
from dekkend.files.gateways import on_disk
from dekkend.kernel.sentences import say
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.queries.fixed_text import known_hashes
from dekkend.reading.actions.writing_down import tell_held_apart, tell_when_done, write_down
from dekkend.reading.gateways import sandbox
from dekkend.reading.gateways.json_shape import reading_to_json
from dekkend.reading.models import Decision, RememberedAnswer, SourceDocument
from dekkend.reading.rules.private import private_places
from dekkend.reading.rules.review import printed_key, questions
from dekkend.reading.rules.tally import tally
from dekkend.reading.words.result import DocumentRefused
from dekkend.reading.words.states import Answer, State

log = logging.getLogger("dekkend.reading")

MOST_ATTEMPTS = 3
GIVEN_UP = say(
    "Het lezen van dit bestand brak drie keer af. Dat kan aan het bestand liggen. "
    "Sla het opnieuw op als Word (.docx) of PDF en lever het nog een keer in."
)


def read_waiting(document_id: int, *, now: datetime) -> State | None:
    """Read one document and store the outcome. None when there was nothing to do: another worker has it, or it is done."""
    document = claim(document_id, now=now)
    if document is None:
        return None
    try:
        with on_disk(document.file.content) as path:
            measured = sandbox.read_measured(path, template=document.template, known=known_hashes(document.partnership_id))
    except DocumentRefused as refused:
        return store_refusal(document, refused.code, refused.message, now=now)
    places = private_places(measured.lines, measured.reading.profile)
    if places:
        return quarantine(document, places, now=now)
    return store_reading(document, measured, now=now)


def claim(document_id: int, *, now: datetime) -> SourceDocument | None:
    """Take the document for this worker until its lease ends; None when someone else has it."""
    lease = now + timedelta(seconds=settings.READING_LEASE)
    waiting = SourceDocument.anywhere.filter(pk=document_id, state=State.WAITING.value)
    taken = waiting.update(state=State.READING.value, lease_until=lease, attempts=F("attempts") + 1)
    return SourceDocument.anywhere.select_related("file").get(pk=document_id) if taken else None


@transaction.atomic
def store_reading(document: SourceDocument, measured: sandbox.Measured, *, now: datetime) -> State | None:
    reading, profile = measured.reading, measured.reading.profile
    stored = _mine(document).update(
        state=State.READ.value,
        lease_until=None,
        reading=reading_to_json(reading),
        lines=[list(line) for line in measured.lines],
        counts=asdict(tally(reading)),
        school_name=((profile["values"].get("school") or {}).get("name") or "")[:300],
        school_year=profile.get("school_year") or "",
    )
    if not stored:
        return None  # the lease was lost: another worker reads it, or has read it
    document.refresh_from_db()
    answer_from_memory(document, now=now)
    tell_when_done(document, now=now)
    counts = document.counts
    sure = {"certain": counts["certain"], "likely": counts["likely"], "unsure": counts["unsure"]}
    write_down(Event.DOCUMENT_READ, document, by=None, now=now, **sure)
    log.info("document read", extra={"document": document.pk, "state": State.READ.value, "seconds": round(measured.seconds, 2)})
    return State.READ


def answer_from_memory(document: SourceDocument, *, now: datetime) -> None:
    """Give the rows that are printed exactly as one that someone answered "for this form" that same answer."""
    remembered = RememberedAnswer.objects.filter(partnership_id=document.partnership_id, template=document.template)
    answers = {(answer.path, answer.printed): answer for answer in remembered}
    asked = questions(load_template(document.template), document.as_reading())
    Decision.objects.bulk_create(
        Decision(
            document=document,
            path=question.path,
            value=answer.value,
            answer=Answer.REMEMBERED.value,
            made_by_id=answer.made_by_id,
            made_at=now,
        )
        for question in asked
        if (answer := answers.get((question.path, printed_key(question.quote))))
    )


@transaction.atomic
def store_refusal(document: SourceDocument, code: str, why: str, *, now: datetime) -> State | None:
    """Keep the sentence, not the file: the person has it, and nothing in it is of use."""
    if not _mine(document).update(state=State.REFUSED.value, lease_until=None, refusal_code=code, refusal=why):
        return None
    destroy(document.file, now=now)
    tell_when_done(document, now=now)
    write_down(Event.DOCUMENT_REFUSED, document, by=None, now=now, code=code)
    log.info("document refused", extra={"document": document.pk, "code": code})
    return State.REFUSED


@transaction.atomic
def quarantine(document: SourceDocument, places: list[dict[str, object]], *, now: datetime) -> State | None:
    """Store nothing of what was read. The file is held until the person has seen where the numbers stand, a day at most."""
    if not _mine(document).update(state=State.QUARANTINED.value, lease_until=None, private_places=places):
        return None
    tell_held_apart(document, now=now)
    tell_when_done(document, now=now)
    write_down(Event.DOCUMENT_HELD_APART, document, by=None, now=now, places=len(places))
    log.info("document held apart", extra={"document": document.pk, "count": len(places)})
    return State.QUARANTINED


def _mine(document: SourceDocument):  # type: ignore[no-untyped-def]  # the queryset type of a plain manager
    """The document as long as this attempt still holds it: only the holder of the lease may store."""
    return SourceDocument.anywhere.filter(pk=document.pk, state=State.READING.value, attempts=document.attempts)


@transaction.atomic
def give_back_lost(*, now: datetime) -> list[int]:
    """Documents whose reader disappeared wait again; after three times they are refused. Returns those to be read again."""
    lost = SourceDocument.anywhere.filter(state=State.READING.value, lease_until__lt=now)
    for document in lost.filter(attempts__gte=MOST_ATTEMPTS).select_related("file"):
        store_refusal(document, "lost", GIVEN_UP, now=now)
    again = list(lost.filter(attempts__lt=MOST_ATTEMPTS).values_list("pk", flat=True))
    SourceDocument.anywhere.filter(pk__in=again).update(state=State.WAITING.value, lease_until=None)
    return again


@transaction.atomic
def destroy_quarantined(document: SourceDocument, *, by: Any, now: datetime) -> None:
    """The person has seen where the numbers stand: the file goes, the places stay so that the redacted file can be compared."""
    if document.status is State.QUARANTINED and not document.file.destroyed_at:
        destroy(document.file, now=now)
        write_down(Event.DOCUMENT_DESTROYED, document, by=by, now=now)


def destroy_old_quarantine(*, now: datetime) -> int:
    """What nobody looked at within a day is destroyed all the same."""
    day_ago = now - timedelta(days=1)
    old = SourceDocument.anywhere.filter(
        state=State.QUARANTINED.value, batch__uploaded_at__lt=day_ago, file__destroyed_at__isnull=True
    ).select_related("file")
    documents = list(old)
    for document in documents:
        destroy_quarantined(document, by=None, now=now)
    return len(documents)
