"""What do all files together change: in the register, in the places, and for the schools of a region?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dekkend.register.rules.area_differences import area_differences
from dekkend.register.rules.school_differences import school_differences
from dekkend.register.rules.site_differences import advanced, count_difference, site_differences
from dekkend.register.words.bundle import Bundle, Snapshot
from dekkend.register.words.changes import ChangeKind, Difference
from dekkend.register.words.known import Known, KnownSite, SchoolFacts


@dataclass(frozen=True, slots=True)
class Compared:
    """A difference with the outlines before and after, None when it is not about an outline."""

    difference: Difference
    drawing_before: Any = None
    drawing_after: Any = None


def compared(known: Known, bundle: Bundle, schools: Iterable[SchoolFacts] = (), region: str = "") -> list[Compared]:
    """List after list, from old to new, each against the one before; then places; then, for one region, its schools.

    Without a region nothing is said about schools that take part.
    """
    sites, found = known.sites, []
    last = {brin6: snapshot.on.isoformat() for snapshot in bundle.snapshots for brin6 in snapshot.listed}
    for snapshot in bundle.snapshots:
        listed, comparable = not_older(known.sites, sites, snapshot)
        differences = site_differences(comparable, listed)
        sites = advanced(sites, listed, differences)
        found += [_last_listed(each, last) for each in differences]
    found = [*_outdated(found), *_counts(sites, bundle)]
    result = [Compared(each) for each in found] + [Compared(*each) for each in area_differences(known, bundle)]
    if region:
        day = bundle.snapshots[-1].on.isoformat() if bundle.snapshots else ""
        result += [Compared(each) for each in school_differences(schools, sites, region, day, _doubted(found), _unplaced(found))]
    return result


def _doubted(found: Iterable[Difference]) -> dict[str, str]:
    """Of which sites is the last closing held back for a person, and why?"""
    last = {each.key: each for each in found if "closed_on" in each.after}
    return {brin6: each.why for brin6, each in last.items() if each.held}


def _outdated(found: list[Difference]) -> Iterator[Difference]:
    """A move to nobody knows where does not wait for a person when a newer list does say where the school lies."""
    last = {each.key: number for number, each in enumerate(found) if "x" in each.after and not each.held}
    for number, each in enumerate(found):
        past = each.kind is ChangeKind.MOVED and each.held and number < last.get(each.key, -1)
        yield replace(each, held=False) if past else each


def _unplaced(found: Iterable[Difference]) -> dict[str, str]:
    """Of which sites does nobody know for certain where they moved to, and why?"""
    return {each.key: each.why for each in found if each.kind is ChangeKind.MOVED and each.held}


def not_older(before: dict[str, KnownSite], sites: dict[str, KnownSite], snapshot: Snapshot) -> tuple[Snapshot, dict[str, KnownSite]]:
    """Of a list and of the register only the regions of which no newer list was read before: the past cannot undo the present."""
    newest: dict[str, str] = {}
    for site in before.values():
        newest[site.record.region] = max(newest.get(site.record.region, ""), site.last_seen)
    day = snapshot.on.isoformat()
    comparable = {brin6: site for brin6, site in sites.items() if newest.get(site.record.region, "") <= day}
    listed = {
        brin6: record
        for brin6, record in snapshot.listed.items()
        if (brin6 in comparable if brin6 in sites else newest.get(record.region, "") <= day)
    }
    return replace(snapshot, listed=listed), comparable


def _last_listed(difference: Difference, last: dict[str, str]) -> Difference:
    """A new site also says in which list it stands last: a site can come and stay in one import."""
    if difference.kind is not ChangeKind.NEW:
        return difference
    return replace(difference, after={**difference.after, "last_seen": last[difference.key]})


def _counts(sites: dict[str, KnownSite], bundle: Bundle) -> list[Difference]:
    """Counts from files of their own, for sites that are known by now."""
    return [
        difference
        for brin6, counts in bundle.counts.items()
        if brin6 in sites
        for count in counts
        if count.counted_on
        for difference in count_difference(sites[brin6], sites[brin6].record, (count,), Snapshot(count.counted_on, "", {}))
    ]
