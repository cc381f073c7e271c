"""Which screens show what a school can do, cannot do, and what is not known?"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers

from dekkend.organisations.permissions import reaches_site
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries import as_profile, current_draft, public_version, public_versions
from dekkend.profiles.rules.open_data import for_everyone
from dekkend.profiles.rules.school_page import school_page
from dekkend.profiles.words.profile import MEDIA_TYPE
from dekkend.ui.access import Access
from dekkend.ui.screens import Screen


class School(Screen):
    """The newest public profile of a site, or that of one year; for whoever reaches the site also the draft of that year."""

    access = Access.PUBLIC
    template_name = "profiles/school.html"

    def get(self, request: HttpRequest, brin6: str, school_year: str = "") -> HttpResponse:
        profile = self.find(brin6, school_year)
        if profile is None:
            raise Http404
        return self.render(page_context(profile, request.today))  # type: ignore[attr-defined]

    def find(self, brin6: str, school_year: str) -> ProfileVersion | ProfileDraft | None:
        wants_draft = bool(school_year) and self.request.GET.get("versie") != "openbaar"
        draft = current_draft(self.request.scope, brin6, school_year) if wants_draft else None  # type: ignore[attr-defined]
        return draft or public_version(brin6, school_year, today=self.request.today)  # type: ignore[attr-defined]


class ProfileData(School):
    """What the page of this year shows, to the same people, as data for other programs."""

    def get(self, request: HttpRequest, brin6: str, school_year: str = "") -> HttpResponse:
        profile = self.find(brin6, school_year)
        if profile is None:
            raise Http404
        data = as_profile(profile)
        if not reaches_site.test(request.scope, profile.site):  # type: ignore[attr-defined]
            data = for_everyone(data, load_template(profile.template))
        content = dump_profile(data)
        etag = f'"{hashlib.sha256(content).hexdigest()}"'
        response = HttpResponse(content, content_type=MEDIA_TYPE, headers={"ETag": etag})
        patch_cache_control(response, private=True, no_cache=True)  # who asks decides between draft and version
        patch_vary_headers(response, ["Cookie"])
        return get_conditional_response(request, etag=etag, response=response) or response


def page_context(profile: ProfileVersion | ProfileDraft, today: date) -> dict[str, Any]:
    versions = list(public_versions(profile.site, today=today))
    earlier = [(version.school_year, version.values) for version in versions if version.school_year <= profile.school_year]
    is_draft = isinstance(profile, ProfileDraft)
    page = school_page(
        load_template(profile.template),
        load_catalogue(),
        profile.values,
        profile.evidence,
        earlier=[] if is_draft else earlier,
        hours=hours_in_force(),
    )
    return {
        "profile": profile,
        "site": profile.site,
        "is_draft": is_draft,
        "page": page,
        "years": [version.school_year for version in versions if version.school_year != profile.school_year],
    }
