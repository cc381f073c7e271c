"""Where do the places and schools lie of which the files do not say it?

A list of DUO has no coordinates, and one of children has no points. A place lies where it lay. A school at the postcode that we knew does
too; at another one it gets the middle of its postcode area, as an estimate that says so (`point_from`), and nothing where no area is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dekkend.register.rules.moving import address_key
from dekkend.register.words.bundle import Bundle
from dekkend.register.words.geography import Point
from dekkend.register.words.known import Known, KnownSite
from dekkend.register.words.records import AreaRecord, SiteRecord

Address = tuple[str, str, str]


def placed(bundle: Bundle, known: Known) -> Bundle:
    """With the points that the register, other lists in this bundle, or postcode areas give."""
    before = known.sites
    areas = {postcode: _area(area, known.areas.get(postcode)) for postcode, area in bundle.areas.items()}
    told = {_address(site): (site.x, site.y) for snapshot in bundle.snapshots for site in snapshot.listed.values() if site.x is not None}
    middles = _middles(known.areas) | _middles(areas)
    snapshots = tuple(
        replace(
            snapshot,
            listed={brin6: _site(site, told.get(_address(site)), before.get(brin6), middles) for brin6, site in snapshot.listed.items()},
        )
        for snapshot in bundle.snapshots
    )
    return replace(bundle, areas=areas, snapshots=snapshots)


def _area(area: AreaRecord, was: AreaRecord | None) -> AreaRecord:
    if was is None or area.x is not None:
        return area
    return replace(area, x=was.x, y=was.y, name=area.name or was.name, municipality=area.municipality or was.municipality)


def _site(
    site: SiteRecord, told: tuple[float | None, float | None] | None, was: KnownSite | None, middles: Mapping[str, Point]
) -> SiteRecord:
    """Known by another list, where it was (of one postcode the doors lie side by side), or in the middle of its PC6, else of its PC4."""
    if site.x is not None:
        return site
    if told:
        return replace(site, x=told[0], y=told[1])
    if was and was.record.x is not None and address_key(was.record)[0] == site.postcode:
        return replace(site, x=was.record.x, y=was.record.y, point_from=was.record.point_from)
    area = next((code for code in (site.postcode, site.postcode[:4]) if code in middles), "")
    return replace(site, x=middles[area][0], y=middles[area][1], point_from=area) if area else site


def _address(site: SiteRecord) -> Address:
    return site.brin6, *address_key(site)


def _middles(areas: Mapping[str, AreaRecord]) -> dict[str, Point]:
    return {postcode: (area.x, area.y) for postcode, area in areas.items() if area.x is not None and area.y is not None}
