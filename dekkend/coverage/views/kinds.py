"""On which screens does one see how far each kind of support reaches, and what stands behind the figure of one?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from dekkend.coverage.queries.shown import EvidenceRow, board_rows, evidence_of
from dekkend.coverage.rules.figures import by_area, by_municipality, of_region
from dekkend.coverage.rules.listed import KindRow, PlaceRow, alone_rows, kind_rows, percent, place_rows, spot_rows
from dekkend.coverage.views.columns import children_text, percent_text
from dekkend.coverage.views.mapping import MapScreen
from dekkend.offers.words import Sign
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.signals.queries.regions import answers_by_code, counts_by_code
from dekkend.signals.words import NoReason
from dekkend.ui.charts import share
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


class Kinds(MapScreen):
    """The list behind "so much of all support is near": every kind with its share, bounds, gaps and how fragile it is."""

    template_name = "coverage/kinds.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = RowTable(
            caption=_("Soorten hulp"),
            rows=kind_rows(self.coverage),
            columns=(
                Column("soort", _("Soort hulp"), lambda row: translated(row.label), ("label",)),
                Column("afstand", _("Binnen"), lambda row: f"{row.radius:g} km", ("radius", "label")),
                Column("gedekt", _("Kinderen gedekt"), lambda row: percent_text(row.low), ("low",)),
                Column("hoogstens", _("Hoogstens"), lambda row: percent_text(row.high), ("high",)),
                Column("scholen", _("Scholen met ja"), lambda row: str(row.yes), ("yes",)),
                Column("vlekken", _("Witte vlekken"), lambda row: str(row.spots), ("spots",)),
                Column("alleen", _("Kinderen met één school"), lambda row: str(row.alone), ("alone",)),
            ),
            only_in_file=(
                Column("aantal", _("Gedekte kinderen"), lambda row: str(row.covered)),
                Column("mogelijk", _("Mogelijk gedekt"), lambda row: str(row.possible)),
                Column("kinderen", _("Kinderen"), lambda row: str(row.children)),
                Column("nu-niet", _("Nu niet"), lambda row: str(row.paused)),
                Column("nee", _("Nee"), lambda row: str(row.no)),
                Column("onbekend", _("Niet bekend"), lambda row: str(row.unknown)),
                Column("mogelijke-vlekken", _("Mogelijke witte vlekken"), lambda row: str(row.maybe_spots)),
                Column("persoon", _("Scholen met één persoon"), lambda row: str(row.persons)),
                Column("eerder", _("Ja in een profiel van een eerder jaar"), lambda row: str(row.earlier)),
                Column("code", _("Code"), lambda row: row.code),
            ),
            row_template="coverage/kind_row.html",
            asked=request.GET.dict(),
            searched=("label", "code"),
            kept=self.kept,
            file_name="dekking-soorten",
        )
        if table.wants_csv:
            return table.csv()
        return self.render(self.shown({"table": table, "signals": counts_by_code(self.region)}))


class OneKind(MapScreen):
    """One kind: its figures, map and places, and every school behind them with the sentence it rests on."""

    template_name = "coverage/kind.html"

    def get(self, request: HttpRequest, code: str) -> HttpResponseBase:
        column = self.coverage.column(code)
        if column is None:
            return self.not_counted(code)
        self.code = code
        table = self.tables[self.listed](column)
        if table.wants_csv:
            return table.csv()
        figure, row = of_region(self.coverage)[column], self.row
        bounds = share(_("Kinderen gedekt"), sure=figure.covered, maybe=figure.possible, whole=figure.children) if figure.children else None
        spots = spot_rows(self.coverage, code)
        more: dict[str, Any] = {"kind": self.coverage.kinds[column], "row": row, "bounds": bounds, "table": table, "listed": self.listed}
        more |= {
            "map": self.drawing(code),
            "alone": alone_rows(self.coverage, code)[:3],
            "spots": [each for each in spots if each.sure][:5],
        }
        signals = counts_by_code(self.region).get(code)
        more |= {"signals": signals, "answers": answers_by_code(self.region).get(code, ())}
        more["no_reason"] = NoReason(signals.reason).label if signals and signals.reason else ""
        if earlier := self.earlier():
            asked = urlencode(self.kept | {"lijst": "scholen", "profiel": "eerder"})
            more["earlier"] = earlier | {"address": f"{request.path}?{asked}#lijst"}
        more["of_kind"] = f"?{urlencode(self.kept | {'soort': code})}"  # the lists of this kind show the same figures as this screen
        return self.render(self.shown(more | {"lists": self.lists(), "low": percent(figure.low), "high": percent(figure.high)}))

    def not_counted(self, code: str) -> HttpResponseBase:
        """A kind that the region does not count is counted for who asks for it by name."""
        if self.asked.code == code or load_catalogue().item(code) is None:
            raise Http404
        return redirect(f"{self.request.path}?{urlencode(self.kept | {'soort': code})}")

    @cached_property
    def row(self) -> KindRow:
        return next(row for row in kind_rows(self.coverage) if row.code == self.code)

    def map_data(self, code: str = "") -> dict[str, Any]:
        return super().map_data(self.code)

    @property
    def listed(self) -> str:
        asked = self.request.GET.get("lijst", "")
        return asked if asked in self.tables else "scholen"

    @property
    def tables(self) -> Mapping[str, Any]:
        return {"scholen": self.schools, "plekken": self.places_table, "gemeenten": self.by_municipality, "besturen": self.by_board}

    def lists(self) -> list[tuple[str, str, bool]]:
        """The lists below the figures as (name, label, shown)."""
        labels = {"scholen": _("Scholen"), "plekken": _("Plekken"), "gemeenten": _("Gemeenten"), "besturen": _("Besturen")}
        return [(name, label, name == self.listed) for name, label in labels.items()]

    def schools(self, column: int) -> RowTable:
        options = tuple((sign.value, sign.label) for sign in Sign)
        conditions: dict[str, Any] = {sign.value: is_sign(sign) for sign in Sign}
        rows = evidence_of(self.coverage, self.code, self.board_ids)
        return RowTable(
            caption=_("Wat elke school zegt"),
            rows=rows,
            columns=(
                Column("school", _("School"), lambda row: row.school, ("school", "brin6")),
                Column("antwoord", _("Antwoord"), lambda row: translated(row.sign.label), ("order", "school")),
                Column("zin", _("De zin van de school"), lambda row: row.quote),
                Column(
                    "bevestigd", _("Bevestigd op"), lambda row: row.confirmed_on.isoformat() if row.confirmed_on else "", ("confirmed_on",)
                ),
            ),
            only_in_file=(
                Column("waarom", _("Waarom"), lambda row: translated(row.reason)),
                Column("bestuur", _("Bestuur"), lambda row: row.board),
                Column("schooljaar", _("Schooljaar"), lambda row: row.school_year),
                Column("adres", _("Adres"), lambda row: self.request.build_absolute_uri(row.address) if row.address else ""),
                Column("vestigingscode", _("Vestigingscode"), lambda row: row.brin6),
            ),
            row_template="coverage/evidence_row.html",
            asked=self.request.GET.dict(),
            searched=("school", "board", "quote"),
            filters=(RowFilter("antwoord", _("Antwoord"), options, conditions, _("Elk antwoord")), *self.filter_on_year(rows)),
            kept=self.kept | {"lijst": "scholen"},
            file_name=f"dekking-{self.code}-scholen",
        )

    def filter_on_year(self, rows: tuple[EvidenceRow, ...]) -> tuple[RowFilter, ...]:
        """To see only answers of an earlier school year, where there are such."""
        if not any(row.earlier for row in rows):
            return ()
        options = (("eerder", _("Van een eerder schooljaar")), ("dit", _("Van dit schooljaar")))
        conditions = {"eerder": lambda row: row.earlier, "dit": lambda row: row.address and not row.earlier}
        return (RowFilter("profiel", _("Profiel"), options, conditions, _("Elk profiel")),)

    def places_table(self, column: int) -> RowTable:
        return self.of_places(_("Plekken"), place_rows(by_area(self.coverage), column), "plekken")

    def by_municipality(self, column: int) -> RowTable:
        return self.of_places(_("Gemeenten"), place_rows(by_municipality(self.coverage), column), "gemeenten")

    def by_board(self, column: int) -> RowTable:
        return self.of_places(_("Besturen"), place_rows(board_rows(self.coverage, self.own_boards), column), "besturen")

    def of_places(self, caption: str, rows: tuple[PlaceRow, ...], name: str) -> RowTable:
        return RowTable(
            caption=caption,
            rows=rows,
            columns=(
                Column("naam", caption, lambda row: f"{row.code} {row.name}" if name == "plekken" else row.name, ("code", "name")),
                Column("kinderen", _("Kinderen"), lambda row: children_text(row.children), ("children",)),
                Column("gedekt", _("Gedekt"), lambda row: percent_text(row.low), ("low",)),
                Column("hoogstens", _("Hoogstens"), lambda row: percent_text(row.high), ("high",)),
                Column("aantal", _("Gedekte kinderen"), lambda row: str(row.covered), ("covered",)),
            ),
            only_in_file=(Column("mogelijk", _("Mogelijk gedekt"), lambda row: str(row.possible)),),
            row_template="coverage/place_row.html",
            asked=self.request.GET.dict(),
            searched=("code", "name"),
            kept=self.kept | {"lijst": name},
            file_name=f"dekking-{self.code}-{name}",
        )


def is_sign(sign: Sign) -> Any:
    return lambda row: row.sign is sign
