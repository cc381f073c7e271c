"""On which screen does one see, place by place, what a scenario changes and which schools are behind it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.views.columns import children_text, km_text
from dekkend.coverage.words import Near
from dekkend.planning.rules.scenario_places import PlaceTurn, turns
from dekkend.planning.views.scenario_base import ScenarioScreen
from dekkend.planning.words.turns import Turn
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated


class ScenarioPlaces(ScenarioScreen):
    """The list behind every difference: each place and kind that stands otherwise, what is lost first."""

    template_name = "planning/scenario_places.html"

    def get(self, request: HttpRequest, scenario_id: int) -> HttpResponseBase:
        scenario = self.scenario(scenario_id)
        outcome = self.outcome(scenario)
        table = self.table(turns(self.coverage, outcome.coverage, outcome.newcomers), scenario_id)
        if table.wants_csv:
            return table.csv()
        pages = {self.coverage.sites[row].brin6 for row in self.coverage.answered}
        return self.render(self.shown({"scenario": scenario, "table": table, "pages": pages}))

    def table(self, rows: tuple[PlaceTurn, ...], scenario_id: int) -> RowTable:
        kinds = dict(sorted({row.code: row.kind for row in rows}.items(), key=lambda each: each[1]))
        return RowTable(
            caption=_("Plekken waar iets verandert"),
            rows=rows,
            columns=(
                Column("plek", _("Plek"), lambda row: f"{row.postcode} {row.place}", ("postcode", "kind")),
                Column("hulp", _("Hulp"), lambda row: translated(row.kind), ("kind", "postcode")),
                Column("wat", _("Wat er verandert"), lambda row: translated(row.turn.label), ("order", "postcode")),
                Column("kinderen", _("Kinderen"), lambda row: children_text(row.children), ("at_most",)),
                Column("nu", _("Nu dichtbij"), lambda row: schools_text(row.before)),
                Column("dan", _("Dan dichtbij"), lambda row: schools_text(row.after)),
            ),
            only_in_file=(
                Column("erbij", _("Kinderen die erbij komen"), lambda row: str(row.newcomers or "")),
                Column("dichtst", _("Dan het dichtst"), lambda row: schools_text((row.nearest,) if row.nearest else ())),
                Column("gemeente", _("Gemeente"), lambda row: row.municipality),
                Column("code", _("Code"), lambda row: row.code),
            ),
            row_template="planning/scenario_place_row.html",
            asked=self.request.GET.dict(),
            searched=("postcode", "place", "kind"),
            filters=(
                RowFilter("soort", _("Soort hulp"), tuple(kinds.items()), {code: is_kind(code) for code in kinds}, _("Alle soorten")),
                RowFilter("wat", _("Wat er verandert"), tuple(Turn.choices()), {turn.value: is_turn(turn) for turn in Turn}, _("Alles")),
            ),
            file_name=f"scenario-{scenario_id}-plekken",
        )


def is_kind(code: str) -> Callable[[Any], bool]:
    return lambda row: row.code == code


def is_turn(turn: Turn) -> Callable[[Any], bool]:
    return lambda row: row.turn is turn


def schools_text(near: tuple[Near, ...]) -> str:
    return "; ".join(f"{each.site.name} ({km_text(each.km)})" for each in near)
