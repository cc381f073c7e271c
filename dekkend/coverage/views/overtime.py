"""On which screen does one see how coverage goes from school year to school year, and beside regions of the same size?"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.queries import coverage_of, peers_of, trend_of
from dekkend.coverage.queries.comparing import since_when
from dekkend.coverage.rules.earlier import told_since
from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.listed import SureDifference, percent, sure_difference
from dekkend.coverage.rules.now_and_year import why_now_differs
from dekkend.coverage.views.base import CoverageScreen
from dekkend.coverage.views.columns import percent_text
from dekkend.coverage.words import Figure, Peer, TrendPoint
from dekkend.kernel.school_years import SchoolYear
from dekkend.ui.charts import ranges
from dekkend.ui.rows import RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One kind through the years: its figure each year, and how many percents it surely went up or down since the first.

    `queries` lead to what stands behind each figure, "" for a year that cannot be chosen.
    """

    code: str
    label: str
    figures: tuple[Figure, ...]
    queries: tuple[str, ...]
    sure: SureDifference | None

    @property
    def cells(self) -> list[tuple[Figure, str]]:
        return list(zip(self.figures, self.queries, strict=True))

    @property
    def difference(self) -> int | None:
        """To sort on."""
        return None if self.sure is None else self.sure.points

    @property
    def told(self) -> str:
        return difference_text(self.sure)


class Trend(CoverageScreen):
    """Year by year what the profiles of that year say, and what regions of the same size have."""

    template_name = "coverage/trend.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        points = trend_of(self.region, self.settings, today=self.today)
        table = self.table(points)
        if table.wants_csv:
            return table.csv()
        values = [(point.school_year, *all_of(point)) for point in points]
        chart = ranges(_("Aandeel van alle hulp dat thuisnabij is, in procenten"), values, head=(_("Schooljaar"), _("Procent")))
        told = [(point, bounds_text(together(point.figures)), self.query_of(point.school_year)) for point in points]
        more = {"points": told, "chart": chart, "table": table, "peers": self.peers(), "municipality": "", "differs": self.differs(points)}
        if since := since_when(self.region, self.settings, points, today=self.today):
            more["since"] = told_since(since)
        return self.render(self.shown(more))

    def query_of(self, school_year: str) -> str:
        """What makes an address show what profiles of this year say; "" for a year that is too long ago to choose."""
        return f"?{urlencode(self.kept | {'jaar': school_year})}" if school_year in self.years else ""

    def differs(self, points: tuple[TrendPoint, ...]) -> str:
        """Why the year that runs has another figure here than now has on the other screens."""
        if not points or points[-1].school_year != str(SchoolYear.of(self.today)):
            return ""
        now = coverage_of(self.region, self.settings, today=self.today)
        return why_now_differs(now, together(points[-1].figures), together(of_region(now)))

    def table(self, points: tuple[TrendPoint, ...]) -> RowTable:
        queries = tuple(self.query_of(point.school_year) for point in points)
        rows = [
            trend_row(kind.code, kind.label, tuple(point.figures[at] for point in points), queries)
            for at, kind in enumerate(self.whole.kinds)
        ]
        years = (Column(point.school_year, point.school_year, bounds_at(at)) for at, point in enumerate(points))
        return RowTable(
            caption=_("Kinderen gedekt per schooljaar"),
            rows=rows,
            columns=(
                Column("soort", _("Soort hulp"), lambda row: translated(row.label), ("label",)),
                *years,
                Column("verschil", _("Verschil"), lambda row: row.told, ("difference",)),
            ),
            row_template="coverage/trend_row.html",
            asked=self.request.GET.dict(),
            searched=("label",),
            kept=self.kept,
            file_name="dekking-trend",
        )

    def peers(self) -> list[tuple[str, int, str, str]]:
        """Regions of the same size: name, children, share of all support, and of how many schools the profile is public."""
        found = peers_of(self.region, self.settings, today=self.today)
        return [(translated(each.name), each.children, middle(each), percent_text(each.answered_share)) for each in found]

    @property
    def own(self) -> str:
        return percent_text(together(of_region(self.whole)).low)


def bounds_at(at: int):  # type: ignore[no-untyped-def]
    return lambda row: bounds_text(row.figures[at])


def bounds_text(figure: Figure) -> str:
    """ "72%", or "minstens 72%, hoogstens 95%" where not all is known."""
    least, most = percent_text(figure.low), percent_text(figure.high)
    return least if least == most else _("minstens {least}, hoogstens {most}").format(least=least, most=most)


def difference_text(sure: SureDifference | None) -> str:
    """ "+5" and "0" where all is known; "minstens 5 omhoog" where it is surely that much."""
    if sure is None:
        return _("niet te zeggen")
    if sure.exact:
        return f"{sure.points:+d}" if sure.points else "0"
    told = _("minstens {points} omhoog") if sure.points > 0 else _("minstens {points} omlaag")
    return told.format(points=abs(sure.points))


def all_of(point: TrendPoint) -> tuple[float | None, float | None]:
    """All kinds as one, in percents: at the least and at the most."""
    whole = together(point.figures)
    least, most = percent(whole.low), percent(whole.high)
    return (None, None) if least is None or most is None else (float(least), float(most))


def trend_row(code: str, label: str, figures: tuple[Figure, ...], queries: tuple[str, ...]) -> TrendRow:
    return TrendRow(code, label, figures, queries, sure_difference(figures[0], figures[-1]) if len(figures) > 1 else None)


def middle(peer: Peer) -> str:
    """The mean over the kinds: all kinds have the same children."""
    known = [low for low, _high in peer.shares if low is not None]
    return percent_text(sum(known) / len(known)) if known else "–"
