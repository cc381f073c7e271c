"""On which screen does one see how coverage goes from school year to school year, and beside regions of the same size?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.queries import peers_of, trend_of
from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.listed import percent
from dekkend.coverage.views.base import CoverageScreen
from dekkend.coverage.views.columns import percent_text
from dekkend.coverage.words import Peer, TrendPoint
from dekkend.ui.charts import line
from dekkend.ui.rows import RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One kind through the years: a share of 0 to 1 each year, and how many percents it went up or down since the first."""

    code: str
    label: str
    shares: tuple[float | None, ...]
    difference: int | None


class Trend(CoverageScreen):
    """Year by year what the profiles of that year say, and what regions of the same size have."""

    template_name = "coverage/trend.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        points = trend_of(self.region, self.settings, today=self.today)
        table = self.table(points)
        if table.wants_csv:
            return table.csv()
        values = [(point.school_year, all_of(point)) for point in points]
        chart = line(_("Aandeel van alle hulp dat thuisnabij is, in procenten"), values, head=(_("Schooljaar"), _("Procent")))
        more = {"points": points, "chart": chart, "table": table, "peers": self.peers(), "municipality": ""}
        return self.render(self.shown(more))

    def table(self, points: tuple[TrendPoint, ...]) -> RowTable:
        rows = [trend_row(kind.code, kind.label, [point.figures[at].low for point in points]) for at, kind in enumerate(self.whole.kinds)]
        years = (Column(point.school_year, point.school_year, share_at(at)) for at, point in enumerate(points))
        return RowTable(
            caption=_("Kinderen gedekt per schooljaar"),
            rows=rows,
            columns=(
                Column("soort", _("Soort hulp"), lambda row: translated(row.label), ("label",)),
                *years,
                Column("verschil", _("Verschil"), lambda row: "–" if row.difference is None else f"{row.difference:+d}", ("difference",)),
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


def share_at(at: int):  # type: ignore[no-untyped-def]
    return lambda row: percent_text(row.shares[at])


def all_of(point: TrendPoint) -> float | None:
    found = percent(together(point.figures).low)
    return None if found is None else float(found)


def trend_row(code: str, label: str, shares: list[float | None]) -> TrendRow:
    known = [each for each in map(percent, shares) if each is not None]
    return TrendRow(code, label, tuple(shares), known[-1] - known[0] if len(known) > 1 else None)


def middle(peer: Peer) -> str:
    """The mean over the kinds: all kinds have the same children."""
    known = [low for low, _high in peer.shares if low is not None]
    return percent_text(sum(known) / len(known)) if known else "–"
