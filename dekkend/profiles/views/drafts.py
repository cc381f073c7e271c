"""Which screens show the drafts within reach, and take in a profile from a file as a draft?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.files.actions import keep
from dekkend.profiles.actions import make_draft
from dekkend.profiles.forms import ImportForm
from dekkend.profiles.permissions import may_edit, may_see_drafts, sites_to_fill
from dekkend.profiles.queries import current_drafts
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.tables import Column, Table


class Drafts(Screen):
    """The drafts within reach."""

    access = may_see_drafts
    template_name = "profiles/drafts.html"

    def get(self, request: HttpRequest) -> HttpResponseBase:
        table = Table(
            caption=_("Concepten per school en schooljaar"),
            rows=current_drafts(request.scope),  # type: ignore[attr-defined]
            columns=(
                Column("school", _("School"), lambda row: row.site.name, ("site__name",)),
                Column("jaar", _("Schooljaar"), lambda row: row.school_year, ("school_year",)),
                Column("gemaakt", _("Gemaakt op"), lambda row: timezone.localdate(row.made_at).isoformat(), ("made_at",)),
            ),
            row_template="profiles/draft_row.html",
            asked=request.GET.dict(),
            searched=("site__name", "site__place", "school_year"),
            file_name="concepten",
        )
        return table.csv() if table.wants_csv else self.render({"table": table, "may_edit": may_edit.test(request.scope, None)})  # type: ignore[attr-defined]


class Import(FormScreen):
    """A profile that comes in as data, from a file, and becomes a draft. What is no valid profile leaves nothing behind."""

    access = may_edit
    template_name = "profiles/import.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return ImportForm(self.request.scope, data, files)  # type: ignore[attr-defined]

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "has_sites": sites_to_fill(self.request.scope).exists()}  # type: ignore[attr-defined]

    def done(self, form: forms.Form) -> HttpResponse:
        site, year = form.cleaned_data["site"], form.cleaned_data["school_year"]
        profile = form.cleaned_data["file"] | {"site": site.brin6, "school_year": year}
        with transaction.atomic():
            source = keep(self.request.FILES["file"])  # type: ignore[arg-type]
            make_draft(site, profile, evidence={}, source=source, made_by=self.request.user, now=timezone.now())
        messages.success(
            self.request, _("Het concept van {name} voor {year} is gemaakt. Het is nog niet openbaar.").format(name=site.name, year=year)
        )
        return redirect("profiles:school_year", site.brin6, year)
