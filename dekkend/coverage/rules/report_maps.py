"""Which maps stand in the report?"""

from __future__ import annotations

from dekkend.coverage.rules.map_drawing import Shade, draw_map
from dekkend.coverage.rules.map_picture import map_picture
from dekkend.coverage.rules.report import ALL
from dekkend.coverage.rules.shading import shades_of_all, shades_of_kind
from dekkend.coverage.words import Coverage
from dekkend.register.words import Geography


def pictures(coverage: Coverage) -> dict[str, bytes]:
    """The map of all kinds and one for each kind, as SVG by the key in the report. A region without places has none."""
    if not coverage.areas:
        return {}
    sites = coverage.sites[: coverage.ground.inside]
    ground = Geography(coverage.region, sites, coverage.areas, borders=coverage.borders)
    made = {ALL: picture(ground, shades_of_all(coverage))}
    return made | {kind.code: picture(ground, shades_of_kind(coverage, column)) for column, kind in enumerate(coverage.kinds)}


def picture(ground: Geography, shades: dict[str, Shade]) -> bytes:
    return map_picture(draw_map(ground, shades, title="", says="", legend=()))
