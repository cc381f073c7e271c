"""How does the same map become GeoJSON, for the script that moves and enlarges it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dekkend.coverage.rules.map_drawing import Shade, named, outlines_of
from dekkend.kernel.grid import to_globe
from dekkend.register.words import Area, Geography, Point, Ring, SiteOnMap

UNKNOWN = Shade(None, maybe=False, says="")


def geojson(geography: Geography, shades: Mapping[str, Shade], links: Mapping[str, str], late: frozenset[str]) -> dict[str, Any]:
    """A FeatureCollection (RFC 7946, WGS84): places with their ink, borders, and schools. `links` by postcode lead to a page about it."""
    features: list[dict[str, Any]] = [_area(area, shades.get(area.postcode, UNKNOWN), links) for area in geography.areas]
    features += [_feature(_outline(rings), kind="border", says=name) for name, rings in geography.borders]
    features += [_site(site, late) for site in geography.sites if site.point]
    return {"type": "FeatureCollection", "features": features}


def _area(area: Area, shade: Shade, links: Mapping[str, str]) -> dict[str, Any]:
    about = {"says": shade.says or named(area), "ink": shade.ink, "maybe": shade.maybe, "link": links.get(area.postcode, "")}
    return _feature(_outline(outlines_of(area)), kind="area", postcode=area.postcode, **about)


def _site(site: SiteOnMap, late: frozenset[str]) -> dict[str, Any]:
    at = {"type": "Point", "coordinates": degrees([site.point or (0.0, 0.0)])[0]}
    return _feature(at, kind="school", says=site.name, late=site.brin6 in late)


def _outline(rings: Iterable[Ring]) -> dict[str, Any]:
    """Each ring a polygon of its own, closed."""
    closed = [degrees([*ring, ring[0]]) for ring in rings if len(ring) > 2]
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in closed]}


def degrees(points: Sequence[Point]) -> list[list[float]]:
    """[longitude, latitude] of each point, to six decimals: a tenth of a metre."""
    along, up = to_globe([x for x, _ in points], [y for _, y in points])
    return [[round(float(lon), 6), round(float(lat), 6)] for lon, lat in zip(along, up, strict=True)]


def _feature(geometry: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}
