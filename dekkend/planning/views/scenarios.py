"""On which screens does someone make, describe, change and remove a scenario?"""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.views.columns import percent_text
from dekkend.coverage.words import Refused
from dekkend.kernel.sentences import say
from dekkend.planning.actions import scenarios as actions
from dekkend.planning.forms.scenarios import FORMS, ChangeForm, ScenarioForm
from dekkend.planning.rules.scenario_data import UNKNOWN, one_as_data, one_from_data
from dekkend.planning.views.scenario_base import ScenarioScreen
from dekkend.planning.views.scenario_compare import ComparingScreen
from dekkend.planning.words.changes import Change, CloseSite, EndOffer
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.ui.rows import RowTable
from dekkend.ui.screens import FormScreen
from dekkend.ui.tables import Column
from dekkend.ui.templatetags.ui import short_moment
from dekkend.ui.translation import translated

LONGEST_CHANGE = 1000  # characters


class Scenarios(ScenarioScreen):
    """All scenarios of the region, each with what it does to the first figure, to choose which to lay beside today."""

    template_name = "planning/scenarios.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = [(each, self.outcome(each)) for each in self.scenarios]
        listed = [
            {"scenario": each, "whole": together(of_region(outcome.coverage)), "told": outcome.told, "passed": len(outcome.without_effect)}
            for each, outcome in rows
        ]
        now = together(of_region(self.coverage))
        table = scenarios_table([{"scenario": None, "whole": now, "told": (), "passed": 0}, *listed], request.GET.dict())
        return table.csv() if table.wants_csv else self.render(self.shown({"listed": listed, "now": now}))


def scenarios_table(rows: list[dict[str, Any]], asked: dict[str, str]) -> RowTable:
    """The same list as a file, today first."""

    def column(key: str, label: str, text: Any) -> Column:
        return Column(key, label, lambda row: text(row) if row["scenario"] else "")

    return RowTable(
        caption=_("Bewaarde scenario's"),
        rows=rows,
        columns=(
            Column("scenario", _("Scenario"), lambda row: row["scenario"].name if row["scenario"] else _("Nu")),
            column("verandert", _("Wat er verandert"), lambda row: " ".join(translated(each.sentence) for each in row["told"])),
            column("niet", _("Veranderingen die niet meetellen"), lambda row: str(row["passed"])),
            Column("aandeel", _("Van alle hulp thuisnabij"), lambda row: percent_text(row["whole"].low)),
            Column("hoogstens", _("Hoogstens"), lambda row: percent_text(row["whole"].high)),
            column("reden", _("Waarom dit scenario"), lambda row: row["scenario"].note),
            column("veranderd", _("Veranderd op"), lambda row: short_moment(row["scenario"].changed_at)),
            column("door", _("Gemaakt door"), lambda row: row["scenario"].by.name if row["scenario"].by else ""),
        ),
        row_template="",
        asked=asked,
        file_name="scenarios",
    )


class Made(ScenarioScreen, FormScreen):
    """Give a scenario its name; the changes come after."""

    template_name = "planning/scenario_form.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return ScenarioForm(data)

    def context(self, form: forms.Form) -> dict[str, Any]:
        return self.shown({"form": form, "scenario": None})

    def done(self, form: forms.Form) -> HttpResponse:
        try:
            made = actions.make_scenario(self.region, form.cleaned_data["name"], note=form.cleaned_data["note"], **self.given)
        except Refused as why:
            form.add_error("name", translated(str(why)))
            return self.render(self.context(form), status=422)
        return self.told(_("Gemaakt. Zeg nu wat er verandert."), "planning:scenario", made.pk)


class Described(ScenarioScreen, FormScreen):
    """Another name or reason for a scenario."""

    template_name = "planning/scenario_form.html"

    @cached_property
    def found(self) -> Any:
        return self.scenario(self.kwargs["scenario_id"])

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return ScenarioForm(data, initial={"name": self.found.name, "note": self.found.note})

    def context(self, form: forms.Form) -> dict[str, Any]:
        return self.shown({"form": form, "scenario": self.found})

    def done(self, form: forms.Form) -> HttpResponse:
        try:
            actions.describe_scenario(self.found, form.cleaned_data["name"], form.cleaned_data["note"], **self.given)
        except Refused as why:
            form.add_error("name", translated(str(why)))
            return self.render(self.context(form), status=422)
        return self.told(_("Bewaard."), "planning:scenario", self.found.pk)


class WhatIf(ScenarioScreen):
    """What if this school stops, or stops with this kind: a scenario in one step, from a screen about coverage."""

    def post(self, request: HttpRequest) -> HttpResponse:
        brin6, code = request.POST.get("school", ""), request.POST.get("soort", "")
        site = next((each for each in self.coverage.sites[: self.coverage.ground.inside] if each.brin6 == brin6), None)
        item = load_catalogue().item(code)
        if site is None or (code and item is None):
            raise Http404
        change: Change = EndOffer(brin6, code) if item else CloseSite(brin6)
        name = say("Als {school} sluit", school=site.name)
        if item:
            name = say("Als {school} stopt met {kind}", school=site.name, kind=item.label)
        try:
            made = actions.what_if(self.region, name, change, self.coverage, **self.given)
        except Refused as why:
            return self.refused(why, "planning:scenarios")
        return self.told(_("Gemaakt. Hieronder staat wat er verandert."), "planning:scenario", made.pk)


class OneScenario(ComparingScreen):
    """One scenario: its changes, and what they do beside today."""

    template_name = "planning/scenario.html"

    def get(self, request: HttpRequest, scenario_id: int) -> HttpResponseBase:
        scenario = self.scenario(scenario_id)
        return self.compared([scenario], {"scenario": scenario, "told": self.outcome(scenario).told, "ways": ways()})


def ways() -> list[tuple[str, str]]:
    """The kinds of changes as (name in the address, what the button says)."""
    return [
        ("school-sluit", _("Laat een school sluiten")),
        ("hulp-erbij", _("Voeg hulp toe")),
        ("hulp-stopt", _("Laat hulp stoppen")),
        ("andere-uren", _("Verander uren")),
        ("kinderen-erbij", _("Laat kinderen erbij komen")),
    ]


class Added(ScenarioScreen, FormScreen):
    """One change more."""

    template_name = "planning/scenario_change.html"

    @cached_property
    def found(self) -> Any:
        return self.scenario(self.kwargs["scenario_id"])

    def make_form(self, data: Any = None, files: Any = None) -> ChangeForm:
        asked = {"brin6": self.request.GET.get("school", ""), "code": self.request.GET.get("soort", "")}
        if self.kwargs["way"] not in FORMS:
            raise Http404
        return FORMS[self.kwargs["way"]](data, coverage=self.coverage, initial=asked)

    def context(self, form: forms.Form) -> dict[str, Any]:
        return self.shown({"form": form, "scenario": self.found, "title": dict(ways())[self.kwargs["way"]]})

    def done(self, form: forms.Form) -> HttpResponse:
        try:
            told = actions.add_change(self.found, form.change(), self.coverage, **self.given)  # type: ignore[attr-defined]
        except Refused as why:
            form.add_error(None, translated(str(why)))
            return self.render(self.context(form), status=422)
        return self.told(translated(told.sentence), "planning:scenario", self.found.pk)


class TakenOut(ScenarioScreen):
    """Without this change; the page that follows has the undo."""

    def post(self, request: HttpRequest, scenario_id: int) -> HttpResponse:
        scenario = self.scenario(scenario_id)
        try:
            told = actions.remove_change(scenario, request.POST.get("verandering", ""), self.coverage, **self.given)
        except Refused as why:
            return self.refused(why, "planning:scenario", scenario_id)
        more = {"scenario": scenario, "told": told, "change": json.dumps(one_as_data(told.change))}
        return self.render(self.shown(more), template="planning/scenario_taken_out.html")


class PutBack(ScenarioScreen):
    """Undo: the change stands there again."""

    def post(self, request: HttpRequest, scenario_id: int) -> HttpResponse:
        scenario = self.scenario(scenario_id)
        try:
            told = actions.put_change_back(scenario, read(request.POST.get("verandering", "")), self.coverage, **self.given)
        except Refused as why:
            return self.refused(why, "planning:scenario", scenario_id)
        return self.told(translated(told.sentence), "planning:scenario", scenario_id)


def read(text: str) -> Change:
    """A change as the page before wrote it. Raises Refused for anything else."""
    try:
        return one_from_data(json.loads(text[:LONGEST_CHANGE]))
    except (ValueError, RecursionError):
        raise Refused(UNKNOWN) from None


class Copied(ScenarioScreen):
    def post(self, request: HttpRequest, scenario_id: int) -> HttpResponse:
        try:
            made = actions.copy_scenario(self.scenario(scenario_id), **self.given)
        except Refused as why:
            return self.refused(why, "planning:scenario", scenario_id)
        return self.told(_("Gekopieerd. Geef de kopie een eigen naam en verander wat u wilt."), "planning:describe_scenario", made.pk)


class Removed(ScenarioScreen):
    def post(self, request: HttpRequest, scenario_id: int) -> HttpResponse:
        scenario = self.scenario(scenario_id)
        try:
            actions.remove_scenario(scenario, **self.given)
        except Refused as why:
            return self.refused(why, "planning:scenarios")
        return self.render(self.shown({"scenario": scenario}), template="planning/scenario_removed.html")


class BroughtBack(ScenarioScreen):
    """Undo of a removal."""

    def post(self, request: HttpRequest, scenario_id: int) -> HttpResponse:
        try:
            found = actions.bring_scenario_back(self.removed(scenario_id), **self.given)
        except Refused as why:
            return self.refused(why, "planning:scenarios")
        return self.told(_("Het scenario is er weer."), "planning:scenario", found.pk)
