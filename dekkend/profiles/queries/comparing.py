"""Which versions and drafts of a school can this person lay side by side?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dekkend.organisations.models import Site
from dekkend.organisations.permissions import reaches_site
from dekkend.organisations.words import Scope
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries.outside import for_outsiders, sees_whole
from dekkend.profiles.queries.versions import as_profile
from dekkend.profiles.rules.open_data import for_everyone

DRAFT = "concept"


@dataclass(frozen=True, slots=True)
class Side:
    """One that can be chosen: `key` names it in an address, `title` for people."""

    key: str
    title: str
    pk: int
    is_draft: bool


def site_called(brin6: str) -> Site | None:
    """The site with this number, whoever asks: what is shown of it is decided by `sides`."""
    return Site.anywhere.select_related("board").filter(brin6=brin6).first()


def visible_version(scope: Scope, brin6: str, school_year: str, number: int, *, today: date) -> ProfileVersion | None:
    """This version when it is public, or when the person reaches the site; what is shown of it is another question."""
    versions = ProfileVersion.anywhere.select_related("site__board", "site__partnership", "source").prefetch_related("redactions")
    version = versions.filter(site__brin6=brin6, school_year=school_year, number=number).first()
    return version if version and _is_visible(scope, version, today) else None


def cited_version(scope: Scope, fingerprint: str, *, today: date) -> ProfileVersion | None:
    """The version with this fingerprint that the person may see: the first one, when a text was frozen twice."""
    versions = ProfileVersion.anywhere.select_related("site").filter(fingerprint=fingerprint).order_by("pk")
    return next((version for version in versions if _is_visible(scope, version, today)), None)


def sides(scope: Scope, site: Site, *, today: date) -> tuple[Side, ...]:
    """All versions and open drafts of this site that the person sees, the newest first."""
    reached = reaches_site.test(scope, site)
    versions = ProfileVersion.anywhere.filter(site=site).filter(Q() if reached else Q(published_on__lte=today))
    columns = ("school_year", "number", "pk", "published_on")
    found = [(year, number, pk, _version_title(year, number, day)) for year, number, pk, day in versions.values_list(*columns)]
    made = [((year, number), Side(f"{year}.{number}", title, pk, is_draft=False)) for year, number, pk, title in found]
    if reached:
        drafts = ProfileDraft.anywhere.filter(site=site, closed_at__isnull=True).values_list("school_year", "pk")
        made += [((year, 1_000_000), Side(f"{year}.{DRAFT}", _draft_title(year), pk, is_draft=True)) for year, pk in drafts]
    return tuple(side for _order, side in sorted(made, key=lambda pair: pair[0], reverse=True))


def profile_at(scope: Scope, side: Side) -> dict[str, Any]:
    """What this person may see of it, as a `dekkend-profile/1` object."""
    if side.is_draft:
        return as_profile(ProfileDraft.anywhere.select_related("site").get(pk=side.pk))
    version = ProfileVersion.anywhere.select_related("site").prefetch_related("redactions").get(pk=side.pk)
    return profile_for(scope, version)


def profile_for(scope: Scope, version: ProfileVersion) -> dict[str, Any]:
    """The whole for who belongs to the school; for others without what was left out, for strangers also without names of persons."""
    shown = version if sees_whole(scope, version.site) else for_outsiders(version)
    if reaches_site.test(scope, version.site):
        return as_profile(shown)
    return for_everyone(as_profile(shown), load_template(version.template))


def _is_visible(scope: Scope, version: ProfileVersion, today: date) -> bool:
    is_public = version.published_on is not None and version.published_on <= today
    return is_public or bool(reaches_site.test(scope, version.site))


def _version_title(year: str, number: int, published_on: date | None) -> str:
    if published_on is None:
        return _("%(year)s, versie %(number)s (nog niet openbaar)") % {"year": year, "number": number}
    day = date_format(published_on, "j F Y")
    return _("%(year)s, versie %(number)s (openbaar sinds %(day)s)") % {"year": year, "number": number, "day": day}


def _draft_title(year: str) -> str:
    return _("%(year)s, concept") % {"year": year}
