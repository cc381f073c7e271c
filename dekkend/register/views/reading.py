"""On which screen does someone hand in lists for the register, and see which were read before?"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from dekkend.register.actions.importing import begin_import
from dekkend.register.forms import FolderForm, ImportForm
from dekkend.register.jobs import read_later
from dekkend.register.models import RegisterImport
from dekkend.register.permissions import may_keep, may_look
from dekkend.register.queries.imports import imports_within, standing_of
from dekkend.register.words.changes import ImportState
from dekkend.ui.access import refuse_unless
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.tables import Column, Filter, Table
from dekkend.ui.translation import translated

COLUMNS = (
    Column("gevraagd", gettext_noop("Gelezen"), lambda row: f"{timezone.localtime(row.asked_at):%Y-%m-%d %H:%M}", ("asked_at",)),
    Column("regio", gettext_noop("Samenwerkingsverband"), lambda row: str(row.partnership), ("partnership__name",)),
    Column("door", gettext_noop("Door"), lambda row: row.asked_by.name if row.asked_by else _("de opdracht op de server")),
    Column("bestanden", gettext_noop("Bestanden"), lambda row: str(len(row.report.get("files", ())))),
    Column("nu", gettext_noop("Nu"), lambda row: translated(ImportState(row.state).label), ("state",)),
)


class Register(FormScreen):
    """How the register of the region stands, the form to hand in lists, and the imports so far."""

    access = may_look
    template_name = "register/overview.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.table.csv() if self.table.wants_csv else super().get(request)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        refuse_unless(request, may_keep)
        return super().post(request, *args, **kwargs)

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return ImportForm(self.request.scope, data, files)  # type: ignore[attr-defined]

    def context(self, form: forms.Form) -> dict[str, Any]:
        scope = self.request.scope  # type: ignore[attr-defined]
        return {
            "form": form,
            "table": self.table,
            "standing": standing_of(scope),
            "may_keep": may_keep.test(scope, None),
            "folder": folder_name() and FolderForm(scope, auto_id="map_%s"),
            "folder_name": folder_name(),
        }

    @cached_property
    def table(self) -> Table:
        conditions = {state.value: Q(state=state.value) for state in ImportState}
        return Table(
            caption=_("Wanneer er lijsten zijn gelezen"),
            rows=imports_within(self.request.scope),  # type: ignore[attr-defined]
            columns=COLUMNS,
            row_template="register/import_row.html",
            asked=self.request.GET.dict(),
            filters=(Filter("nu", _("Nu"), tuple(ImportState.choices()), conditions, everything=_("Alles")),),
            file_name="register-imports",
        )

    def done(self, form: forms.Form) -> HttpResponse:
        return redirect("register:import", begun(self.request, form, form.cleaned_data["documents"], "").pk)


class ReadFolder(Screen):
    """Read the folder that was set on the server."""

    access = may_keep

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FolderForm(request.scope, request.POST)  # type: ignore[attr-defined]
        if not folder_name() or not form.is_valid():
            messages.warning(request, _("Er is geen map ingesteld om te lezen. Lever de bestanden zelf aan."))
            return redirect("register:overview")
        return redirect("register:import", begun(request, form, (), folder_name()).pk)


def folder_name() -> str:
    """The last part of the set folder: where it lies on the server is nobody's business."""
    return Path(settings.REGISTER_FOLDER).name if settings.REGISTER_FOLDER else ""


def begun(request: HttpRequest, form: forms.Form, files: Any, folder: str) -> RegisterImport:
    with transaction.atomic():
        imported = begin_import(form.cleaned_data["partnership"], files, folder, by=request.user, now=timezone.now())
        read_later(imported.pk)
    return imported
