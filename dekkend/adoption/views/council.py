"""On which screen does the council read what changed, and write its advice?"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.adoption.actions.advising import Written, give_advice, page_of, save_advice
from dekkend.adoption.actions.taking import Given
from dekkend.adoption.forms import AdviceForm, field_at
from dekkend.adoption.models import Advice
from dekkend.adoption.permissions import may_advise
from dekkend.adoption.queries.advices import written_so_far
from dekkend.adoption.queries.cases import compared_with, earlier_advice
from dekkend.adoption.queries.differences import Differences, differences
from dekkend.adoption.rules.writing import page_from
from dekkend.adoption.views.one import OneCase
from dekkend.adoption.words.procedure import Kind, State
from dekkend.organisations.words import Refused
from dekkend.ui.translation import translated


class Advise(OneCase):
    """What changed, last year's advice and what was done with it, a field beside every change, and the advice on the whole.

    Saved while it is being written: with a button, and by htmx after each pause. Nobody outside the council sees that.
    """

    access = may_advise
    template_name = "adoption/advise.html"

    @cached_property
    def changed(self) -> Differences | None:
        return differences(self.case, compared_with(self.case.adoption))

    @cached_property
    def written(self) -> Advice | None:
        return written_so_far(self.case.adoption)

    def places(self) -> list[tuple[str, str]]:
        """Every change that can be read, and every remark that was made on another place."""
        found = {change.path: change.label for change in self.changed.list.read} if self.changed else {}
        if self.written:
            found |= {remark.path: remark.label for remark in self.written.remarks.all() if remark.path not in found}
        return list(found.items())

    def refuse_others(self) -> None:
        if Kind.ADVISE not in self.acting:
            raise PermissionDenied(_("Alleen de MR van deze school geeft hier advies."))

    def form(self, *given: Any) -> AdviceForm:
        return AdviceForm(self.places(), self.happened, self.today, *given, **({} if given else {"initial": self.initial()}))

    def initial(self) -> dict[str, Any]:
        stored = page_of(self.written)
        remarks = {field_at(path): text for path, text in stored.remarks.items()}
        return {"outcome": stored.outcome, "text": stored.text, "shown": stored.as_json()} | remarks

    def context(self, form: AdviceForm, problem: str = "") -> dict[str, Any]:
        fields = {path: form[field_at(path)] for path, _label in form.places}
        shown = {change.path for change in self.changed.list.read} if self.changed else set()
        return self.about() | {
            "form": form,
            "changed": self.changed,
            "sections": sections_with(self.changed, fields),
            "elsewhere": [field for path, field in fields.items() if path not in shown],
            "written": self.written,
            "earlier": earlier_advice(self.case.adoption),
            "problem": problem,
            "law_day": self.case.first_day,
        }

    def get(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponseBase:
        self.refuse_others()
        if self.case.state is not State.ASKED:
            return self.back()
        return self.render(self.context(self.form()))

    def post(self, request: HttpRequest, brin6: str, school_year: str) -> HttpResponse:
        self.refuse_others()
        if self.case.state is not State.ASKED:
            return self.back()
        form = self.form(request.POST, request.FILES)
        valid = form.is_valid()
        given = form.cleaned_data
        shown = page_from(given["shown"]) if given.get("shown") else None
        written = Written(given.get("outcome", ""), given.get("text", ""), form.remarks(), shown)
        if request.htmx:  # type: ignore[attr-defined]
            return self.saved_in_passing(written, valid=valid)
        if not valid:
            return self.render(self.context(form, _("Er staat nog iets verkeerd. Kijk bij de rode regels.")), status=422)
        try:
            return self.handed_in(written, form) if "hand_in" in request.POST else self.saved(written)
        except Refused as why:
            data = request.POST.copy()
            data["shown"] = written.page.as_json()  # it was kept all the same: the next time starts from there
            form.data = data
            return self.render(self.context(form, translated(str(why))), status=422)

    def saved_in_passing(self, written: Written, *, valid: bool) -> HttpResponse:
        """The answer brings along what this browser shows now: the next time it is compared with that."""
        alone = True
        try:
            if valid:
                advice = save_advice(self.case.site, self.case.school_year, written, self.who)
                alone = page_of(advice) == written.page
        except Refused:
            valid = False
        told = {"saved": valid, "alone": alone, "moment": timezone.localtime(), "shown": written.page.as_json()}
        return self.render(told, template="adoption/saved.html")

    def saved(self, written: Written) -> HttpResponse:
        save_advice(self.case.site, self.case.school_year, written, self.who)
        messages.success(self.request, _("Bewaard. U kunt hier later verder schrijven; ook de andere leden van de MR zien dit."))
        return self.back()

    def handed_in(self, written: Written, form: AdviceForm) -> HttpResponse:
        # Kept first, and on its own: what someone else wrote is to be read before it is handed in in the name of all.
        advice = save_advice(self.case.site, self.case.school_year, written, self.who)
        if page_of(advice) != written.page:
            messages.warning(
                self.request, _("Een ander lid van de MR schreef intussen ook. Het staat er nu bij. Lees alles na en geef dan het advies.")
            )
            return redirect(self.request.path)
        given = Given(form.cleaned_data["on"], written.text, form.cleaned_data["attachments"])
        give_advice(self.case.site, self.case.school_year, replace(written, shown=written.page), given, self.who)
        messages.success(self.request, _("Uw advies is gegeven. De directeur en het bestuur krijgen een mail."))
        return self.back()


def sections_with(changed: Differences | None, fields: dict[str, Any]) -> list[tuple[str, list[tuple[Any, Any]]]]:
    """Per section of the form its changes, each with the field for a remark."""
    sections = changed.list.sections if changed else ()
    return [(section.title, [(change, fields[change.path]) for change in section.changes]) for section in sections]
