"""On which screens does a board name who stands in, and a region set its terms?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.adoption.actions.arranging import Naming, end_stand_in, name_stand_in, set_terms
from dekkend.adoption.actions.taking import Who
from dekkend.adoption.forms import StandInForm, TermsForm
from dekkend.adoption.permissions import may_name_stand_ins, may_set_terms
from dekkend.adoption.queries.people import can_stand_in_anywhere, stand_ins_within
from dekkend.adoption.queries.terms import terms_of
from dekkend.adoption.words.facts import Terms
from dekkend.organisations.models import Partnership
from dekkend.organisations.queries import sites_within
from dekkend.organisations.words import Level, Refused, Role
from dekkend.register.queries.closures import still_open
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.translation import translated


def who_of(request: Any) -> Who:
    return Who(request.user, request.scope, request.today, timezone.now())


class StandIns(FormScreen):
    """Who stands in for whom at the schools of the own board; naming another one."""

    access = may_name_stand_ins
    template_name = "adoption/stand_ins.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        scope, today = self.request.scope.only(Role.BOARD), self.request.today  # type: ignore[attr-defined]
        sites = still_open(sites_within(scope))
        return StandInForm(sites, can_stand_in_anywhere(sites, today), data, initial={"first": today, "last": today})

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "stand_ins": stand_ins_within(self.request.scope)[:200], "today": self.request.today}  # type: ignore[attr-defined]

    def done(self, form: forms.Form) -> HttpResponse:
        given = form.cleaned_data
        naming = Naming(given["person"], Role(given["role"]), given["first"], given["last"], given["reason"])
        try:
            name_stand_in(given["site"], naming, who_of(self.request))
        except Refused as why:
            form.add_error(None, translated(str(why)))
            return self.render(self.context(form), status=422)
        messages.success(
            self.request, _("{name} vervangt nu. Bij elke stap staat dat het namens een ander is.").format(name=naming.person.name)
        )
        return redirect("adoption:stand_ins")


class EndStandIn(Screen):
    """Someone no longer stands in, from now."""

    access = may_name_stand_ins
    http_method_names = ("post",)

    def post(self, request: HttpRequest, stand_in_id: int) -> HttpResponse:
        stand_in = stand_ins_within(request.scope).filter(pk=stand_in_id).first()  # type: ignore[attr-defined]
        if stand_in is None:
            raise Http404
        end_stand_in(stand_in, who_of(request))
        messages.success(request, _("De vervanging is beëindigd."))
        return redirect("adoption:stand_ins")


class SetTerms(FormScreen):
    """After how many days the council and the board are reminded. Nothing happens by itself when a term is over."""

    access = may_set_terms
    template_name = "adoption/terms.html"

    @property
    def region(self) -> Partnership:
        own = self.request.scope.only(Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR).ids(Level.PARTNERSHIP)  # type: ignore[attr-defined]
        found = Partnership.objects.filter(pk__in=own).order_by("name").first()
        if found is None:
            raise Http404
        return found

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        now = terms_of(self.region.pk)
        days = {"advice_days": now.advice_days, "decision_days": now.decision_days, "remind_days": now.remind_days}
        return TermsForm(data, initial=days)

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "region": self.region, "today": self.request.today}  # type: ignore[attr-defined]

    def done(self, form: forms.Form) -> HttpResponse:
        set_terms(self.region, Terms(**form.cleaned_data), who_of(self.request))
        messages.success(self.request, _("De termijnen zijn bewaard. Zij gelden ook voor wat al loopt."))
        return redirect("adoption:terms")
