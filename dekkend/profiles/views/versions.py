"""Which screens show a frozen version at its lasting address, with its fingerprint and what was left out?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _

from dekkend.profiles.actions.redacting import leave_out, show_again
from dekkend.profiles.forms import LeaveOutForm
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion, VersionRedaction
from dekkend.profiles.permissions import may_leave_out
from dekkend.profiles.queries import public_versions
from dekkend.profiles.queries.comparing import cited_version, profile_for, sides, visible_version
from dekkend.profiles.queries.outside import cited, for_outsiders, left_out_of, others_public, sees_whole
from dekkend.profiles.rules.items import item_of
from dekkend.profiles.rules.paths import UnknownPath
from dekkend.profiles.rules.redaction import places_of, texts_at
from dekkend.profiles.rules.values import fingerprint
from dekkend.profiles.views.school import made_page
from dekkend.profiles.words.profile import LEFT_OUT_KEY, MEDIA_TYPE
from dekkend.profiles.words.roles import REDACTORS
from dekkend.ui.access import Access
from dekkend.ui.screens import FormScreen, Screen


class Version(Screen):
    """One version of one year, at the address by which it is cited."""

    access = Access.PUBLIC
    template_name = "profiles/version.html"

    def get(self, request: HttpRequest, brin6: str, school_year: str, number: str) -> HttpResponseBase:
        version = found(request, brin6, school_year, number)
        scope = request.scope  # type: ignore[attr-defined]
        is_whole = sees_whole(scope, version.site)
        shown = version if is_whole else for_outsiders(version)
        copy = profile_for(scope, version)
        return self.render(
            {
                "profile": shown,
                "site": version.site,
                "is_public": version.published_on is not None and version.published_on <= request.today,  # type: ignore[attr-defined]
                "is_whole": is_whole,
                "page": made_page(shown, earlier=years_up_to(shown, request), hours=hours_in_force(), now=()),
                "left_out": [(named(version, piece.path), piece.reason) for piece in left_out_of(version)],
                "copy_is_whole": LEFT_OUT_KEY not in copy,
                "copy_fingerprint": fingerprint(copy),
                "has_others": len(sides(scope, version.site, today=request.today)) > 1,  # type: ignore[attr-defined]
                "may_leave_out": may_leave_out.test(scope, None) and redactable(request, brin6, school_year, number) is not None,
            }
        )


class VersionData(Screen):
    """The same version as data: the bytes that its fingerprint is of, for who may see all of it."""

    access = Access.PUBLIC

    def get(self, request: HttpRequest, brin6: str, school_year: str, number: str) -> HttpResponseBase:
        version = found(request, brin6, school_year, number)
        response = HttpResponse(dump_profile(profile_for(request.scope, version)), content_type=MEDIA_TYPE)  # type: ignore[attr-defined]
        patch_cache_control(response, private=True, no_cache=True)  # who asks decides what was left out
        patch_vary_headers(response, ["Cookie"])
        return response


class Cited(Screen):
    """From a fingerprint to the version that has it."""

    access = Access.PUBLIC

    def get(self, request: HttpRequest, fingerprint: str) -> HttpResponseBase:
        version = cited_version(request.scope, fingerprint, today=request.today)  # type: ignore[attr-defined]
        if version is None:
            raise Http404
        return redirect("profiles:version", **cited(version))


class LeaveOut(FormScreen):
    """Cover words of a version for everyone outside the school, or show them again."""

    access = may_leave_out
    template_name = "profiles/version_leave_out.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.version = redactable(request, **kwargs)
        return super().dispatch(request, *args, **kwargs)

    def make_form(self, data: Any = None, files: Any = None) -> forms.Form:
        return LeaveOutForm(self.wanted(), data)

    def context(self, form: forms.Form) -> dict[str, Any]:
        version = self.wanted()
        laid_over = [(named(version, one.path), one) for one in version.redactions.order_by("pk")]
        return {"form": form, "profile": version, "site": version.site, "laid_over": laid_over}

    def done(self, form: forms.Form) -> HttpResponse:
        version, given = self.wanted(), form.cleaned_data
        leave_out(version, given["path"], given["quote"], reason=given["reason"], by=self.request.user, now=timezone.now())
        messages.success(
            self.request, _("Dit stuk is weggelaten voor iedereen buiten de school. De vastgelegde versie zelf is niet veranderd.")
        )
        self.warn_of_other_places(given["quote"])
        self.warn_of_other_versions([given["quote"]] if given["quote"] else texts_at(version.values, given["path"]))
        return redirect("profiles:leave_out", **cited(version))

    def warn_of_other_places(self, quote: str) -> None:
        fresh = ProfileVersion.objects.within(self.request.scope).get(pk=self.wanted().pk)  # type: ignore[attr-defined]
        places = places_of(for_outsiders(fresh).values, quote, load_template(fresh.template)) if quote else ()
        if places:
            where = ", ".join(places)
            messages.warning(self.request, _("Dezelfde woorden staan ook nog bij: %(where)s.") % {"where": where})

    def warn_of_other_versions(self, words: list[str]) -> None:
        others = [
            _("%(school_year)s, versie %(number)s") % {"school_year": other.school_year, "number": other.number}
            for other in others_public(self.wanted())
            if any(places_of(other.values, text, load_template(other.template)) for text in words)
        ]
        if others:
            messages.warning(self.request, _("Dezelfde woorden staan ook nog bij: %(where)s.") % {"where": "; ".join(others)})

    def wanted(self) -> ProfileVersion:
        if self.version is None:
            raise Http404
        return self.version


class ShowAgain(Screen):
    """Show a piece again that was left out."""

    access = may_leave_out
    http_method_names = ["post"]

    def post(self, request: HttpRequest, brin6: str, school_year: str, number: str, redaction_id: int) -> HttpResponseBase:
        version = redactable(request, brin6, school_year, number)
        laid_over = VersionRedaction.objects.within(request.scope).filter(pk=redaction_id, version=version).first()  # type: ignore[attr-defined]
        if version is None or laid_over is None:
            raise Http404
        show_again(laid_over, by=request.user, now=timezone.now())
        messages.success(request, _("Iedereen ziet dit stuk weer."))
        return redirect("profiles:leave_out", **cited(version))


def found(request: HttpRequest, brin6: str, school_year: str, number: str) -> ProfileVersion:
    version = visible_version(request.scope, brin6, school_year, int(number), today=request.today)  # type: ignore[attr-defined]
    if version is None:
        raise Http404
    return version


def years_up_to(version: ProfileVersion, request: HttpRequest) -> list[tuple[str, Any]]:
    """This version and before it the public ones of earlier years, newest first: since when each answer is so."""
    public = public_versions(version.site.brin6, today=request.today)  # type: ignore[attr-defined]
    earlier = [(each.school_year, each.values) for each in public if each.school_year < version.school_year]
    return [(version.school_year, version.values), *earlier]


def redactable(request: HttpRequest, brin6: str, school_year: str, number: str) -> ProfileVersion | None:
    """The version, when this person is its director or sits in its board."""
    within = ProfileVersion.objects.within(request.scope.only(*REDACTORS))  # type: ignore[attr-defined]
    return within.select_related("site__board").filter(site__brin6=brin6, school_year=school_year, number=int(number)).first()


def named(version: ProfileVersion, path: str) -> str:
    try:
        return item_of(load_template(version.template), path).label
    except UnknownPath:
        return path
