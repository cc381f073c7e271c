"""Which features stand in a GeoJSON file, in metres on the Dutch grid?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from dekkend.kernel.grid import to_grid
from dekkend.register.rules.area_rows import is_dutch
from dekkend.register.rules.writing import heading
from dekkend.register.words.geography import Point, Ring

Json = dict[str, Any]
SHAPES = ("Point", "Polygon", "MultiPolygon")
MOST_POINTS = 3_000_000


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature. `told` are its properties as text by heading; `point` or `rings` in metres, both empty when it has no usable shape."""

    line: int
    told: dict[str, str]
    shape: str
    point: Point | None = None
    rings: tuple[Ring, ...] = ()


def features_in(data: bytes) -> list[Json] | None:
    """The features as they stand there, None when this is not a GeoJSON collection."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection" or not isinstance(found.get("features"), list):
        return None
    return [each for each in found["features"] if isinstance(each, dict)]


def first_looks(features: list[Json]) -> tuple[tuple[str, ...], str]:
    """The headings of the first feature, and its shape; for who wants to know what this map is."""
    first = features[0] if features else {}
    return tuple(heading(name) for name in told_by(first)), str(_geometry(first).get("type", ""))


def told_by(feature: Json) -> Json:
    told = feature.get("properties")
    return told if isinstance(told, dict) else {}


def _geometry(feature: Json) -> Json:
    shape = feature.get("geometry")
    return shape if isinstance(shape, dict) else {}


def walked(features: list[Json]) -> Iterator[Feature]:
    """Every feature with its shape in metres. One that cannot be drawn comes without."""
    for line, feature in enumerate(features, start=1):
        told = {heading(name): "" if value is None else str(value) for name, value in told_by(feature).items()}
        shape = str(_geometry(feature).get("type", ""))
        rings = tuple(_rings(_geometry(feature))) if shape in SHAPES[1:] else ()
        point = _point(_geometry(feature)) if shape == "Point" else None
        yield Feature(line, told, shape, point, rings)


def _point(geometry: Json) -> Point | None:
    try:
        lon, lat = (float(number) for number in geometry["coordinates"][:2])
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    return on_grid(lon, lat) if is_dutch(lon, lat) else None


def on_grid(lon: float, lat: float) -> Point:
    """One point in metres, to the decimetre."""
    x, y = to_grid(lon, lat)
    return round(float(x), 1), round(float(y), 1)


def _rings(geometry: Json) -> Iterator[Ring]:
    """All rings of all parts, holes too; a ring that is no ring of Dutch points is passed over."""
    polygons = geometry.get("coordinates")
    if not isinstance(polygons, list):
        return
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        for ring in polygon if isinstance(polygon, list) else []:
            found = _ring(ring)
            if len(found) >= 3:
                yield found


def _ring(ring: Any) -> Ring:
    try:
        degrees = np.array([point[:2] for point in ring], dtype=float)
    except (TypeError, ValueError, OverflowError):
        return ()
    if degrees.ndim != 2 or degrees.shape[1] != 2 or not np.isfinite(degrees).all() or len(degrees) > MOST_POINTS:
        return ()
    if not (is_dutch(*degrees.min(axis=0)) and is_dutch(*degrees.max(axis=0))):
        return ()
    x, y = to_grid(degrees[:, 0], degrees[:, 1])
    points = list(zip(x.round(1).tolist(), y.round(1).tolist(), strict=True))
    return tuple(points[:-1] if points[0] == points[-1] else points)
