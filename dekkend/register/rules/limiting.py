"""What of everything that was read belongs to one region, and what lies around it?"""

from __future__ import annotations

from dataclasses import replace

from dekkend.register.rules.nearness import Neighbourhood
from dekkend.register.rules.outlines import box
from dekkend.register.words.bundle import Bundle
from dekkend.register.words.geography import Point
from dekkend.register.words.known import Known
from dekkend.register.words.records import AreaRecord, SiteRecord


def limited(bundle: Bundle, region: str, known: Known) -> Bundle:
    """Only sites and places of this region, and those within 10 km of them: children do not stop at a border. A site that was of this
    region stays in sight wherever it went: it moved, and did not disappear."""
    near = around(bundle, region)
    kept = {brin6 for snapshot in bundle.snapshots for brin6, site in snapshot.listed.items() if _stays(site, region, near)}
    kept |= {brin6 for brin6, site in known.sites.items() if site.record.region == region}
    areas = {postcode: area for postcode, area in bundle.areas.items() if _stays(area, region, near)}
    regions = bundle.regions
    codes = {postcode[:4] for postcode in areas}
    if regions:
        of = {code: name for code, name in regions.region_of.items() if name == region or code in codes}
        codes |= of.keys()
        regions = replace(regions, region_of=of)
    return replace(
        bundle,
        snapshots=tuple(
            replace(snapshot, listed={brin6: site for brin6, site in snapshot.listed.items() if brin6 in kept})
            for snapshot in bundle.snapshots
        ),
        counts={brin6: counts for brin6, counts in bundle.counts.items() if brin6 in kept},
        areas=areas,
        regions=regions,
        shapes={postcode: shape for postcode, shape in bundle.shapes.items() if postcode[:4] in codes},
        borders={name: border for name, border in bundle.borders.items() if _touches(box(border.rings), near)},
    )


def within(known: Known, bundle: Bundle, region: str) -> Known:
    """Of the register only the sites that files limited to this region can say something about: the others are not missing from them."""
    near, listed = around(bundle, region), {brin6 for snapshot in bundle.snapshots for brin6 in snapshot.listed}
    sites = {brin6: site for brin6, site in known.sites.items() if brin6 in listed or _stays(site.record, region, near)}
    return replace(known, sites=sites)


def around(bundle: Bundle, region: str) -> Neighbourhood:
    """The land of the region and 10 km outside it."""
    return Neighbourhood(_ground(bundle, region))


def _ground(bundle: Bundle, region: str) -> list[Point]:
    """The points of everything that is of the region itself."""
    sites = [site for snapshot in bundle.snapshots for site in snapshot.listed.values()]
    everything: list[SiteRecord | AreaRecord] = [*sites, *bundle.areas.values()]
    own = [each for each in everything if each.region == region]
    return [(each.x, each.y) for each in own if each.x is not None and each.y is not None]


def _stays(each: SiteRecord | AreaRecord, region: str, near: Neighbourhood) -> bool:
    return each.region == region or (each.x is not None and each.y is not None and (each.x, each.y) in near)


def _touches(around: tuple[float, float, float, float], near: Neighbourhood) -> bool:
    """The box of a municipality, looked at on a raster of five by five points: enough to draw what lies near."""
    west, south, east, north = around
    steps = [part / 4 for part in range(5)]
    return any((west + (east - west) * i, south + (north - south) * j) in near for i in steps for j in steps)
