"""Which map belongs to one side of a comparison, drawn so that maps beside each other can be compared?"""

from __future__ import annotations

from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.map_drawing import LegendKey, MapDrawing, draw_map
from dekkend.coverage.rules.report_words import percents
from dekkend.coverage.rules.shading import legend_of_all, legend_of_kind, shades_of_all, shades_of_kind
from dekkend.coverage.words import Coverage
from dekkend.kernel.sentences import say
from dekkend.register.words import Geography


def map_of(coverage: Coverage, code: str, *, title: str, marked: frozenset[str] = frozenset()) -> MapDrawing:
    """The map of one kind, or of all kinds together ("" or a kind that is not counted). `marked`: schools (brin6) that stand out.

    A school that closes is not on it; the frame is that of the areas, and so the same on every side.
    """
    column = coverage.column(code)
    shades = shades_of_all(coverage) if column is None else shades_of_kind(coverage, column)
    figure = together(of_region(coverage)) if column is None else of_region(coverage)[column]
    says = say("{least} tot {most} is gedekt. De lijst geeft dezelfde gegevens.", least=percents(figure.low), most=percents(figure.high))
    sites = coverage.sites[: coverage.ground.inside]
    ground = Geography(coverage.region, sites, coverage.areas, borders=coverage.borders)
    return draw_map(ground, shades, title=title, says=says, legend=(), late=marked)


def legend(coverage: Coverage, code: str) -> list[LegendKey]:
    return legend_of_all(len(coverage.kinds)) if coverage.column(code) is None else legend_of_kind()
