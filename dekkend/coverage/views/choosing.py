"""On which screen does a region choose how its coverage is counted, see what that does, and go back to an earlier way?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from dekkend.coverage.actions import choosing
from dekkend.coverage.forms import NormForm, SettingsForm
from dekkend.coverage.models import CoverageSettings
from dekkend.coverage.queries import (
    STANDARD,
    before_choice,
    chosen_since,
    coverage_of,
    key_in,
    norm_names,
    norm_titles,
    norms_for,
    own_versions,
    settings_history,
    settings_of,
    views_of,
    way_of_counting,
)
from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.kinds import checked, difference, from_data
from dekkend.coverage.rules.listed import percent
from dekkend.coverage.rules.settings_merge import mark_of, merge
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.views.setting import Setting
from dekkend.coverage.words import Changed, Refused, Settings
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.ui.screens import FormScreen
from dekkend.ui.translation import translated

SHOWN = 5  # choices that stand on the screen before someone asks for all


@dataclass(frozen=True, slots=True)
class Choice:
    """One earlier choice in the list: what it changed, and whether it is counted so now."""

    row: CoverageSettings
    told: str
    is_now: bool


class SetCoverage(Setting, FormScreen):
    """How it is counted: first what a change does, then it is kept; every earlier way can be chosen again."""

    template_name = "coverage/settings.html"

    @cached_property
    def now(self) -> Settings:
        return settings_of(self.region)

    @cached_property
    def older(self) -> Settings | None:
        """The way of counting that is to be chosen again; of norms those that are still there."""
        key = self.request.GET.get("keuze", "")
        found = way_of_counting(self.region, key) if key else None
        if key and found is None:
            raise Http404
        return found and replace(found, norms=tuple(name for name in found.norms if name in norm_names(self.region)))

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return self.form_upon(self.older or self.now, data)

    def form_upon(self, filled: Settings, data: Any = None) -> SettingsForm:
        norms, upon = norms_for(self.region), mark_of(self.now)
        return SettingsForm(data, catalogue=load_catalogue(), norms=norms, now=filled, upon=upon)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if self.older is None:
            return self.render(self.context(form))
        change = self.told_change(self.now, self.older)
        return self.render(self.context(form) | {"again": change, "after": self.effect(self.older)})

    def context(self, form: forms.Form) -> dict[str, Any]:
        rows = settings_history(self.region)
        all_asked, many = "keuzes" in self.request.GET, rows.count()
        more = {
            "form": form,
            "history": [self.choice(row) for row in (rows if all_asked else rows[:SHOWN])],
            "more": 0 if all_asked or many <= SHOWN else many,
            "standard": STANDARD,
            "standard_is_now": mark_of(self.now) == mark_of(Settings()),
            "views": views_of(self.region),
            "own_norms": own_versions(self.region, self.today),
        }
        return self.shown(more | {"norm_form": NormForm(), "before": self.effect(self.now)})

    def choice(self, row: CoverageSettings) -> Choice:
        chosen = from_data(row.values)
        return Choice(row, self.told_change(before_choice(row), chosen), mark_of(chosen) == mark_of(self.now))

    @cached_property
    def titles(self) -> dict[str, str]:
        return norm_titles(self.region)

    def told_change(self, before: Settings, after: Settings) -> str:
        return difference(before, after, load_catalogue(), self.titles)

    def done(self, form: forms.Form) -> HttpResponse:
        upon = form.cleaned_data["upon"]
        try:
            chosen = checked(form.chosen(), load_catalogue())  # type: ignore[attr-defined]
            if upon != mark_of(self.now):
                return self.meanwhile(chosen, upon)
            if self.request.POST.get("doe") == "bekijk":
                return self.render(self.context(form) | {"after": self.effect(chosen)})
            choosing.choose_settings(self.region, chosen, upon=upon, **self.given)
        except Changed:
            del self.now  # it changed between our look and the lock
            return self.meanwhile(chosen, upon)
        except Refused as why:
            form.add_error(None, translated(str(why)))
            return self.render(self.context(form), status=422)
        return self.told(_("Bewaard. Alle cijfers zijn vanaf nu zo gerekend."))

    def meanwhile(self, mine: Settings, upon: str) -> HttpResponse:
        """Someone else chose since this form was drawn: both changes together, to be looked at and then kept."""
        base, rows = chosen_since(self.region, upon)
        base = self.now if base is None else base
        both = merge(base, mine, self.now, load_catalogue())
        form = self.form_upon(both.settings)
        told = {
            "theirs": [self.choice(row) for row in rows[:SHOWN]],
            "mine": "" if mark_of(mine) == mark_of(base) else self.told_change(base, mine),
            "clash": "" if mark_of(both.clash) == mark_of(self.now) else self.told_change(self.now, both.clash),
        }
        return self.render(self.context(form) | {"meanwhile": told, "after": self.effect(both.settings)}, status=409)

    def effect(self, settings: Settings) -> dict[str, Any]:
        """What these settings make of the figures at the top of the board."""
        coverage = coverage_of(self.region, settings, today=self.today)
        whole, spots = together(of_region(coverage)), white_spots(coverage)
        sure = sum(spot.sure for spot in spots)
        return {"low": percent(whole.low), "high": percent(whole.high), "sure": sure, "maybe": len(spots) - sure}


class UndoSettings(Setting):
    """Back to how it was counted before the choice that is named."""

    def post(self, request: HttpRequest) -> HttpResponse:
        was = settings_of(self.region)
        try:
            chosen = choosing.undo_settings(self.region, key_in(request.POST.get("keuze", "")), **self.given)
        except Refused as why:
            return self.refused(why)
        choice = translated(difference(was, chosen, load_catalogue(), norm_titles(self.region)))
        return self.told(_("Teruggezet. Alle cijfers zijn nu zo gerekend: {choice}.").format(choice=choice))
