"""How is an event written down, and how do entries go whose term is over?

`record` belongs inside the transaction of the action that it is about, as its last step: from then until the end of the transaction
this chain waits for us. When the action is undone, so is the entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.query import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.text import slugify

from dekkend.audit.models import Anchor, ChainHead, Entry, RetentionRun
from dekkend.audit.rules.chain import Anchor as AnchorRule
from dekkend.audit.rules.chain import hash_of, seal_of
from dekkend.audit.rules.retention import BUSY, EVERY, Expired, keep_until, runs_of
from dekkend.audit.rules.sentences import NotRecordable, checked_details, checked_event, tidy
from dekkend.audit.words import NOWHERE, SYSTEM, Area, Details, Event, Kept, Subject, SubjectKind

MOST_AT_ONCE = 20_000  # entries removed in one transaction


@transaction.atomic
def record(event: str, *, actor: Any, subject: Subject, now: datetime, area: Area = NOWHERE, details: Details | None = None) -> Entry:
    """Write one event down. `actor` is the person who did it, None when no person asked for it.

    Raises NotRecordable for an unregistered event, or for details that its sentence does not name.
    """
    known = checked_event(event)
    tidy_details = checked_details(known, details or {})
    chain = area.partnership_id or 0
    head = _hold(chain)
    entry = Entry(
        chain=chain,
        number=head.number + 1,
        at=now,
        event=known.value,
        actor_id=actor.pk if actor else None,
        actor_name=tidy(str(actor)) if actor else SYSTEM,
        subject_kind=subject.kind.value,
        subject_id=subject.id,
        subject_label=tidy(subject.label),
        partnership_id=area.partnership_id,
        board_id=area.board_id,
        site_id=area.site_id,
        details=tidy_details,
        keep_until=keep_until(known, on=now.astimezone(UTC).date(), days=settings.AUDIT_KEPT_DAYS),
        previous=head.hash,
    )
    entry.hash = hash_of(entry.content(), entry.previous)
    entry.save()
    ChainHead.objects.filter(chain=chain).update(number=entry.number, hash=entry.hash)
    return entry


def record_read(event: str, *, actor: Any, subject: Subject, now: datetime, area: Area = NOWHERE, details: Details | None = None) -> Entry:
    """Write down that someone looked at or took away something about a person; for events of the kind READS only."""
    if checked_event(event).kept is not Kept.READS:
        raise NotRecordable(f"{event} is not about reading")
    return record(event, actor=actor, subject=subject, now=now, area=area, details=details)


def record_of_person(event: str, person: Any, *, actor: Any, now: datetime, details: Details | None = None) -> list[Entry]:
    """Write down what happened to someone's account, once in the log of each region where that person belongs."""
    given: dict[str, Any] = {"actor": actor, "subject": about(person), "now": now, "details": details}
    with transaction.atomic():
        return [record(event, area=area, **given) for area in areas_of(person, now=now)]


def note_export(person: Any, *, partnership_ids: Iterable[int], count: int, now: datetime) -> None:
    """Someone takes entries away as a file; written down in each region whose log this person may read."""
    for partnership_id in sorted(partnership_ids):
        log = Subject(SubjectKind.LOG, str(partnership_id), "Logboek")
        record_read(Event.LOG_EXPORTED, actor=person, subject=log, area=Area(partnership_id), now=now, details={"count": count})


def note_list_taken(person: Any, name: str, *, partnership_ids: Iterable[int], count: int, now: datetime) -> None:
    """Someone takes a list with people or their documents away as a file; `name` is what the screen calls it. Once in each region."""
    given: dict[str, Any] = {"subject": Subject(SubjectKind.LIST, slugify(name), name), "now": now, "details": {"count": count}}
    for area in [Area(partnership_id) for partnership_id in sorted(partnership_ids)] or [NOWHERE]:
        record_read(Event.LIST_TAKEN, actor=person, area=area, **given)


def note_reading_of_person(reader: Any, person: Subject, *, partnership_ids: Iterable[int], now: datetime) -> None:
    """An administrator looks at what someone else did, in the logs of these regions; that person can see so."""
    for partnership_id in sorted(partnership_ids):
        record_read(Event.LOG_OF_PERSON_READ, actor=reader, subject=person, area=Area(partnership_id), now=now)


def about(person: Any) -> Subject:
    return Subject(SubjectKind.PERSON, str(person.pk), str(person))


def areas_of(person: Any, *, now: datetime) -> tuple[Area, ...]:
    """Where a person belongs: at least one, each region once, always in the same order, so that two writers never wait for each other.

    Who belongs where is known to a feature above this one; the setting AREAS_OF_PERSON names its query.
    """
    areas: tuple[Area, ...] = import_string(settings.AREAS_OF_PERSON)(person, timezone.localdate(now))
    return tuple(sorted(areas, key=lambda area: area.partnership_id or 0))


def _hold(chain: int) -> ChainHead:
    """The end of this chain, held until the transaction ends."""
    ChainHead.objects.get_or_create(chain=chain)
    return ChainHead.objects.select_for_update().get(chain=chain)


ONE_ROW = 1  # the key of the one row that says when the terms were looked at


def claim_retention(*, now: datetime) -> bool:
    """Take it upon us to look at the terms today. False when somebody did in the last day, or is busy: of many who ask, one gets it."""
    RetentionRun.objects.get_or_create(pk=ONE_ROW)
    due = Q(finished_at__isnull=True) | Q(finished_at__lt=now - EVERY)
    free = Q(started_at__isnull=True) | Q(started_at__lt=now - BUSY)
    return bool(RetentionRun.objects.filter(due, free, pk=ONE_ROW).update(started_at=now))


def remove_expired(*, today: date, now: datetime) -> dict[int, int]:
    """Remove entries whose term is over; the chains stay checkable. Returns how many went, per chain."""
    chains = Entry.objects.filter(keep_until__lt=today).order_by("chain").values_list("chain", flat=True).distinct()
    removed: dict[int, int] = {}
    for chain in list(chains):
        while count := _remove_some(chain, today=today, now=now):
            removed[chain] = removed.get(chain, 0) + count
    RetentionRun.objects.update_or_create(pk=ONE_ROW, defaults={"finished_at": now})
    return removed


@transaction.atomic
def _remove_some(chain: int, *, today: date, now: datetime) -> int:
    _hold(chain)
    expired = Entry.objects.filter(chain=chain, keep_until__lt=today).order_by("number")
    rows = [Expired(*row) for row in expired.values_list("number", "previous", "hash")[:MOST_AT_ONCE]]
    if not rows:
        return 0
    anchors = [AnchorRule(first.number, last.number, first.previous, last.hash, 0) for first, last in runs_of(rows)]
    area = Area(partnership_id=chain or None)
    details: Details = {"count": len(rows), "seal": seal_of(anchors)}
    log = Subject(SubjectKind.LOG, str(chain), "Logboek")
    signed = record(Event.LOG_EXPIRED, actor=None, subject=log, now=now, area=area, details=details)
    for run in anchors:
        anchor = Anchor(chain=chain, first=run.first, last=run.last, previous=run.previous, hash=run.hash)
        anchor.signed_by, anchor.signed_at = signed.number, now
        anchor.save()
        # Not our own queryset, which refuses; the database allows it because the anchor stands.
        QuerySet(Entry).filter(chain=chain, number__range=(run.first, run.last)).delete()
    return len(rows)
