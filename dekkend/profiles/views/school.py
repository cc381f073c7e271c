"""Which screens show what a school can do, cannot do, and what is not known?"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from dekkend.organisations.permissions import reaches_site
from dekkend.organisations.rules.admission import condition_of
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.gateways.exchange import dump_profile
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Profile, ProfileDraft, ProfileVersion
from dekkend.profiles.permissions import sites_to_fill
from dekkend.profiles.queries import as_profile, current_draft, of_year, public_version, public_versions
from dekkend.profiles.queries.fixed_text import shared_texts
from dekkend.profiles.queries.now import stands_now
from dekkend.profiles.rules.counting import holds_from, year_ahead, year_that_counts
from dekkend.profiles.rules.hours_by_year import hours_by_year
from dekkend.profiles.rules.open_data import for_everyone
from dekkend.profiles.rules.school_page import school_page, with_now
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.profile import MEDIA_TYPE
from dekkend.profiles.words.school_page import Now, SchoolPage
from dekkend.register.queries.closures import closing_of
from dekkend.ui.access import Access
from dekkend.ui.charts import Line, line
from dekkend.ui.kept import answer, digest_of
from dekkend.ui.screens import Screen

KEPT = 24 * 60 * 60  # seconds that a drawn public page is kept; a draft is drawn anew each time


class School(Screen):
    """The public profile of a site that counts today, or that of one year; for whoever reaches the site also the draft of that year."""

    access = Access.PUBLIC
    template_name = "profiles/school.html"

    def get(self, request: HttpRequest, brin6: str, school_year: str = "") -> HttpResponseBase:
        versions = public_versions(brin6, today=request.today)  # type: ignore[attr-defined]
        profile = self.draft(brin6, school_year) or of_year(versions, school_year, today=request.today)  # type: ignore[attr-defined]
        if profile is None:
            raise Http404
        context = page_context(profile, versions, request.today)  # type: ignore[attr-defined]
        if context["is_draft"]:
            may_write = sites_to_fill(request.scope).filter(pk=profile.site_id).exists()  # type: ignore[attr-defined]
            return self.render(context | {"may_write": may_write})
        return answer(request, context["digest"], lambda: self.render(context))

    def draft(self, brin6: str, school_year: str) -> ProfileDraft | None:
        if not school_year or self.request.GET.get("versie") == "openbaar":
            return None
        return current_draft(self.request.scope, brin6, school_year)  # type: ignore[attr-defined]


class ProfileData(School):
    """What the page of this year shows, to the same people, as data for other programs."""

    def get(self, request: HttpRequest, brin6: str, school_year: str = "") -> HttpResponse:
        profile = self.draft(brin6, school_year) or public_version(brin6, school_year, today=request.today)  # type: ignore[attr-defined]
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


def page_context(profile: ProfileVersion | ProfileDraft, versions: list[ProfileVersion], today: date) -> dict[str, Any]:
    """`versions` are the public ones of the site, the newest year first."""
    is_draft = isinstance(profile, ProfileDraft)
    closed_on, closes_on = closing_of(profile.site_id)
    shown: dict[str, Any] = {
        "profile": profile,
        "site": profile.site,
        "is_draft": is_draft,
        "earlier": [] if is_draft else [(each.school_year, each.values) for each in versions if each.school_year <= profile.school_year],
        "years": [version.school_year for version in versions if version.school_year != profile.school_year],
        "other_year": None if is_draft else beside(profile.school_year, [version.school_year for version in versions], today),
        "hours": hours_in_force(),
        "before": next((f"{each.school_year}.{each.number}" for each in versions if each.school_year < profile.school_year), ""),
        "counts": profile.school_year == year_that_counts([version.school_year for version in versions], today),
        "now": () if is_draft else stands_now(profile, today),
        "closed_on": closed_on,
        "closes_on": closes_on,
        "condition": condition_of(profile.site.kind),
        "shared": shared_texts(profile.site, profile.school_year, today=today),
    }
    # The page is drawn from these and from nothing else: what is to be shown beside them goes into `shown`, or a kept page goes stale.
    drawn: dict[str, Any] = {"page": SimpleLazyObject(lambda: made_page(**shown)), "chart": cache(lambda: made_chart(**shown))}
    drawn["changed"] = [each for each in shown["now"] if each.sentence]
    return shown | drawn | {"digest": digest_of(shown), "kept": 0 if is_draft else KEPT}


def beside(school_year: str, public: list[str], today: date) -> dict[str, Any] | None:
    """What to say of this year beside another: from when it holds, or that the next one is there already."""
    counts, begins = year_that_counts(public, today), holds_from(school_year, today)
    if begins:
        return {"begins": begins, "now": counts if counts != school_year else ""}
    ahead = year_ahead(public, today) if school_year == counts else ""
    return {"ahead": ahead, "ahead_from": holds_from(ahead, today)} if ahead else None


def made_page(profile: Profile, earlier: list[tuple[str, Any]], hours: HoursRules, now: Sequence[Now], **other: object) -> SchoolPage:
    template, catalogue = load_template(profile.template), load_catalogue()
    beside: dict[str, Any] = {"earlier": earlier, "hours": hours, "standing": profile.standing}
    return with_now(school_page(template, catalogue, profile.values, profile.evidence, **beside), now)


def made_chart(earlier: list[tuple[str, Any]], hours: HoursRules, **other: object) -> Line | None:
    """The hours of own expertise through the years, when there is something to compare."""
    years = hours_by_year(load_catalogue(), earlier, hours)
    head = (_("Schooljaar"), _("Uren per week"))
    return line(_("Uren eigen hulp per week, voor zover de school ze noemt"), years, head=head) if years else None
