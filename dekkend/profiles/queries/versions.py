"""Which profile of a school counts now, for whom?"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.models import Site
from dekkend.organisations.words import Scope
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries.outside import for_outsiders
from dekkend.profiles.rules.counting import year_that_counts
from dekkend.profiles.rules.open_data import saying_so
from dekkend.profiles.words.profile import FORMAT
from dekkend.register.queries.closures import with_closures


def published_sites(name: str = "", *, today: date) -> QuerySet[Site]:
    """Sites with a profile that is public on day `today`, for everyone; of these those whose name or place contains `name`.

    A school that closed can still be found: each has the day as `closed_on`.
    """
    public = ProfileVersion.anywhere.filter(site=OuterRef("pk"), published_on__lte=today)
    sites = with_closures(Site.anywhere.filter(Exists(public)).select_related("board"))
    for word in name.split()[:8]:
        sites = sites.filter(Q(name__icontains=word) | Q(place__icontains=word))
    return sites.order_by("name", "brin6")


def public_version(brin6: str, school_year: str = "", *, today: date) -> ProfileVersion | None:
    """The newest version of this site that is public on day `today`, of this year or of the year that counts that day. For everyone."""
    return of_year(public_versions(brin6, today=today), school_year, today=today)


def of_year(versions: list[ProfileVersion], school_year: str, *, today: date) -> ProfileVersion | None:
    """That of this year, or when no year is asked for that of the year that counts on this day (`rules/counting.py`)."""
    wanted = school_year or year_that_counts((version.school_year for version in versions), today)
    return next((version for version in versions if version.school_year == wanted), None)


def counting_first(versions: QuerySet[ProfileVersion], today: date) -> QuerySet[ProfileVersion]:
    """The same rule for the database: of one site the version that counts on this day stands first."""
    is_later = Q(school_year__gt=str(SchoolYear.of(today)))
    later = Case(When(is_later, then=F("school_year")), default=Value(""))  # "" comes first; of the later years the earliest
    return versions.filter(published_on__lte=today).order_by(later, "-school_year", "-number")


def public_versions(brin6: str, *, today: date) -> list[ProfileVersion]:
    """Of each school year the newest version that is public on day `today`, the newest year first. For everyone."""
    newest: dict[str, ProfileVersion] = {}
    public = ProfileVersion.anywhere.filter(site__brin6=brin6, published_on__lte=today).order_by("-school_year", "-number")
    for version in public.select_related("site__board", "site__partnership", "source").prefetch_related("redactions"):
        newest.setdefault(version.school_year, version)
    return [for_outsiders(version) for version in newest.values()]


def current_draft(scope: Scope, brin6: str, school_year: str) -> ProfileDraft | None:
    drafts = ProfileDraft.objects.within(scope).filter(site__brin6=brin6, school_year=school_year, closed_at__isnull=True)
    return drafts.select_related("site__board", "source").first()


def was_handed_in(scope: Scope, brin6: str, school_year: str) -> bool:
    """Is there no open draft here any more, because it was frozen?"""
    drafts = ProfileDraft.objects.within(scope).filter(site__brin6=brin6, school_year=school_year)
    frozen = ProfileVersion.anywhere.filter(site__brin6=brin6, school_year=school_year, published_on__isnull=True)
    return drafts.exists() and frozen.exists()


def current_drafts(scope: Scope) -> QuerySet[ProfileDraft]:
    """All drafts within reach, newest first."""
    drafts = ProfileDraft.objects.within(scope).filter(closed_at__isnull=True)
    return drafts.select_related("site").order_by("-made_at")


def as_profile(stored: ProfileVersion | ProfileDraft) -> dict[str, Any]:
    """What is stored as one `dekkend-profile/1` object. Where it was read does not travel with it; what was left out is named."""
    profile = {
        "format": FORMAT,
        "template": stored.template,
        "template_version": stored.template_version,
        "site": stored.site.brin6,
        "school_year": stored.school_year,
        "values": stored.values,
    }
    return saying_so(profile, stored.left_out if isinstance(stored, ProfileVersion) else ())
