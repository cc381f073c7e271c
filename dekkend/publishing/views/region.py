"""On which screens does a region look after what it publishes: whom parents can call, and all documents in one file?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from dekkend.files.words import OTHER
from dekkend.organisations.views.of_region import RegionScreen
from dekkend.organisations.words import Refused
from dekkend.publishing import jobs
from dekkend.publishing.actions.bundling import ask_for_bundle, take_bundle
from dekkend.publishing.actions.support_point import set_support_point
from dekkend.publishing.forms import SupportPointForm
from dekkend.publishing.models import Bundle
from dekkend.publishing.permissions import may_look_after
from dekkend.publishing.queries.bundles import bundles_within, is_stuck, progress_of, versions_of
from dekkend.publishing.queries.editions import support_point_in
from dekkend.ui.screens import FormScreen

SHOWN = 10  # files in the list; they are thrown away after a while


class OfRegion(RegionScreen):
    """A screen of the region that this person looks after."""

    access = may_look_after

    def bundle(self, bundle_id: int) -> Bundle:
        found = bundles_within(self.request.scope).filter(pk=bundle_id).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found


class Publications(OfRegion):
    """What the region publishes beside its schools, and the button that puts all documents in one file."""

    template_name = "publishing/publications.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        bundles = list(bundles_within(request.scope)[:SHOWN])  # type: ignore[attr-defined]
        now = timezone.now()
        return self.render(
            {
                "region": self.region,
                "point": support_point_in(self.region),
                "schools": versions_of(self.region, today=request.today).count(),  # type: ignore[attr-defined]
                "bundles": [(bundle, is_stuck(bundle, now=now)) for bundle in bundles],
            }
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        given = {"by": request.user, "scope": request.scope, "today": request.today, "now": timezone.now()}  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                bundle, is_new = ask_for_bundle(self.region, **given)
                if is_new:
                    jobs.make_later(bundle.pk)
        except Refused as why:
            messages.warning(request, str(why))
            return redirect("publishing:publications")
        return redirect("publishing:bundle", bundle.pk)


class BundleProgress(OfRegion):
    """How far is the file? Asked by htmx, only the part that changes."""

    template_name = "publishing/bundle.html"

    def get(self, request: HttpRequest, bundle_id: int) -> HttpResponse:
        bundle = self.bundle(bundle_id)
        context = {"bundle": bundle, "progress": progress_of(bundle), "stuck": is_stuck(bundle, now=timezone.now())}
        part = "publishing/bundle_progress.html" if request.htmx else ""  # type: ignore[attr-defined]
        return self.render(context, template=part)


class BundleFile(OfRegion):
    """The file itself."""

    def get(self, request: HttpRequest, bundle_id: int) -> HttpResponseBase:
        bundle = self.bundle(bundle_id)
        if bundle.file is None or bundle.file.destroyed_at:
            raise Http404
        take_bundle(bundle, by=request.user, now=timezone.now())
        return FileResponse(bundle.file.content.open("rb"), as_attachment=True, filename=bundle.file.name, content_type=OTHER)


class SetSupportPoint(OfRegion, FormScreen):
    """Whom can parents and pupils of this region call?"""

    template_name = "publishing/support_point.html"

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        point = support_point_in(self.region)
        return SupportPointForm(data, initial={name: getattr(point, name) for name in SupportPointForm.base_fields} if point else None)

    def context(self, form: forms.Form) -> dict[str, Any]:
        return {"form": form, "region": self.region}

    def done(self, form: forms.Form) -> HttpResponse:
        given = {"by": self.request.user, "scope": self.request.scope, "now": timezone.now()}  # type: ignore[attr-defined]
        set_support_point(self.region, form.cleaned_data, **given)
        messages.success(self.request, _("Bewaard. Het staat nu in elke samenvatting voor ouders."))
        return redirect("publishing:publications")
