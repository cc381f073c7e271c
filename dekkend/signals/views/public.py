"""On which pages does someone without an account report that something is not right, and see what became of it?"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.accounts.gateways.browser import client_address
from dekkend.organisations.words import Refused
from dekkend.profiles.models import ProfileVersion
from dekkend.register.queries.closures import closed_since
from dekkend.signals.actions.reporting import SENT_ALREADY, send_in, take_turn, withdraw
from dekkend.signals.forms import ReportForm
from dekkend.signals.gateways.hiding import stamp
from dekkend.signals.gateways.terms import terms_in_force
from dekkend.signals.models import Signal
from dekkend.signals.queries.about import about, reader_of, said_since, version_of
from dekkend.signals.queries.reports import link_of, report_of, steps_of
from dekkend.signals.words import ANSWERS, OPEN, About, Reader, SignalState
from dekkend.ui.access import Access
from dekkend.ui.screens import FormScreen, Screen
from dekkend.ui.translation import translated

TOO_OFTEN = 429


def closed(response: HttpResponse) -> HttpResponse:
    """The link stays here: no other site learns it, no search engine lists it, no shared computer keeps it."""
    response["Referrer-Policy"], response["X-Robots-Tag"], response["Cache-Control"] = "same-origin", "noindex", "no-store"
    return response


class Report(FormScreen):
    """Tell the school what is not right on its page, at one place or on the whole. Works without script, account or anyone else."""

    access = Access.PUBLIC
    template_name = "signals/report.html"

    @cached_property
    def version(self) -> ProfileVersion:
        found = version_of(self.kwargs["brin6"], self.kwargs["school_year"], today=self.request.today)  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found

    @cached_property
    def about(self) -> About:
        given = self.request.POST if self.request.method == "POST" else self.request.GET
        return about(self.version, given.get("plek", "")[:200], today=self.request.today)  # type: ignore[attr-defined]

    @cached_property
    def reader(self) -> Reader:
        return reader_of(self.version.site, today=self.request.today)  # type: ignore[attr-defined]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return closed(self.render(self.context(self.make_form())))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return closed(super().post(request, *args, **kwargs))

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        now = timezone.now()
        return ReportForm(data, now=now, initial={"begun": stamp(now), "plek": self.about.path})

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {
            "form": form,
            "site": self.version.site,
            "year": self.version.school_year,
            "about": self.about,
            "reader": self.reader.value,
            "closed_on": closed_since(self.version.site_id),
            "demo": settings.DEMO,
            "terms": terms_in_force(),
            "facts": self.version.values.get("school") or {},
        }

    def done(self, form: forms.Form) -> HttpResponse:
        given, today, now = form.cleaned_data, self.request.today, timezone.now()  # type: ignore[attr-defined]
        site = self.version.site
        try:
            take_turn(site, client_address(self.request), today=today)
        except Refused as why:
            return self.refuse(form, why, TOO_OFTEN)
        try:
            signal = send_in(site, self.about, given, client_address(self.request), today=today, now=now)
        except Refused as why:
            return self.refuse(form, why, 422)
        return redirect("signals:status", link_of(signal))

    def refuse(self, form: forms.Form, why: Refused, status: int) -> HttpResponse:
        if str(why) == SENT_ALREADY:
            form.data = dict(form.data.items()) | {"begun": stamp(timezone.now())}  # for something else one may send
        form.add_error(None, translated(str(why)))
        return self.render(self.context(form), status=status)


class Status(Screen):
    """How does my report stand? Opened by a link that nobody can guess; the sender may take the report back here."""

    access = Access.PUBLIC
    template_name = "signals/status.html"

    @cached_property
    def signal(self) -> Signal:
        found = report_of(self.kwargs["token"])
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        signal = self.signal
        steps = steps_of(signal)
        answered = steps[-1] if steps and signal.status in ANSWERS else None
        context = {
            "signal": signal,
            "site": signal.site,
            "read_at": next((step.at for step in steps if step.state == SignalState.READ.value), None),
            "answer": answered,
            "newer": said_since(signal, today=request.today),  # type: ignore[attr-defined]
            "may_withdraw": signal.status in OPEN and not signal.wiped_on,
            "address": request.build_absolute_uri(),
            "terms": terms_in_force(),
        }
        return closed(self.render(context))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        try:
            withdraw(self.signal, today=request.today, now=timezone.now())  # type: ignore[attr-defined]
            messages.success(request, _("Uw melding is ingetrokken. Wat u schreef is gewist."))
        except Refused as why:
            messages.warning(request, translated(str(why)))
        return closed(redirect("signals:status", token))
