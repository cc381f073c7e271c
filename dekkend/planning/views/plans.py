"""On which screens does a region ask where more support would help most, and see the answer with its proof and its reasons?"""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.coverage.permissions import may_set_money_of
from dekkend.coverage.queries import coverage_of, settings_of
from dekkend.coverage.rules.kinds import kinds_of
from dekkend.coverage.words import Refused
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.views.of_region import RegionScreen
from dekkend.planning import jobs
from dekkend.planning.actions import plans as actions
from dekkend.planning.actions.scenarios import from_plan
from dekkend.planning.forms.asking import AskForm, initial_of
from dekkend.planning.forms.scenarios import KeepForm
from dekkend.planning.models import Plan
from dekkend.planning.permissions import may_plan
from dekkend.planning.queries.plans import is_stuck, plans_listed, plans_within
from dekkend.planning.rules.asking import NoAmount, from_data
from dekkend.planning.rules.conditions import limits
from dekkend.planning.rules.plan_as_scenario import changes_of, counted_otherwise
from dekkend.planning.rules.plan_names import name_of
from dekkend.planning.rules.telling import question, short_answer
from dekkend.planning.rules.told import OtherFormat
from dekkend.planning.rules.told import from_data as advice_from_data
from dekkend.planning.words.advice import Advice
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.ui.screens import FormScreen
from dekkend.ui.tables import Column, Table
from dekkend.ui.templatetags.ui import short_moment
from dekkend.ui.translation import translated

YEARS = 2  # earlier school years whose profiles can be asked about


class PlanScreen(RegionScreen):
    """A screen about plans of the region that this person works for."""

    access = may_plan

    @property
    def today(self) -> Any:
        return self.request.today  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        return {"by": self.request.user, "scope": self.request.scope, "now": timezone.now()}  # type: ignore[attr-defined]

    def plan_at(self, plan_id: int) -> Plan:
        """Not there for who works for another region; neither is one that cannot be read any more."""
        found = plans_within(self.request.scope).filter(pk=plan_id).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    def labels(self) -> dict[str, str]:
        return {item.code: translated(item.label) for item in load_catalogue().items}

    def words_of(self, plan: Plan) -> str:
        try:
            return translated(question(from_data(plan.asked), self.labels()))
        except Refused:
            return _("Een vraag die Dekkend niet meer kent")

    @cached_property
    def schools(self) -> dict[str, str]:
        """How the schools of the region are called today, by brin6."""
        region = coverage_of(self.region, settings_of(self.region), today=self.today)
        return {site.brin6: site.name for site in region.sites}

    def limits_of(self, plan: Plan) -> list[str]:
        """What its answer holds within; without it two questions look the same."""
        try:
            asked = from_data(plan.asked)
        except Refused:
            return []
        return [translated(line) for line in limits(asked, self.schools if asked.without or asked.certain else {})]


class Plans(PlanScreen):
    """What this region asked, the newest first."""

    template_name = "planning/plans.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = Table(
            caption=_("Plannen van deze regio"),
            rows=plans_listed(request.scope, self.region),  # type: ignore[attr-defined]
            columns=(
                Column("vraag", _("Vraag"), lambda plan: " ".join((self.words_of(plan), *self.limits_of(plan)))),
                Column("op", _("Gevraagd op"), lambda plan: short_moment(plan.asked_at), ("asked_at",)),
                Column("door", _("Gevraagd door"), lambda plan: plan.asked_by.name if plan.asked_by else "", ("asked_by__name",)),
                Column("antwoord", _("Antwoord"), self.short),
            ),
            row_template="planning/plan_row.html",
            asked=request.GET.dict(),
            file_name="plannen",
        )
        if table.wants_csv:
            return table.csv()
        for plan in table.page:
            plan.words, plan.short, plan.limits = self.words_of(plan), self.short(plan), self.limits_of(plan)
        return self.render({"table": table, "region": self.region})

    def short(self, plan: Plan) -> str:
        """How far it is, or what came of it, in a few words."""
        if not plan.finished_at:
            return _("niet gelukt") if is_stuck(plan, now=timezone.now()) else _("wordt uitgerekend")
        found = plan.proof  # type: ignore[attr-defined]  # from the list
        if not found:
            return _("niet gelukt")
        return translated(short_answer(from_data(plan.asked), json.loads(found) if isinstance(found, str) else found))


class Ask(PlanScreen, FormScreen):
    """The question. `?soort=` fills a kind in, `?als=` an earlier question, `?zonder=` a school that cannot."""

    template_name = "planning/ask.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        year = SchoolYear.of(self.today)
        coverage = coverage_of(self.region, settings_of(self.region), today=self.today)
        years = [str(year := year.previous) for _step in range(YEARS)]
        sites = sorted(coverage.sites[: coverage.ground.inside], key=lambda site: site.name.casefold())
        return AskForm(data, kinds=coverage.kinds, sites=sites, years=years, initial=self.initial())

    def initial(self) -> dict[str, Any]:
        asked, found = self.request.GET, {}
        if (key := asked.get("als", "")).isascii() and key.isdigit() and len(key) < 10:
            try:
                found = initial_of(from_data(self.plan_at(int(key)).asked))
            except Refused:
                found = {}
        if brin6 := asked.get("zonder", ""):
            found["without"] = [*found.get("without", []), brin6]
            found["certain"] = [each for each in found.get("certain", []) if each != brin6]
        return found | ({"code": asked["soort"]} if asked.get("soort") else {})

    def context(self, form: forms.Form) -> dict[str, Any]:
        opened = any(name in form.errors or form[name].value() for name in FOLDED)
        more = "more" in form.errors or bool(form["more"].value())
        schools = [form["without"], form["certain"]]
        return {"form": form, "region": self.region, "opened": opened, "more_kinds": more, "schools": schools}

    def done(self, form: forms.Form) -> HttpResponse:
        try:
            with transaction.atomic():
                plan = actions.ask_for_plan(self.region, form.asked(), today=self.today, **self.given)  # type: ignore[attr-defined]
                jobs.make_later(plan.pk)
        except Refused as why:
            form.add_error(None, translated(str(why)))
            may_pay = may_set_money_of(self.request.scope, self.region.pk)  # type: ignore[attr-defined]
            return self.render(self.context(form) | {"no_amount": isinstance(why, NoAmount) and may_pay}, status=422)
        return redirect("planning:plan", plan.pk)


FOLDED = (
    "radius_km",
    "hours",
    "site_kinds",
    "without",
    "certain",
    "school_year",
)  # beside more kinds: what is folded away until it is used


class Again(PlanScreen):
    """The same question on what is known now."""

    def post(self, request: HttpRequest, plan_id: int) -> HttpResponse:
        before = self.plan_at(plan_id)
        try:
            with transaction.atomic():
                plan = actions.ask_for_plan(before.partnership, from_data(before.asked), today=self.today, **self.given)
                jobs.make_later(plan.pk)
        except Refused as why:
            messages.warning(request, translated(str(why)))
            return redirect("planning:plan", plan_id)
        return redirect("planning:plan", plan.pk)


class Remove(PlanScreen):
    template_name = "planning/removed.html"

    def post(self, request: HttpRequest, plan_id: int) -> HttpResponse:
        plan = self.plan_at(plan_id)
        actions.remove_plan(plan, **self.given)
        messages.success(request, _("Het plan is weg. U kunt het een maand lang terugzetten."))
        return self.render({"plan": plan, "words": self.words_of(plan), "region": plan.partnership})


class BringBack(PlanScreen):
    """Undo of taking a plan away."""

    def post(self, request: HttpRequest, plan_id: int) -> HttpResponse:
        plan = self.plan_at(plan_id)
        actions.bring_plan_back(plan, **self.given)
        messages.success(request, _("Het plan is er weer."))
        return redirect("planning:plan", plan_id)


class AsScenario(PlanScreen):
    """Keep what the plan chose as a scenario, to lay it beside others."""

    def post(self, request: HttpRequest, plan_id: int) -> HttpResponse:
        plan = self.plan_at(plan_id)
        advice = advice_of(plan)
        labels = {kind.code: kind.label for kind in advice.kinds}
        counted = kinds_of(settings_of(plan.partnership), load_catalogue())
        words = question(advice.asked, labels)
        otherwise = counted_otherwise(advice.asked, counted, labels)
        form = KeepForm(request.POST)
        if not form.is_valid():
            messages.warning(request, str(form.errors["name"][0]))
            return redirect("planning:plan", plan_id)
        name = form.cleaned_data["name"] or name_of(advice.asked, labels)
        try:
            scenario = from_plan(plan.partnership, name, changes_of(advice), note="\n".join((words, *otherwise)), **self.given)
        except Refused as why:
            messages.warning(request, translated(str(why)))
            return redirect("planning:plan", plan_id)
        messages.success(request, _("Bewaard als scenario. Hieronder ziet u wat het doet."))
        for line in otherwise:
            messages.warning(request, translated(line))
        return redirect("planning:scenario", scenario.pk)


def advice_of(plan: Plan) -> Advice:
    """What came out. Not there for a plan that is not finished, was taken away, or could not be made."""
    if plan.finished_at is None or plan.removed_at is not None or plan.fault == actions.REFUSED or not plan.answer:
        raise Http404
    try:
        return advice_from_data(plan.answer)
    except OtherFormat:
        raise Http404 from None
