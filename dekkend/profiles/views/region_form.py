"""On which screen does a region change its form, see what that does to drafts, and put it in force?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.organisations.words import Kind, Refused
from dekkend.profiles.actions.region_form import keep_form, put_in_force
from dekkend.profiles.forms import RegionFormForm
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import RegionForm
from dekkend.profiles.queries.region_form import being_made, drafts_on, standing_forms
from dekkend.profiles.rules.region_form import NOTHING, on_form, overlaid
from dekkend.profiles.views.fixed_text import OfForm
from dekkend.ui.screens import FormScreen
from dekkend.ui.translation import translated

ALL = "alle"


class ChangeForm(OfForm, FormScreen):
    """The changes of the region for one school year and kind of school. Kept first, with what they do to drafts; then put in force."""

    template_name = "profiles/region_form.html"

    @property
    def year(self) -> str:
        """A form is changed for this school year or the next; earlier ones are history."""
        this = SchoolYear.of(self.today)
        found = parse_school_year(self.kwargs["school_year"])
        if found is None or str(found) not in (str(this), str(this.next)):
            raise Http404
        return str(found)

    @property
    def kind(self) -> str:
        asked: str = self.kwargs["kind"]
        if asked != ALL and asked not in {kind.value for kind in Kind}:
            raise Http404
        return "" if asked == ALL else asked

    @cached_property
    def made(self) -> RegionForm | None:
        return being_made(self.region, self.year, self.kind)

    @cached_property
    def earlier(self) -> list[RegionForm]:
        return list(standing_forms(self.region))

    @property
    def overlay(self) -> dict[str, Any]:
        """What is in the making, else what is in force: one changes that further."""
        kept = self.made or next((form for form in self.earlier if form.kind == self.kind and form.school_year <= self.year), None)
        return kept.overlay if kept else NOTHING

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return RegionFormForm(load_template(), load_catalogue(), self.overlay, data)

    def context(self, form: forms.Form) -> dict[str, Any]:
        kinds = [(ALL, _("Alle scholen")), *((kind.value, translated(kind.label)) for kind in Kind)]
        context = {"form": form, "region": self.region, "year": self.year, "kinds": kinds, "kind": self.kwargs["kind"]}
        return context | {"made": self.made, "earlier": self.earlier, "effects": self.effects() if self.made else ()}

    def effects(self) -> list[dict[str, Any]]:
        """Per open draft: the answers that become rows of the school's own, and own rows that become rows of the form."""
        template = load_template()
        form = overlaid(template, self.overlay, load_catalogue())
        found = []
        for draft in drafts_on(self.region, self.year, self.kind, template.id):
            moved = on_form(load_template(draft.template), form, draft.values)
            found.append({"site": draft.site, "year": draft.school_year, "own": moved.kept_as_own, "taken": moved.taken_in})
        return found

    def done(self, form: forms.Form) -> HttpResponse:
        user, now, address = self.request.user, timezone.now(), ("profiles:region_form", self.year, self.kwargs["kind"])
        if self.request.POST.get("do") != "force":
            keep_form(self.region, self.year, self.kind, form.cleaned_data["overlay"], by=user, now=now)
            messages.success(self.request, _("Bewaard. Er verandert nog niets: bekijk eerst wat dit doet met concepten."))
            return redirect(*address)
        if self.made is None or form.cleaned_data["overlay"] != self.made.overlay:
            form.add_error(None, _("U veranderde nog iets. Bewaar dat eerst, en bekijk wat het doet met concepten."))
            return self.render(self.context(form), status=422)
        try:
            moved = put_in_force(self.region, self.year, self.kind, by=user, now=now)
        except Refused as why:
            messages.warning(self.request, translated(str(why)))
        else:
            messages.success(self.request, _("Het formulier is in werking. Verhuisde concepten: {number}.").format(number=moved))
        return redirect(*address)
