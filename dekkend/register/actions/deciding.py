"""What can a person do with the differences of an import: take them over, leave them, or turn the import back?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from dekkend.audit.words import Event
from dekkend.kernel.sentences import say
from dekkend.register.actions.applying import apply_all, undo_all
from dekkend.register.actions.applying.sites import note_seen
from dekkend.register.actions.importing import note
from dekkend.register.actions.keeping import changed
from dekkend.register.models import RegisterChange, RegisterImport
from dekkend.register.queries.imports import decidable
from dekkend.register.queries.overtaken import is_overtaken, overtaken
from dekkend.register.words.changes import ChangeKind, ImportState, NotUsable, Target, Verdict

NEWER = say("Er is daarna nog iets anders overgenomen. Draai dat eerst terug; er is niets veranderd.")
NOT_APPLIED = say("Van deze import is niets overgenomen: er is niets terug te draaien.")


@dataclass(frozen=True, slots=True)
class Done:
    """`count` differences were done; `left` could not be, because what they change is not there (any more)."""

    count: int
    left: int


@transaction.atomic
def accept(imported: RegisterImport, keys: Iterable[int] | None, *, by: Any, now: datetime) -> Done:
    """Take over these differences, or (None) all that are open and not held back. In one transaction; a second time does nothing.

    What was overtaken by a newer list or by another import since it was read stays open.
    """
    held = _hold(imported)
    wanted = decidable(held).filter(verdict=Verdict.OPEN.value)
    wanted = wanted.filter(held=False) if keys is None else wanted.filter(_with_their_points(wanted, list(keys)))
    late = overtaken(held, wanted)
    found = list(wanted.order_by("pk"))
    for change in found:
        change.imported = held
    done = apply_all(change for change in found if change.pk not in late)
    if done:
        note_seen(held.report.get("seen", {}), which=1)
        _settle(held, done, Verdict.ACCEPTED, by=by, now=now)
        RegisterImport.anywhere.filter(pk=held.pk).update(state=ImportState.APPLIED.value, applied_at=now)
        changed()
        note(Event.REGISTER_APPLIED, held, by=by, count=len(done), now=now)
    return Done(len(done), len(found) - len(done))


def _with_their_points(wanted: QuerySet[RegisterChange], keys: list[int]) -> Q:
    """These, and where a school takes over its new address, the same move in the register: its point on the map may not stay behind."""
    moves = wanted.filter(pk__in=keys, target=Target.SCHOOL.value, kind=ChangeKind.MOVED.value)
    together = Q(target=Target.SITE.value, kind=ChangeKind.MOVED.value, key__in=list(moves.values_list("key", flat=True)))
    return Q(pk__in=keys) | together


@transaction.atomic
def decline(imported: RegisterImport, keys: Iterable[int], *, by: Any, now: datetime) -> Done:
    """Leave these differences as they are; they can be chosen again."""
    return _mark(imported, keys, Verdict.OPEN, Verdict.DECLINED, by=by, now=now)


@transaction.atomic
def reconsider(imported: RegisterImport, keys: Iterable[int], *, by: Any, now: datetime) -> Done:
    """What was left can be chosen again."""
    return _mark(imported, keys, Verdict.DECLINED, Verdict.OPEN, by=by, now=now)


def _mark(imported: RegisterImport, keys: Iterable[int], was: Verdict, becomes: Verdict, *, by: Any, now: datetime) -> Done:
    held = _hold(imported)
    found = set(decidable(held).filter(verdict=was.value, pk__in=list(keys)).values_list("pk", flat=True))
    if found:
        _settle(held, found, becomes, by=by, now=now)
        event = Event.REGISTER_DECLINED if becomes is Verdict.DECLINED else Event.REGISTER_RECONSIDERED
        note(event, held, by=by, count=len(found), now=now)
    return Done(len(found), 0)


@transaction.atomic
def undo(imported: RegisterImport, *, by: Any, now: datetime) -> Done:
    """Turn back everything that was taken over of this import. Raises NotUsable when something newer was taken over since."""
    held = _hold(imported)
    if held.state != ImportState.APPLIED.value:
        raise NotUsable(NOT_APPLIED)
    if newer_than(held).exists() or is_overtaken(held):
        raise NotUsable(NEWER)
    found = list(RegisterChange.objects.filter(imported=held, verdict=Verdict.ACCEPTED.value).order_by("decided_at", "pk"))
    for change in found:
        change.imported = held
    done = undo_all(found)
    note_seen(held.report.get("seen", {}), which=0)
    _settle(held, done, Verdict.UNDONE, by=by, now=now)
    if len(done) == len(found):
        RegisterImport.anywhere.filter(pk=held.pk).update(state=ImportState.UNDONE.value, undone_at=now)
    changed()
    note(Event.REGISTER_UNDONE, held, by=by, count=len(done), now=now)
    return Done(len(done), len(found) - len(done))


def newer_than(imported: RegisterImport) -> QuerySet[RegisterImport]:
    """Imports of the same region, or of the whole country, that were taken over later."""
    theirs = Q(partnership=imported.partnership_id) | Q(partnership__isnull=True)
    of = RegisterImport.anywhere.filter(theirs) if imported.partnership_id else RegisterImport.anywhere.all()
    return of.filter(state=ImportState.APPLIED.value, applied_at__gt=imported.applied_at).exclude(pk=imported.pk)


def _hold(imported: RegisterImport) -> RegisterImport:
    """Two people who press at the same moment: the second waits and then finds nothing open."""
    return RegisterImport.anywhere.select_for_update(of=("self",)).select_related("partnership").get(pk=imported.pk)


def _settle(imported: RegisterImport, keys: set[int], verdict: Verdict, *, by: Any, now: datetime) -> None:
    rows = RegisterChange.objects.filter(imported=imported)
    known = {"verdict": verdict.value, "decided_at": now, "decided_by": by}
    ordered = sorted(keys)
    for start in range(0, len(ordered), 10_000):
        rows.filter(pk__in=ordered[start : start + 10_000]).update(**known)
