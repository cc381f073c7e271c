"""Which screens let someone hand in files and watch them being read?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from dekkend.reading import jobs
from dekkend.reading.actions.taking_in import TakenIn, take_in
from dekkend.reading.forms import UploadForm
from dekkend.reading.models import SourceDocument
from dekkend.reading.permissions import may_hand_in
from dekkend.reading.queries import batch_within, documents_within, progress_of
from dekkend.reading.words.states import State
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.tables import Column, Filter, Table

COLUMNS = (
    Column("bestand", "Bestand", lambda row: row.name, ("name",)),
    Column("school", "School", lambda row: row.school or "niet bekend", ("school",)),
    Column("jaar", "Jaar", lambda row: row.school_year or "niet bekend", ("school_year",)),
    Column("gelezen", "Wat wij lazen", lambda row: understood(row)),
    Column("nu", "Nu", lambda row: row.status.label),
)


class Documents(FormScreen):
    """The documents within reach, and the form to hand in more."""

    access = may_hand_in
    template_name = "reading/documents.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        table = self.table()
        return table.csv() if table.wants_csv else super().get(request)

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return UploadForm(self.request.scope, data, files)  # type: ignore[attr-defined]

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "table": self.table()}

    def table(self) -> Table:
        rows = documents_within(self.request.scope).annotate(school=Coalesce("site__name", "school_name"))  # type: ignore[attr-defined]
        return Table(
            caption="Documenten, met per bestand wat wij begrepen",
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
                f"{known.name} is precies hetzelfde bestand als {known.earlier.name}, dat er al is. Wij lezen het niet nog een keer.",
            )
        if len(taken.known) > 10:
            messages.warning(self.request, f"Nog {len(taken.known) - 10} andere bestanden waren er ook al.")


def filter_of_states() -> Filter:
    conditions = {state.value: Q(state=state.value) for state in State}
    return Filter("nu", "Nu", tuple(State.choices()), conditions, everything="Alles")


def understood(document: SourceDocument) -> str:
    if not document.counts:
        return document.refusal
    words = {"certain": "zeker", "likely": "waarschijnlijk", "unsure": "onzeker", "empty": "leeg"}
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
        context = {"batch": batch, "documents": documents, "progress": progress_of(documents)}
        part = "reading/batch_progress.html" if request.htmx else ""  # type: ignore[attr-defined]
        return self.render(context, template=part)
