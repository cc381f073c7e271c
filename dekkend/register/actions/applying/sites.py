"""How does a difference change the mirror of the school sites, many at once?"""

from __future__ import annotations

from datetime import date
from typing import Any

from dekkend.register.actions.keeping import AT_A_TIME, SITE_FIELDS
from dekkend.register.models import PupilCount, RegisterChange, RegisterSite
from dekkend.register.rules.assembling import DUO
from dekkend.register.words.changes import ChangeKind

Rows = dict[str, RegisterSite]
DAYS = ("closed_on", "last_seen")
WRITTEN = [*SITE_FIELDS, "source", "closed_on", "first_seen", "last_seen"]
MANY = 500  # keys above which it is quicker to read the whole table


def apply_sites(changes: list[RegisterChange]) -> set[int]:
    rows, touched, counts, done = _rows(changes), {}, [], set()
    for change in changes:
        row = rows.get(change.key)
        if row is None and change.kind == ChangeKind.NEW:
            row = rows[change.key] = RegisterSite(brin6=change.key, source=DUO, first_seen=change.noticed_on)
        if row is None:
            continue
        count = _write(row, change.after, change.kind)
        counts += [(change.key, count)] if count else []
        touched[change.key] = row
        done.add(change.pk)
    _save(touched.values())
    _save_counts(counts)
    return done


def undo_sites(changes: list[RegisterChange]) -> set[int]:
    """`changes` run from the last to the first. What an import brought goes; what it changed becomes what it was."""
    rows, touched = _rows(changes), {}
    gone = {change.key for change in changes if change.kind == ChangeKind.NEW}
    for change in changes:
        row = rows.get(change.key)
        if row is None or change.key in gone:
            continue
        if change.kind == ChangeKind.PUPILS:
            _undo_count(row, change)
            continue
        _write(row, change.before, change.kind)
        touched[change.key] = row
    _save(touched.values())
    RegisterSite.objects.filter(brin6__in=gone).delete()
    return {change.pk for change in changes}


def _rows(changes: list[RegisterChange]) -> Rows:
    keys = {change.key for change in changes}
    found = RegisterSite.objects.all() if len(keys) > MANY else RegisterSite.objects.filter(brin6__in=keys)
    return {row.brin6: row for row in found}


def _write(row: RegisterSite, values: dict[str, Any], kind: str) -> dict[str, Any] | None:
    """Put the values in the row, not saved yet; the result is a count of pupils that came with it."""
    if kind == ChangeKind.PUPILS:
        return values
    for name in SITE_FIELDS:
        if name in values:
            setattr(row, name, values[name])
    for name in DAYS:
        if name in values:
            setattr(row, name, date.fromisoformat(values[name]) if values[name] else None)
    pupils: dict[str, Any] | None = values.get("pupils")
    return pupils


def _save(rows: Any) -> None:
    """Rows that are there and rows that are not, in a few statements."""
    fresh = [RegisterSite(brin6=row.brin6, **{name: getattr(row, name) for name in WRITTEN}) for row in rows]
    RegisterSite.objects.bulk_create(fresh, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["brin6"], update_fields=WRITTEN)


def _save_counts(counts: list[tuple[str, dict[str, Any]]]) -> None:
    if not counts:
        return
    keys = dict(RegisterSite.objects.values_list("brin6", "pk"))
    newest = {(keys[brin6], told["counted_on"]): told for brin6, told in counts}
    rows = [PupilCount(site_id=key, counted_on=on, low=told["low"], high=told["high"]) for (key, on), told in newest.items()]
    PupilCount.objects.bulk_create(
        rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["site", "counted_on"], update_fields=["low", "high"]
    )


def _undo_count(row: RegisterSite, change: RegisterChange) -> None:
    counts = PupilCount.objects.filter(site=row, counted_on=change.after["counted_on"])
    if change.before:
        counts.update(low=change.before["low"], high=change.before["high"])
    else:
        counts.delete()


def note_seen(seen: dict[str, list[str]], which: int) -> None:
    """Write down in which list known sites stand last. `seen` holds by brin6 the day before and after; `which` is 0 or 1.

    An older list that is taken over late (1) does not take back that a site stands in a newer one.
    """
    by_day: dict[str, list[str]] = {}
    for brin6, days in seen.items():
        by_day.setdefault(days[which], []).append(brin6)
    for day, codes in by_day.items():
        for start in range(0, len(codes), AT_A_TIME):
            known = RegisterSite.objects.filter(brin6__in=codes[start : start + AT_A_TIME])
            (known.exclude(last_seen__gt=day) if which else known).update(last_seen=day or None)
