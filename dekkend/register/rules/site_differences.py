"""What changed between the sites that were known and a newer list of them?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.register.rules.closing import gone
from dekkend.register.rules.moving import differing, move_of, where_about
from dekkend.register.rules.writing import key_of
from dekkend.register.words.bundle import Snapshot
from dekkend.register.words.changes import ChangeKind, Difference, Target
from dekkend.register.words.known import KnownSite
from dekkend.register.words.records import Count, SiteRecord

Sites = dict[str, KnownSite]
DETAILS = ("municipality", "province", "denomination", "website", "board_number", "board_name")


def site_differences(known: Sites, snapshot: Snapshot) -> list[Difference]:
    """Every difference, in the order of the list; sites that are no longer in it last. A value the list does not say is no difference."""
    found: list[Difference] = []
    kinds = {site.record.kind for site in known.values()}
    for brin6, record in snapshot.listed.items():
        site = known.get(brin6)
        found += [new_site(record, snapshot, kinds)] if site is None else changes_of(site, record, snapshot)
    return found + gone(known, snapshot)


def new_site(record: SiteRecord, snapshot: Snapshot, kinds: set[str]) -> Difference:
    why = say("Deze soort onderwijs stond nog niet in het register.") if kinds and record.kind not in kinds else ""
    why = " ".join(each for each in (why, where_about(record.point_from) if record.point_from else "") if each)
    after = {name: value for name, value in _told(record).items() if value not in ("", None)}
    return _difference(ChangeKind.NEW, record, snapshot, {}, after, why)


def changes_of(site: KnownSite, record: SiteRecord, snapshot: Snapshot) -> Iterator[Difference]:
    """What this row says differently; one difference per kind, so that each can be accepted by itself."""
    was = site.record
    if site.closed_on:
        yield _difference(ChangeKind.REOPENED, record, snapshot, {"closed_on": site.closed_on}, {"closed_on": ""})
    if record.name != was.name:
        kind = ChangeKind.DETAILS if key_of(record.name) == key_of(was.name) else ChangeKind.RENAMED
        yield _difference(kind, record, snapshot, {"name": was.name}, {"name": record.name})
    yield from _moved(was, record, snapshot)
    if record.kind != was.kind:
        yield _difference(ChangeKind.KIND, record, snapshot, {"kind": was.kind}, {"kind": record.kind})
    if record.region and record.region != was.region:
        kind = ChangeKind.REGION if was.region else ChangeKind.DETAILS
        yield _difference(kind, record, snapshot, {"region": was.region}, {"region": record.region})
    before, after = differing(was, record, DETAILS)
    if after:
        yield _difference(ChangeKind.DETAILS, record, snapshot, before, after)
    if record.pupils:
        yield from count_difference(site, record, (record.pupils,), snapshot)


def count_difference(site: KnownSite, record: SiteRecord, counts: Iterable[Count], snapshot: Snapshot) -> Iterator[Difference]:
    """A count of a day that was not known, or another number for that day."""
    for count in counts:
        day = count.counted_on.isoformat() if count.counted_on else ""
        known = site.counts.get(day)
        if day and (known is None or (known.low, known.high) != (count.low, count.high)):
            before = {"counted_on": day, "low": known.low, "high": known.high} if known else {}
            yield _difference(ChangeKind.PUPILS, record, snapshot, before, {"counted_on": day, "low": count.low, "high": count.high})


def _moved(was: SiteRecord, record: SiteRecord, snapshot: Snapshot) -> Iterator[Difference]:
    move = move_of(was, record)
    if move:
        yield replace(_difference(move.kind, record, snapshot, move.before, move.after, move.why), held=move.held)


def _told(record: SiteRecord) -> dict[str, Any]:
    told = asdict(record)
    told["pupils"] = None
    if record.pupils and record.pupils.counted_on:
        told["pupils"] = {"counted_on": record.pupils.counted_on.isoformat(), "low": record.pupils.low, "high": record.pupils.high}
    return told


def _difference(
    kind: ChangeKind, record: SiteRecord, snapshot: Snapshot, before: dict[str, Any], after: dict[str, Any], why: str = ""
) -> Difference:
    day = snapshot.on.isoformat()
    return Difference(Target.SITE, kind, record.brin6, record.name, record.region, before, after, why, day)


def advanced(known: Sites, snapshot: Snapshot, differences: Iterable[Difference]) -> Sites:
    """The sites as they are when all of these differences were accepted: what the next list is compared with."""
    sites = dict(known)
    for difference in differences:
        sites[difference.key] = _with(sites.get(difference.key), snapshot.listed.get(difference.key), difference)
    return sites


def _with(site: KnownSite | None, record: SiteRecord | None, difference: Difference) -> KnownSite:
    if site is None:
        assert record is not None  # noqa: S101
        return KnownSite(record, counts=_counts(record.pupils))
    if difference.kind is ChangeKind.PUPILS:
        told = difference.after
        return replace(site, counts={**site.counts, told["counted_on"]: Count(told["low"], told["high"])})
    if "closed_on" in difference.after:
        return replace(site, closed_on=difference.after["closed_on"])
    return replace(site, record=replace(site.record, **difference.after))


def _counts(count: Count | None) -> dict[str, Count]:
    return {count.counted_on.isoformat(): count} if count and count.counted_on else {}
