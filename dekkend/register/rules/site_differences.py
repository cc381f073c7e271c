"""What changed between the sites that were known and a newer list of them?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.register.rules.closing import gone
from dekkend.register.rules.writing import key_of
from dekkend.register.words.bundle import Snapshot
from dekkend.register.words.changes import ChangeKind, Difference, Target
from dekkend.register.words.known import KnownSite
from dekkend.register.words.records import Count, SiteRecord

Sites = dict[str, KnownSite]
ADDRESS = ("street", "house_number", "postcode", "place", "x", "y")
DETAILS = ("municipality", "province", "denomination", "website", "board_number", "board_name")
SAME_PLACE = 50.0  # metres: a point that moves less was only measured again


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
    before, after = _differing(was, record, DETAILS)
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
    """Another postcode or house number, 50 m away or more, is a move. The door beside or another spelling is a detail."""
    before, after = _differing(was, record, ADDRESS)
    far = _distance(was, record)
    close = far is not None and far < SAME_PLACE
    if close:
        before, after = ({name: value for name, value in each.items() if name not in ("x", "y")} for each in (before, after))
    if not after:
        return
    moves = not close and address_key(was) != address_key(record)
    why = say("{far} m van het vorige adres.", far=round(far)) if moves and far is not None else ""
    yield _difference(ChangeKind.MOVED if moves else ChangeKind.DETAILS, record, snapshot, before, after, why)


def address_key(site: SiteRecord) -> tuple[str, str]:
    return site.postcode.replace(" ", ""), key_of(site.house_number)


def _distance(was: SiteRecord, record: SiteRecord) -> float | None:
    if was.x is None or was.y is None or record.x is None or record.y is None:
        return None
    return math.dist((was.x, was.y), (record.x, record.y))


def _differing(was: SiteRecord, record: SiteRecord, names: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    differ = [name for name in names if getattr(record, name) not in ("", None) and getattr(record, name) != getattr(was, name)]
    return {name: getattr(was, name) for name in differ}, {name: getattr(record, name) for name in differ}


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
