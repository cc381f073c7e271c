"""Which maps stand in the report?"""

from __future__ import annotations

from dataclasses import replace

from dekkend.coverage.rules.map_drawing import MapDrawing, Shade, draw_map
from dekkend.coverage.rules.map_picture import map_picture
from dekkend.coverage.rules.report import ALL
from dekkend.coverage.rules.shading import shades_of_all, shades_of_kind
from dekkend.coverage.words import Coverage
from dekkend.register.words import Geography


def pictures(coverage: Coverage) -> dict[str, bytes]:
    """The map of all kinds and one for each kind, as SVG by the key in the report; of one kind only its own.

    A region without places has none.
    """
    if not coverage.areas:
        return {}
    sites = coverage.sites[: coverage.ground.inside]
    ground = Geography(coverage.region, sites, coverage.areas, borders=coverage.borders)
    # Outlines are the same on every map: they are worked out once.
    drawn = draw_map(ground, shades_of_all(coverage), title="", says="", legend=())
    kinds = {kind.code: map_picture(shaded(drawn, shades_of_kind(coverage, at))) for at, kind in enumerate(coverage.kinds)}
    return {ALL: map_picture(drawn)} | kinds if len(kinds) > 1 else kinds


def shaded(drawn: MapDrawing, shades: dict[str, Shade]) -> MapDrawing:
    """The same map in other inks."""
    return replace(drawn, areas=tuple(replace(area, shade=shades[area.postcode]) for area in drawn.areas))
