"""On which screens does a region keep views, fill in amounts and add a norm of its own?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.coverage.actions import choosing, norms, rates
from dekkend.coverage.forms import NormForm, RateForm, ViewForm
from dekkend.coverage.gateways.norm_files import MOST_BYTES
from dekkend.coverage.permissions import may_set, may_set_money
from dekkend.coverage.queries import key_in, own_versions, rate_keys, rates_of, settings_of
from dekkend.coverage.queries.reach import has_norm
from dekkend.coverage.rules.kinds import items_of
from dekkend.coverage.views.base import CoverageScreen
from dekkend.coverage.words import Per, Refused
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Partnership
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.ui.screens import FormScreen
from dekkend.ui.translation import translated


class Setting(CoverageScreen):
    """A screen on which a region lays something down."""

    access = may_set

    @property
    def given(self) -> dict[str, Any]:
        return {"by": self.request.user, "scope": self.request.scope, "now": timezone.now()}  # type: ignore[attr-defined]

    def told(self, sentence: str, address: str = "coverage:settings") -> HttpResponse:
        messages.success(self.request, sentence)
        return redirect(address)

    def refused(self, why: Refused, address: str = "coverage:settings") -> HttpResponse:
        messages.warning(self.request, translated(str(why)))
        return redirect(address)


class SaveView(Setting, FormScreen):
    """Give the filters of the board a name."""

    template_name = "coverage/save_view.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return ViewForm(data, initial={"query": self.query})

    def context(self, form: forms.Form) -> dict[str, Any]:
        return self.shown({"form": form})

    def done(self, form: forms.Form) -> HttpResponse:
        try:
            view = choosing.save_view(self.region, form.cleaned_data["name"], form.cleaned_data["query"], **self.given)
        except Refused as why:
            form.add_error("name", translated(str(why)))
            return self.render(self.context(form), status=422)
        return self.told(_("Bewaard als '{name}'.").format(name=view.name), "coverage:board")


class RemoveView(Setting):
    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            choosing.remove_view(self.region, request.POST.get("name", ""), **self.given)
        except Refused as why:
            return self.refused(why)
        messages.success(request, _("De keuze '{name}' is weg.").format(name=request.POST.get("name", "")))
        return self.render(self.shown({"removed": request.POST.get("name", "")}), template="coverage/view_removed.html")


class RestoreView(Setting):
    """Undo of taking a view away."""

    def post(self, request: HttpRequest) -> HttpResponse:
        try:
            choosing.restore_view(self.region, request.POST.get("name", ""), **self.given)
        except Refused as why:
            return self.refused(why)
        return self.told(_("De keuze is er weer."))


class Rates(Setting, FormScreen):
    """What each kind costs in this school year; only what the region fills in."""

    access = may_set_money
    template_name = "coverage/rates.html"

    @property
    def year(self) -> str:
        return str(SchoolYear.of(self.today))

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return RateForm(data, items=items_of(settings_of(self.region), load_catalogue()))

    def context(self, form: forms.Form) -> dict[str, Any]:
        labels = {item.code: item.label for item in load_catalogue().items}
        keys = rate_keys(self.region, self.year)
        found = [(rate, labels.get(rate.code, rate.code), keys[rate.code]) for rate in rates_of(self.region, self.year)]
        return self.shown({"form": form, "rates": found, "year": self.year})

    def done(self, form: forms.Form) -> HttpResponse:
        given = form.cleaned_data
        try:
            rates.set_rate(self.region, self.year, given["code"], Per(given["per"]), given["euros"], **self.given)
        except Refused as why:
            form.add_error(None, translated(str(why)))
            return self.render(self.context(form), status=422)
        return self.told(_("Het bedrag is bewaard."), "coverage:rates")


class UndoRate(Setting):
    access = may_set_money

    def post(self, request: HttpRequest) -> HttpResponse:
        year = str(SchoolYear.of(self.today))
        try:
            rates.undo_rate(self.region, year, request.POST.get("code", ""), key_in(request.POST.get("bedrag", "")), **self.given)
        except Refused as why:
            return self.refused(why, "coverage:rates")
        return self.told(_("Het vorige bedrag geldt weer."), "coverage:rates")


class AddNorm(Setting):
    """A norm of the region's own, from a file with the form of those that come along."""

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form = NormForm(request.POST, request.FILES)
        if not form.is_valid() or form.cleaned_data["file"].size > MOST_BYTES:
            return self.refused(Refused(_("Er is geen bestand dat een norm kan zijn. Kies een YAML-bestand van hoogstens 100 kB.")))
        try:
            row = norms.add_norm(self.region, form.cleaned_data["file"].read(), **self.given)
        except Refused as why:
            return self.refused(why)
        [counts] = [told for each, told in own_versions(self.region, self.today) if each.pk == row.pk]
        added = _("De norm '{title}', versie {version}, is toegevoegd.").format(title=row.title, version=row.version)
        told = [added, translated(counts)]
        if row.name not in settings_of(self.region).norms:
            told.append(_("Kies hem hieronder om hem naast de scholen te leggen."))
        return self.told(" ".join(told))


class WithdrawNorm(Setting):
    def post(self, request: HttpRequest, norm_id: int) -> HttpResponse:
        norm_of_region(self.region, norm_id)
        try:
            row = norms.withdraw_norm(self.region, norm_id, **self.given)
        except Refused as why:
            return self.refused(why)
        return self.render(self.shown({"norm": row}), template="coverage/norm_withdrawn.html")


class BringNormBack(Setting):
    """Undo of a withdrawal."""

    def post(self, request: HttpRequest, norm_id: int) -> HttpResponse:
        norm_of_region(self.region, norm_id)
        try:
            norms.bring_norm_back(self.region, norm_id, **self.given)
        except Refused as why:
            return self.refused(why)
        return self.told(_("De norm is er weer."))


def norm_of_region(region: Partnership, norm_id: int) -> None:
    """Not there for who is of another region."""
    if not has_norm(region, norm_id):
        raise Http404
