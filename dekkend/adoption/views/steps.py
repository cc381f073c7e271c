"""On which screen does someone take a step: the day, words, files?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from dekkend.adoption.actions.taking import Given, take_step
from dekkend.adoption.forms import StepForm
from dekkend.adoption.rules.procedure import PROCEDURE
from dekkend.adoption.views.one import OneCase
from dekkend.adoption.words.procedure import ABOUT, Kind
from dekkend.organisations.words import Refused
from dekkend.ui.templatetags.ui import in_words
from dekkend.ui.translation import translated

ELSEWHERE = (Kind.ADVISE, Kind.REACT)  # these have a screen of their own


class StepScreen(OneCase):
    """One step. Where it is not possible now, the page of the procedure says why."""

    template_name = "adoption/step.html"

    @property
    def kind(self) -> Kind:
        code = self.kwargs["kind"]
        if code not in {kind.value for kind in Kind} or code in ELSEWHERE:
            raise Http404
        return Kind(code)

    def refuse_others(self) -> None:
        if self.kind not in self.acting:
            raise PermissionDenied(_("Deze stap hoort bij een andere rol. U kunt wel zien hoe ver het is."))

    def make_form(self, *given: Any) -> forms.Form:
        happened: dict[Kind, date] = self.happened
        return StepForm(self.kind, happened, self.today, *given)

    def context(self, form: forms.Form) -> dict[str, Any]:
        about = {"form": form, "kind": self.kind, "step": ABOUT[self.kind], "how": self.acting[self.kind], "law_day": self.case.first_day}
        return self.about() | about

    def get(self, request: HttpRequest, brin6: str, school_year: str, kind: str) -> HttpResponseBase:
        self.refuse_others()
        facts = self.case.facts
        if facts.state not in PROCEDURE.move(self.kind).sources or PROCEDURE.blockers(self.kind, facts):
            return self.back()
        return self.render(self.context(self.make_form()))

    def post(self, request: HttpRequest, brin6: str, school_year: str, kind: str) -> HttpResponse:
        self.refuse_others()
        form = self.make_form(request.POST, request.FILES)
        if not form.is_valid():
            return self.render(self.context(form), status=422)
        told = form.cleaned_data
        given = Given(told["on"], told["text"], told["attachments"])
        try:
            take_step(self.kind, self.case.site, school_year, given, self.who)
        except Refused as why:
            return self.back(why)
        what = translated(ABOUT[self.kind].happened)
        messages.success(request, _("Vastgelegd: {what}, op {day}.").format(what=what, day=in_words(told["on"])))
        return self.back()
