"""On which screens does someone ask for the report, see how far it is, and take it along?"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language

from dekkend.coverage import jobs
from dekkend.coverage.actions.reporting import ask_for_report, file_name, take_report
from dekkend.coverage.forms import ReportForm
from dekkend.coverage.gateways.report_files import media_type
from dekkend.coverage.models import Report
from dekkend.coverage.queries.looking import in_address
from dekkend.coverage.queries.reports import in_short, reports_within, state_of, told
from dekkend.coverage.views.base import CoverageScreen
from dekkend.ui.screens import FormScreen

SHOWN = 10  # reports in the list; they are thrown away after a while


class Reports(CoverageScreen, FormScreen):
    """What the report tells, the button that has it made, and those that were made lately."""

    template_name = "coverage/report.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return ReportForm(data, initial={"language": get_language()})

    def context(self, form: forms.Form) -> dict[str, Any]:
        now = timezone.now()
        found = reports_within(self.request.scope).filter(partnership=self.region)[:SHOWN]  # type: ignore[attr-defined]
        reports = [(report, in_short(report.asks), state_of(report, now=now)) for report in found]
        return self.shown({"form": form, "about": told(self.question), "reports": reports})

    def done(self, form: forms.Form) -> HttpResponse:
        given = {"by": self.request.user, "scope": self.request.scope, "today": self.today, "now": timezone.now()}  # type: ignore[attr-defined]
        with transaction.atomic():
            report, is_new = ask_for_report(self.region, self.question, form.cleaned_data["language"], **given)
            if is_new:
                jobs.make_report.enqueue(report.pk)
        return redirect("coverage:report_progress", report.pk)


class OneReport(CoverageScreen):
    """A screen about one report that this person may see."""

    def report(self, asked_id: int) -> Report:
        found = reports_within(self.request.scope).filter(pk=asked_id).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found


class ReportProgress(OneReport):
    """How far is it? Asked by htmx, only the part that changes."""

    template_name = "coverage/report_made.html"

    def get(self, request: HttpRequest, asked_id: int) -> HttpResponse:
        report = self.report(asked_id)
        state = state_of(report, now=timezone.now())
        again = f"{reverse('coverage:report')}?{urlencode(in_address(report.asks))}"
        context = {"report": report, "state": state, "about": told(report.asks), "again": again}
        context["kept_until"] = timezone.localdate(report.asked_at) + timedelta(days=settings.REPORT_KEPT_DAYS)
        part = "coverage/report_state.html" if request.htmx else ""  # type: ignore[attr-defined]
        return self.render(context, template=part)


class TakeReport(OneReport):
    """The file itself."""

    def get(self, request: HttpRequest, asked_id: int, suffix: str) -> HttpResponseBase:
        report = self.report(asked_id)
        found = report.files.select_related("file").filter(suffix=suffix, file__destroyed_at=None).first()
        if found is None or found.file is None:
            raise Http404
        take_report(report, suffix, by=request.user, now=timezone.now())
        name = file_name(report, suffix)
        return FileResponse(found.file.content.open("rb"), as_attachment=True, filename=name, content_type=media_type(suffix))
