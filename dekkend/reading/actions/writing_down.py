"""What of the work on documents is written in the log, and who is told by mail?

Each function here is a last step inside the transaction of the action that it is about.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record, record_read
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.naming import title_of
from dekkend.reading.models import SourceDocument, UploadBatch
from dekkend.reading.queries import progress_of


def write_down(event: Event, document: SourceDocument, *, by: Any, now: datetime, **details: str | int) -> None:
    """One event about one document, in the region it was handed in for."""
    record(event, actor=by, subject=subject_of(document), area=area_of(document), now=now, details=details)


@transaction.atomic
def note_download(document: SourceDocument, *, by: Any, now: datetime) -> None:
    """Someone takes the file away; from then on it lies where we do not see it."""
    record_read(Event.DOCUMENT_DOWNLOADED, actor=by, subject=subject_of(document), area=area_of(document), now=now)


def subject_of(document: SourceDocument) -> Subject:
    return Subject(SubjectKind.DOCUMENT, str(document.pk), document.name)


def area_of(document: SourceDocument) -> Area:
    return Area(partnership_id=document.partnership_id, site_id=document.site_id)


def asked_in_words(document: SourceDocument, path: str) -> str:
    """The question of this path as the form calls it: a reader of the log knows no paths."""
    return title_of(load_template(document.template), path)


def tell_held_apart(document: SourceDocument, *, now: datetime) -> None:
    """At once: the file is destroyed after a day."""
    _tell(Notice.DOCUMENT_HELD_APART, document.batch, about=f"document-{document.pk}", link=f"/documenten/{document.pk}/", now=now)


def tell_when_done(document: SourceDocument, *, now: datetime) -> None:
    """When this was the last document of its batch: one mail about what was read, one about what was not.

    The batch is held, so that of two workers who finish at the same moment the second sees what the first did.
    """
    batch = UploadBatch.anywhere.select_for_update(of=("self",)).get(pk=document.batch_id)
    progress = progress_of(list(SourceDocument.anywhere.filter(batch=batch).only("state")))
    if progress.unfinished:
        return
    for notice, count in ((Notice.BATCH_READ, progress.read), (Notice.BATCH_REFUSED, progress.refused)):
        if count:
            _tell(notice, batch, about=f"batch-{batch.pk}", link=f"/documenten/stapel/{batch.pk}/", now=now, count=in_documents(count))


def in_documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documenten"


def _tell(notice: Notice, batch: UploadBatch, *, about: str, link: str, now: datetime, **values: str) -> None:
    person = batch.uploaded_by
    if person.email:
        to = Recipient(person.email, person.name, person.pk)
        tell(notice, [to], about=about, link=link, values=values, area=Area(batch.partnership_id), now=now)
