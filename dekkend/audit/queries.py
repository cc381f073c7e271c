"""Which entries may this person read, and do the chains hold?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from dekkend.audit.gateways import guards
from dekkend.audit.models import Anchor, ChainHead, Entry, RetentionRun
from dekkend.audit.rules.chain import Break, Head, breaks
from dekkend.audit.words import Reach, SubjectKind

LARGE = 2000  # entries fetched at a time when a whole chain is read


@dataclass(frozen=True, slots=True)
class Days:
    """Of which days someone asks the entries; both days included. None means: without end."""

    since: date | None = None
    until: date | None = None


def entries_for(reach: Reach) -> QuerySet[Entry]:
    """What an administrator may read: everything of the own regions, newest first."""
    return _newest_first(Entry.objects.filter(partnership_id__in=reach.administers()))


def entries_about(reach: Reach, kind: str, key: str) -> QuerySet[Entry]:
    """The history of one thing, as far as this person may read it."""
    return entries_for(reach).filter(subject_kind=kind, subject_id=key)


def entries_of_person(reach: Reach, person_id: int) -> QuerySet[Entry]:
    """What someone did and what happened to the account: everything for that person, else the part of the own regions."""
    concerns = Q(actor_id=person_id) | Q(subject_kind=SubjectKind.PERSON.value, subject_id=str(person_id))
    if reach.user_id == person_id:
        return _newest_first(Entry.objects.filter(~Exists(_twins()), concerns))
    return entries_for(reach).filter(concerns)


def _twins() -> QuerySet[Entry]:
    """The same event in the log of another region, written down before: a person with roles in two regions reads it once."""
    same = {name: OuterRef(name) for name in ("subject_kind", "subject_id", "event", "at")}
    return Entry.objects.filter(**same, pk__lt=OuterRef("pk"))


def within(entries: QuerySet[Entry], days: Days) -> QuerySet[Entry]:
    if days.since:
        entries = entries.filter(at__gte=start_of(days.since))
    return entries.filter(at__lt=start_of(days.until + timedelta(days=1))) if days.until else entries


def start_of(day: date) -> datetime:
    """The first moment of a day in the Netherlands."""
    return timezone.make_aware(datetime.combine(day, time()))


def name_of_person(entries: QuerySet[Entry], person_id: int) -> str:
    """What this person was last called in these entries; "" when there are none."""
    newest = entries.first()
    if newest is None:
        return ""
    return newest.actor_name if newest.actor_id == person_id else newest.subject_label


def _newest_first(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    return entries.order_by("-at", "-pk")


@dataclass(frozen=True, slots=True)
class ChainReport:
    """The state of one chain: its end, how many entries were read, and where it does not hold."""

    chain: int
    head: Head
    entries: int
    breaks: tuple[Break, ...]


def check_chains() -> Iterator[ChainReport]:
    """Read every chain from its beginning; also one that has no end noted, or has nothing left but its end."""
    heads = {head.chain: Head(head.number, head.hash) for head in ChainHead.objects.all()}
    chains = set(heads) | set(Entry.objects.order_by().values_list("chain", flat=True).distinct())
    for chain in sorted(chains):
        yield _check(chain, heads.get(chain, Head()))


def _check(chain: int, head: Head) -> ChainReport:
    entries = Entry.objects.filter(chain=chain).order_by("number")
    anchors = [anchor.as_rule() for anchor in Anchor.objects.filter(chain=chain).order_by("first")]
    links = (entry.as_link() for entry in entries.iterator(chunk_size=LARGE))
    found = tuple(breaks(links, anchors, head))
    return ChainReport(chain, head, entries.count(), found)


def missing_guards() -> list[str]:
    """The triggers that should keep the log unchanged and are not there."""
    return guards.missing(connection)


def retention_last_finished() -> datetime | None:
    """When the entries over their term were last removed; None: never yet."""
    found: datetime | None = RetentionRun.objects.values_list("finished_at", flat=True).first()
    return found


def head_is_still_there(chain: int, number: int, hash_then: str) -> bool:
    """Is the end that was noted elsewhere on an earlier day still part of the chain? Entries over their term count by their anchor."""
    if number == 0 or Entry.objects.filter(chain=chain, number=number, hash=hash_then).exists():
        return True
    covering = Anchor.objects.filter(chain=chain, first__lte=number, last__gte=number)
    return any(anchor.last != number or anchor.hash == hash_then for anchor in covering)
