"""On which screens does one see where support is missing: all places, and one place with every kind?"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.rules.figures import area_at, children_of
from dekkend.coverage.rules.listed import spot_rows
from dekkend.coverage.rules.nearby import NearRow, near_rows
from dekkend.coverage.views.columns import children_text, km_text
from dekkend.coverage.views.mapping import MapScreen
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


class Spots(MapScreen):
    """The list behind the white spots: every place and kind without a school near, most children first."""

    template_name = "coverage/spots.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        rows = spot_rows(self.coverage)
        conditions: dict[str, Any] = {"zeker": lambda row: row.sure, "mogelijk": lambda row: not row.sure}
        options = (("zeker", _("Zeker")), ("mogelijk", _("Mogelijk, een school gaf nog geen antwoord")))
        table = RowTable(
            caption=_("Witte vlekken"),
            rows=rows,
            columns=(
                Column("plek", _("Plek"), lambda row: f"{row.postcode} {row.place}", ("postcode", "kind")),
                Column("hulp", _("Hulp"), lambda row: translated(row.kind), ("kind", "postcode")),
                Column("kinderen", _("Kinderen"), lambda row: children_text(row.children), ("at_most", "postcode")),
                Column("zeker", _("Zeker of mogelijk"), lambda row: _("Zeker") if row.sure else _("Mogelijk"), ("sure", "postcode")),
                Column("dichtstbij", _("Dichtstbij"), lambda row: km_text(row.km), ("km",)),
                Column("geen-antwoord", _("Dichtste zonder antwoord"), lambda row: km_text(row.open_km), ("open_km",)),
            ),
            only_in_file=(
                Column("school", _("School dichtstbij"), lambda row: row.school),
                Column("school-open", _("School zonder antwoord"), lambda row: row.open_school),
                Column("gemeente", _("Gemeente"), lambda row: row.municipality),
                Column("code", _("Code"), lambda row: row.code),
            ),
            row_template="coverage/spot_row.html",
            asked=request.GET.dict(),
            searched=("postcode", "place", "kind"),
            filters=(RowFilter("welke", _("Zeker of mogelijk"), options, conditions, _("Alle")),),
            kept=self.kept,
            file_name="witte-vlekken",
        )
        if table.wants_csv:
            return table.csv()
        sure = sum(row.sure for row in rows)
        return self.render(self.shown({"table": table, "sure": sure, "maybe": len(rows) - sure}))


class OnePlace(MapScreen):
    """One place: for every kind whether it is near, and how far the nearest school is."""

    template_name = "coverage/place.html"

    def get(self, request: HttpRequest, postcode: str) -> HttpResponseBase:
        at = area_at(self.coverage, postcode)
        if at is None:
            raise Http404
        rows = near_rows(self.coverage, at)
        states = ("gedekt", "mogelijk", "niet")
        labels = {"gedekt": _("Gedekt"), "mogelijk": _("Mogelijk"), "niet": _("Niet gedekt")}
        table = RowTable(
            caption=_("Soorten hulp op deze plek"),
            rows=rows,
            columns=(
                Column("soort", _("Soort hulp"), lambda row: translated(row.kind), ("kind",)),
                Column("stand", _("Gedekt"), lambda row: labels[row.state], ("order", "kind")),
                Column("scholen", _("Scholen dichtbij met ja"), lambda row: str(row.yes), ("yes", "kind")),
                Column("open", _("Zonder antwoord"), lambda row: str(row.unknown), ("unknown", "kind")),
                Column("dichtstbij", _("Dichtstbij"), lambda row: km_text(row.km), ("km",)),
            ),
            only_in_file=(
                Column("school", _("School dichtstbij"), lambda row: row.school),
                Column("code", _("Code"), lambda row: row.code),
            ),
            row_template="coverage/near_row.html",
            asked=request.GET.dict(),
            searched=("kind",),
            filters=(RowFilter("welke", _("Gedekt"), tuple(labels.items()), {state: is_in(state) for state in states}, _("Alle soorten")),),
            kept=self.kept,
            file_name=f"dekking-{postcode}",
        )
        if table.wants_csv:
            return table.csv()
        area = self.coverage.areas[at]
        counts = {state: sum(row.state == state for row in rows) for state in states}
        more = {"area": area, "children": children_of(self.coverage, at), "table": table, "counts": counts, "total": len(rows)}
        return self.render(self.shown(more))


def is_in(state: str) -> Any:
    def stays(row: NearRow) -> bool:
        return row.state == state

    return stays
