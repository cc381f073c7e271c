"""Which screens let someone hand in files and watch them being read?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from dekkend.audit.actions import note_list_taken
from dekkend.reading import jobs
from dekkend.reading.actions.taking_in import TakenIn, take_in
from dekkend.reading.forms import UploadForm
from dekkend.reading.models import SourceDocument
from dekkend.reading.permissions import may_hand_in
from dekkend.reading.queries import batch_within, certainty_of, documents_within, progress_of
from dekkend.reading.words.states import State
from dekkend.ui.charts import Bars, bars
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

COLUMNS = (
    Column("bestand", gettext_noop("Bestand"), lambda row: row.name, ("name",)),
    Column("school", gettext_noop("School"), lambda row: row.school or _("niet bekend"), ("school",)),
    Column("jaar", gettext_noop("Jaar"), lambda row: row.school_year or _("niet bekend"), ("school_year",)),
    Column("gelezen", gettext_noop("Wat wij lazen"), lambda row: understood(row)),
    Column("nu", gettext_noop("Nu"), lambda row: translated(row.status.label)),
)


class Documents(FormScreen):
    """The documents within reach, and the form to hand in more."""

    access = may_hand_in
    template_name = "reading/documents.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.table.wants_csv:
            return super().get(request)
        regions = request.scope.partnership_ids()  # type: ignore[attr-defined]
        note_list_taken(request.user, "Documenten", partnership_ids=regions, count=self.table.in_file.count(), now=timezone.now())
        return self.table.csv()

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return UploadForm(self.request.scope, data, files)  # type: ignore[attr-defined]

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "table": self.table}

    @cached_property
    def table(self) -> Table:
        rows = documents_within(self.request.scope).annotate(school=Coalesce("site__name", "school_name"))  # type: ignore[attr-defined]
        return Table(
            caption=_("Documenten, met per bestand wat wij begrepen"),
            rows=rows,
            columns=COLUMNS,
            row_template="reading/document_row.html",
            asked=self.request.GET.dict(),
            searched=("name", "school", "school_year"),
            filters=(filter_of_states(),),
            file_name="documenten",
        )

    def done(self, form: forms.Form) -> HttpResponse:
        given = form.cleaned_data
        with transaction.atomic():
            taken = take_in(given["documents"], by=self.request.user, partnership=given["partnership"], now=timezone.now())
            jobs.read_later(document.pk for document in taken.documents)
        self.say_known(taken)
        return redirect("reading:batch", taken.batch.pk) if taken.documents else redirect("reading:documents")

    def say_known(self, taken: TakenIn) -> None:
        for known in taken.known[:10]:
            messages.warning(
                self.request,
                _("{name} is precies hetzelfde bestand als {earlier}, dat er al is. Wij lezen het niet nog een keer.").format(
                    name=known.name, earlier=known.earlier.name
                ),
            )
        if len(taken.known) > 10:
            more = len(taken.known) - 10
            text = ngettext("Nog {number} ander bestand was er ook al.", "Nog {number} andere bestanden waren er ook al.", more)
            messages.warning(self.request, text.format(number=more))


def filter_of_states() -> Filter:
    conditions = {state.value: Q(state=state.value) for state in State}
    return Filter("nu", _("Nu"), tuple(State.choices()), conditions, everything=_("Alles"))


def understood(document: SourceDocument) -> str:
    if document.status is State.QUARANTINED:
        return _("Er staat een nummer in dat wij niet mogen bewaren.")
    if not document.counts:
        return translated(document.refusal) or _("nog niet gelezen")
    words = {"certain": _("zeker"), "likely": _("waarschijnlijk"), "unsure": _("onzeker"), "empty": _("leeg")}
    return ", ".join(f"{document.counts[code]} {word}" for code, word in words.items())


class Batch(Screen):
    """The files handed in together, each with what was understood. Asked by htmx, only the part that changes."""

    access = may_hand_in
    template_name = "reading/batch.html"

    def get(self, request: HttpRequest, batch_id: int) -> HttpResponse:
        batch = batch_within(request.scope, batch_id)  # type: ignore[attr-defined]
        if batch is None:
            raise Http404
        documents = list(documents_within(request.scope).filter(batch=batch))  # type: ignore[attr-defined]
        context = {"batch": batch, "documents": documents, "progress": progress_of(documents), "chart": certainty_chart(documents)}
        part = "reading/batch_progress.html" if request.htmx else ""  # type: ignore[attr-defined]
        return self.render(context, template=part)


def certainty_chart(documents: list[SourceDocument]) -> Bars | None:
    """How much of what was read has to be looked at; nothing while nothing was read."""
    read = certainty_of(documents)
    words = {"certain": _("Zeker"), "likely": _("Waarschijnlijk"), "unsure": _("Onzeker")}
    values = [(words[code], float(number)) for code, number in read.items()]
    return bars(_("Hoe zeker wij zijn van wat wij lazen"), values, head=(_("Hoe zeker"), _("Antwoorden"))) if any(read.values()) else None
