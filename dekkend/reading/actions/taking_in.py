"""What happens when someone hands in files? Each is kept and waits to be read; one that is known already is only named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import IntegrityError, transaction

from dekkend.audit.words import Event
from dekkend.files.actions import destroy, keep
from dekkend.organisations.models import Partnership
from dekkend.reading.actions.writing_down import write_down
from dekkend.reading.models import SourceDocument, UploadBatch
from dekkend.reading.queries import known_document


@dataclass(frozen=True, slots=True)
class Known:
    """A file that was handed in before: its name now, and the document that it already is."""

    name: str
    earlier: SourceDocument


@dataclass(frozen=True, slots=True)
class TakenIn:
    batch: UploadBatch
    documents: tuple[SourceDocument, ...]
    known: tuple[Known, ...]


@transaction.atomic
def take_in(files: Iterable[File], *, by: Any, partnership: Partnership, now: datetime) -> TakenIn:
    """Keep the files as one batch. The same bytes are not read twice in one region, whatever the file is called."""
    batch = UploadBatch.objects.create(partnership=partnership, uploaded_by=by, uploaded_at=now)
    documents: list[SourceDocument] = []
    known: list[Known] = []
    for file in files:
        result = _take_in_one(file, batch, now=now)
        if isinstance(result, Known):
            known.append(result)
        else:
            documents.append(result)
    for document in documents:
        write_down(Event.DOCUMENT_HANDED_IN, document, by=by, now=now)
    return TakenIn(batch, tuple(documents), tuple(known))


def _take_in_one(file: File, batch: UploadBatch, *, now: datetime) -> SourceDocument | Known:
    stored = keep(file)
    earlier = known_document(batch.partnership, stored.sha256)
    if earlier is None:
        try:
            with transaction.atomic():
                return SourceDocument.objects.create(
                    batch=batch, partnership=batch.partnership, file=stored, sha256=stored.sha256, name=stored.name
                )
        except IntegrityError:
            # Someone else handed in the same file at this very moment.
            earlier = known_document(batch.partnership, stored.sha256)
            if earlier is None:
                raise
    destroy(stored, now=now)
    return Known(stored.name, earlier)
