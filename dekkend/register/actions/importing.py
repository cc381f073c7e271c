"""How does an import run: files are handed in, read in the background, and their differences kept for a person to decide about?"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.db import DatabaseError, transaction
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.files.actions import destroy, keep
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.register.actions.comparing import Outcome, collect, compare
from dekkend.register.gateways.opening import RawFile, in_folder, opened
from dekkend.register.models import HandedFile, RegisterChange, RegisterImport
from dekkend.register.words.changes import ImportState, NotUsable, Verdict

log = logging.getLogger("dekkend.register")

AT_A_TIME = 1000  # rows in one statement
UNFORESEEN = say(
    "Bij het lezen van deze lijsten ging iets mis dat wij niet hadden voorzien. Er is niets veranderd. "
    "Meld het de beheerder: in het log staat wat er misging."
)
BUSY = (ImportState.WAITING.value, ImportState.READING.value)


@transaction.atomic
def begin_import(partnership: Partnership, files: Iterable[File], folder: str, *, by: Any, now: datetime) -> RegisterImport:
    """Keep what was handed in, or remember the set folder; the reading comes later. Whoever called puts the job in the queue."""
    imported = RegisterImport.objects.create(partnership=partnership, folder=folder, asked_by=by, asked_at=now)
    for file in files:
        HandedFile.objects.create(imported=imported, name=Path(file.name or "bestand").name[:200], stored=keep(file))
    return imported


def read_import(key: int, *, now: datetime) -> ImportState | None:
    """Read one waiting import and keep its differences; twice does no harm. None when there is nothing to read."""
    imported = RegisterImport.anywhere.select_related("partnership").filter(pk=key, state__in=BUSY).first()
    if imported is None or imported.partnership is None:
        return None
    _tell(imported, state=ImportState.READING.value)
    region = imported.partnership
    try:
        collected = collect(_raw_files(imported), lambda step: _tell(imported, step=step[:200]))
        outcome = compare(collected, region=region.code, partnership=region, as_of=timezone.localdate(now))
    except NotUsable as why:
        return _failed(imported, str(why), now=now)
    except DatabaseError:
        raise  # the job is tried again
    except Exception:
        log.exception("register import failed", extra={"import": imported.pk})
        return _failed(imported, str(UNFORESEEN), now=now)
    with transaction.atomic():
        RegisterChange.objects.filter(imported=imported).delete()
        keep_outcome(imported, outcome, now=now)
        note(Event.REGISTER_READ, imported, by=imported.asked_by, count=len(outcome.differences), now=now)
    _let_go(imported, now=now)
    return ImportState.READY


def _failed(imported: RegisterImport, problem: str, *, now: datetime) -> ImportState:
    _tell(imported, state=ImportState.FAILED.value, problem=problem, step="", read_at=now)
    _let_go(imported, now=now)
    return ImportState.FAILED


def keep_outcome(imported: RegisterImport, outcome: Outcome, *, now: datetime) -> None:
    """The differences as rows to decide about."""
    rows = (_change(imported, each) for each in outcome.differences)
    RegisterChange.objects.bulk_create(rows, batch_size=AT_A_TIME)
    _tell(imported, state=ImportState.READY.value, report=outcome.report, read_at=now, step="", problem="")


def _change(imported: RegisterImport, each: Any) -> RegisterChange:
    difference = each.difference
    return RegisterChange(
        imported=imported,
        target=difference.target.value,
        kind=difference.kind.value,
        key=difference.key,
        name=difference.name[:200],
        region=difference.region,
        before=difference.before,
        after=difference.after,
        drawing_before=each.drawing_before,
        drawing_after=each.drawing_after,
        why=difference.why,
        noticed_on=difference.noticed_on or None,
        held=difference.held,
        verdict=Verdict.OPEN.value,
    )


def _raw_files(imported: RegisterImport) -> Iterator[RawFile]:
    if imported.folder:
        return in_folder(Path(settings.REGISTER_FOLDER))
    handed = HandedFile.objects.filter(imported=imported).select_related("stored").order_by("pk")
    return opened(_bytes_of(file) for file in handed)


def _bytes_of(file: HandedFile) -> RawFile:
    with file.stored.content.open("rb") as stream:
        return RawFile(file.name, stream.read())


def _let_go(imported: RegisterImport, *, now: datetime) -> None:
    """What was read is published by DUO and CBS themselves: it is not kept twice."""
    for file in HandedFile.objects.filter(imported=imported).select_related("stored"):
        destroy(file.stored, now=now)


def _tell(imported: RegisterImport, **values: Any) -> None:
    """Written at once, so that the screen can say how far the reading is."""
    for name, value in values.items():
        setattr(imported, name, value)
    imported.save(update_fields=list(values))


def note(event: Event, imported: RegisterImport, *, by: Any, count: int, now: datetime) -> None:
    """Write in the log of the region what happened to its register; an import of the whole country belongs to nobody's log."""
    region = imported.partnership
    subject = Subject(SubjectKind.REGION, str(region.pk if region else 0), str(region or "Nederland"))
    record(event, actor=by, subject=subject, area=Area(region.pk if region else None), now=now, details={"count": count})
