"""On which screen do scenarios stand beside the region of today, in figures, kinds and maps?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from dekkend.coverage.rules.listed import percent
from dekkend.coverage.rules.map_drawing import MapDrawing
from dekkend.coverage.views.columns import percent_text
from dekkend.planning.models import Scenario
from dekkend.planning.rules.comparing_scenarios import KindCompared, Side, Whole, by_kind, most_changed, whole
from dekkend.planning.rules.scenario_maps import legend, map_of
from dekkend.planning.rules.scenario_words import differences, hours, money
from dekkend.planning.views.scenario_base import ScenarioScreen
from dekkend.planning.words.changes import Newcomers
from dekkend.ui.charts import number
from dekkend.ui.rows import RowFilter, RowTable
from dekkend.ui.tables import Column
from dekkend.ui.translation import translated

MOST_BESIDE = 3
EVERYTHING = "alles"
KINDS_AT_ONCE = 12  # a row has a cell for each scenario: fifty are meters long on a phone


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in all: for every side, today first, its name, the figure as text, and whether that is another than today's."""

    figure: str
    values: tuple[tuple[str, str, bool], ...]


class ComparingScreen(ScenarioScreen):
    """A screen on which today and one to three scenarios stand side by side."""

    def compared(self, scenarios: Sequence[Scenario], more: Mapping[str, Any]) -> HttpResponseBase:
        sides = self.sides(scenarios)
        table = self.table(sides)
        if table.wants_csv:
            return table.csv()
        code = self.kind(sides)
        drawn = [(self.side_of_today, self.drawing(self.side_of_today, code, scenarios))]
        drawn += [(side, self.drawing(side, code, [each])) for side, each in zip(sides, scenarios, strict=True)]
        context = {
            "sides": sides,
            "words": [(side, differences(self.side_of_today, side)) for side in sides],
            "figures": figures([self.side_of_today, *sides]),
            "table": table,
            "maps": drawn,
            "map_kind": code,
            "map_kinds": self.coverage.kinds,
            "map_legend": legend(self.coverage, code),
            "keys": self.keys(scenarios),
        }
        return self.render(self.shown(context | dict(more)))

    def keys(self, scenarios: Sequence[Scenario]) -> str:
        """The keys of what is compared, as they stand in an address."""
        return ",".join(str(each.pk) for each in scenarios)

    def kind(self, sides: Sequence[Side]) -> str:
        """The kind on the maps: what was asked, else the one that changes most; "" is all kinds together."""
        asked = self.request.GET.get("soort")
        if asked is not None:
            return asked if self.coverage.column(asked) is not None else ""
        return most_changed(self.coverage, [side.coverage for side in sides])

    def drawing(self, side: Side, code: str, scenarios: Sequence[Scenario]) -> MapDrawing:
        """The map of one side; the schools at which something changes in these scenarios stand out."""
        told = (each for scenario in scenarios for each in self.outcome(scenario).told)
        marked = frozenset(each.change.brin6 for each in told if each.fits and not isinstance(each.change, Newcomers))
        return map_of(side.coverage, code, title=side.name, marked=marked)

    def table(self, sides: Sequence[Side]) -> RowTable:
        """Every kind, or those of which something changes."""
        rows = by_kind(self.side_of_today, sides)
        asked = self.request.GET.dict()
        kept = {"soort": asked["soort"]} if "soort" in asked else {}
        shown = rows if asked.get("welke") == EVERYTHING else tuple(row for row in rows if row.differs)
        files = [column for at, side in enumerate((self.side_of_today, *sides)) for column in columns_of(at, side.name)]
        return RowTable(
            caption=_("Soorten hulp, nu en in elk scenario"),
            rows=shown,
            columns=(
                Column("soort", _("Soort hulp"), lambda row: translated(row.label), ("label",)),
                Column("nu", _("Nu"), share_at(0), ("low", "label")),
                *(Column(f"scenario-{at}", side.name, share_at(at), (f"low_{at}", "label")) for at, side in enumerate(sides, 1)),
            ),
            only_in_file=(*files, Column("code", _("Code"), lambda row: row.code)),
            row_template="planning/scenario_kind_row.html",
            asked=asked,
            searched=("label", "code"),
            filters=(
                RowFilter("welke", _("Welke soorten"), ((EVERYTHING, _("Alle soorten")),), {EVERYTHING: always}, _("Alleen wat verandert")),
            ),
            kept=kept,
            per_page=KINDS_AT_ONCE,
            file_name="scenarios",
        )


class Choice(ScenarioScreen):
    """What was ticked in the list leads to the page on which these stand beside today; nothing ticked leads back."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        known = {str(each.pk) for each in self.scenarios}
        asked = [key for key in dict.fromkeys(request.GET.getlist("met")) if key in known]
        if not asked:
            messages.info(request, _("Kies eerst een of meer scenario's om naast nu te zetten."))
            return redirect("planning:scenarios")
        if len(asked) > MOST_BESIDE:
            messages.info(request, _("Er staan er hoogstens {most} naast nu. De eerste {most} staan hier.").format(most=MOST_BESIDE))
        return redirect("planning:compare", ",".join(asked[:MOST_BESIDE]))


class ChosenScreen(ComparingScreen):
    """A screen about the scenarios that its address names; one that is not of this region is not there."""

    @cached_property
    def chosen(self) -> list[Scenario]:
        return [self.scenario(int(key)) for key in dict.fromkeys(self.kwargs["keys"].split(","))]


class Compared(ChosenScreen):
    """Today and up to three scenarios."""

    template_name = "planning/scenario_compare.html"

    def get(self, request: HttpRequest, keys: str) -> HttpResponseBase:
        return self.compared(self.chosen, {})


def always(_row: object) -> bool:
    return True


def share_at(at: int) -> Any:
    def text(row: KindCompared) -> str:
        return percent_text(row.sides[at].row.low)

    return text


def columns_of(at: int, name: str) -> list[Column]:
    """What the file has of one side beside its share."""

    def column(key: str, label: str, value: Any) -> Column:
        return Column(f"{key}-{at}", f"{name}: {label}", lambda row: value(row.sides[at]))

    found = [
        column("hoogstens", _("hoogstens"), lambda side: percent_text(side.row.high)),
        column("aantal", _("gedekte kinderen"), lambda side: str(side.row.covered)),
        column("vlekken", _("witte vlekken"), lambda side: str(side.row.spots)),
        column("mogelijk", _("mogelijke witte vlekken"), lambda side: str(side.row.maybe_spots)),
        column("alleen", _("kinderen met één school"), lambda side: str(side.row.alone)),
        column("scholen", _("scholen met ja"), lambda side: str(side.row.yes)),
        column("uren", _("uren per week"), lambda side: hours(side.row.hours) if side.row.hours_known else ""),
    ]
    if at:
        found.append(column("verliest", _("kinderen die het niet meer dichtbij hebben"), lambda side: str(side.lost)))
        found.append(column("krijgt", _("kinderen die het dichtbij krijgen"), lambda side: str(side.gained)))
    return found


def figures(sides: Sequence[Side]) -> list[FigureRow]:
    """The figures in all, one row each."""
    wholes = [(side.name, whole(side)) for side in sides]
    rows = [
        row(_("Van alle hulp thuisnabij"), wholes, share_text),
        row(_("Witte vlekken"), wholes, spots_text),
        row(_("Kinderen die voor een soort hulp aan één school hangen"), wholes, lambda each: number(each.alone)),
        row(_("Kinderen van 4 tot en met 11 jaar"), wholes, lambda each: number(each.children)),
        row(_("Scholen"), wholes, lambda each: number(each.schools)),
        row(_("Uren hulp per week, waar bekend"), wholes, lambda each: hours(each.hours)),
    ]
    if all(each.euros is not None for _name, each in wholes):
        rows.append(row(_("Kosten per schooljaar"), wholes, lambda each: translated(money(each))))
    return rows


def row(label: str, wholes: Sequence[tuple[str, Whole]], text: Any) -> FigureRow:
    today = text(wholes[0][1])
    return FigureRow(label, tuple((name, text(each), text(each) != today) for name, each in wholes))


def share_text(side: Whole) -> str:
    least, most = percent(side.figure.low), percent(side.figure.high)
    if least is None:
        return "–"
    return f"{least}%" if least == most else _("{least} tot {most}%").format(least=least, most=most)


def spots_text(side: Whole) -> str:
    if not side.maybe_spots:
        return number(side.spots)
    return _("{sure}, en {maybe} mogelijk").format(sure=number(side.spots), maybe=number(side.maybe_spots))
