"""On which screens does a school read and answer what visitors report?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.audit.actions import note_list_taken
from dekkend.organisations.words import Refused, Role
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.queries import current_drafts
from dekkend.profiles.rules.parts import part_of_item
from dekkend.signals.actions import answering
from dekkend.signals.forms import AnswerForm
from dekkend.signals.models import Signal
from dekkend.signals.permissions import may_read_reports, may_see
from dekkend.signals.queries.about import said_since
from dekkend.signals.queries.reports import reports_within, steps_of
from dekkend.signals.words import OPEN, OWNERS, SignalState
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

OPEN_ONES = "open"


class Inbox(Screen):
    """The reports about the own school, what waits first; whoever works for a region goes to its list of numbers."""

    access = may_see
    template_name = "signals/inbox.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        if not may_read_reports.test(request.scope, None):  # type: ignore[attr-defined]
            return redirect("signals:region")
        table = self.table()
        if table.wants_csv:
            regions = request.scope.partnership_ids()  # type: ignore[attr-defined]
            note_list_taken(request.user, _("Meldingen"), partnership_ids=regions, count=table.in_file.count(), now=timezone.now())
            return table.csv()
        return self.render({"table": table, "is_board": Role.BOARD in request.scope.roles()})  # type: ignore[attr-defined]

    def table(self) -> Table:
        states = [(state.value, state.label) for state in SignalState]
        conditions = {OPEN_ONES: Q(state__in=[state.value for state in OPEN])} | {value: Q(state=value) for value, _label in states}
        return Table(
            caption=_("Meldingen over het aanbod"),
            rows=reports_within(self.request.scope).defer("text", "quote"),  # type: ignore[attr-defined]
            columns=(
                Column("over", _("Gaat over"), lambda row: translated(row.label), ("label",)),
                Column("school", _("School"), lambda row: row.site.name, ("site__name",)),
                Column("jaar", _("Schooljaar"), lambda row: row.school_year, ("school_year",)),
                Column("op", _("Gemeld op"), lambda row: row.made_on.isoformat(), ("made_on",)),
                Column("stand", _("Stand"), lambda row: translated(row.status.label), ("state",)),
            ),
            row_template="signals/report_row.html",
            asked=self.request.GET.dict(),
            searched=("label", "site__name"),  # not in what visitors wrote: that is read one by one, with a second factor and in the log
            filters=(Filter("stand", _("Stand"), ((OPEN_ONES, _("Wacht op antwoord")), *states), conditions),),
            file_name="meldingen",
        )


class OfReport(FormScreen):
    """A screen or a deed about one report, for who may read it."""

    access = may_read_reports
    personal_data = True  # what a visitor wrote may name anyone
    form_class = AnswerForm

    @cached_property
    def signal(self) -> Signal:
        found = reports_within(self.request.scope).filter(pk=self.kwargs["signal_id"]).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    def given(self) -> dict[str, Any]:
        return {"by": self.request.user, "scope": self.request.scope, "now": timezone.now()}  # type: ignore[attr-defined]


class One(OfReport):
    """One report: the sentence it is about with its source, what the visitor wrote, what was done, and the answer."""

    template_name = "signals/one.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answering.see(self.signal, **self.given())
        self.signal.refresh_from_db(fields=["state"])
        return super().get(request, *args, **kwargs)

    def context(self, form: forms.Form) -> dict[str, Any]:
        signal = self.signal
        sentence, _newline, source = signal.quote.partition("\n")
        steps = steps_of(signal)
        return {
            "form": form,
            "signal": signal,
            "site": signal.site,
            "sentence": sentence,
            "source": source,
            "newer": said_since(signal, today=self.request.today),  # type: ignore[attr-defined]
            "steps": steps,
            "is_open": signal.status in OPEN and not signal.wiped_on,
            "may_undo": signal.closed_on and not signal.wiped_on,
            "editor": self.editor() if signal.status is SignalState.CHANGED else "",
        }

    def editor(self) -> str:
        """Where this answer is written in the draft that is open; the list of offers when there is none."""
        signal, scope = self.signal, self.request.scope  # type: ignore[attr-defined]
        if not scope.only(*OWNERS).grants:
            return ""
        draft = current_drafts(scope.only(*OWNERS)).filter(site=signal.site).order_by("-school_year").first()
        if draft is None:
            return reverse("profiles:offers")
        part = part_of_item(load_template(draft.template), signal.path) if signal.path else None
        if part is None:
            return reverse("profiles:edit", args=[draft.site.brin6, draft.school_year])
        return reverse("profiles:edit_part", args=[draft.site.brin6, draft.school_year, part.id]) + f"#rij-{signal.path}"

    def done(self, form: forms.Form) -> HttpResponse:
        state, text = SignalState(form.cleaned_data["state"]), form.cleaned_data["text"]
        try:
            answering.answer(self.signal, state, text, today=self.request.today, **self.given())  # type: ignore[attr-defined]
        except Refused as why:
            messages.warning(self.request, translated(str(why)))
        else:
            messages.success(self.request, _("Uw antwoord staat bij de melding. Wie het meldde, kan het meteen lezen."))
        return redirect("signals:one", self.signal.pk)


class SetAside(OfReport):
    """This is no report."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answering.set_aside(self.signal, today=request.today, **self.given())  # type: ignore[attr-defined]
            messages.success(request, _("Weggezet als geen echte melding. Met 'Zet terug' staat zij weer open."))
        except Refused as why:
            messages.warning(request, translated(str(why)))
        return redirect("signals:one", self.signal.pk)


class Undo(OfReport):
    """Open the report again: the last answer, or the setting aside, is taken back."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answering.undo(self.signal, **self.given())
            messages.success(request, _("Teruggezet. De melding staat weer open."))
        except Refused as why:
            messages.warning(request, translated(str(why)))
        return redirect("signals:one", self.signal.pk)
