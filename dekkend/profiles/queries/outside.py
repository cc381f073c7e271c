"""What does someone outside the school see of a frozen version, and may this person see all of it?"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from dekkend.organisations.models import Site
from dekkend.organisations.words import Level, Scope
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.rules.redaction import evidence_left, with_left_out
from dekkend.profiles.words.redaction import LeftOut


def for_outsiders(version: ProfileVersion) -> ProfileVersion:
    """A copy of the version as it is shown outside the school, with `left_out` saying what is not; it cannot be saved.

    Fetch many with `prefetch_related("redactions")`.
    """
    left_out = left_out_of(version)
    shown = copy.copy(version)
    shown.left_out = left_out
    if left_out:
        form = load_template(version.template)
        shown.values = with_left_out(version.values, left_out, form)
        shown.evidence = evidence_left(version.evidence, version.values, left_out)
    return shown


def others_public(version: ProfileVersion) -> list[ProfileVersion]:
    """The other versions of its site that are or will be public, as they are shown outside the school, the newest first."""
    others = ProfileVersion.anywhere.filter(site=version.site, published_on__isnull=False).exclude(pk=version.pk)
    return [for_outsiders(other) for other in others.prefetch_related("redactions").order_by("-school_year", "-number")]


def left_out_of(version: ProfileVersion) -> tuple[LeftOut, ...]:
    laid_over = sorted(version.redactions.all(), key=lambda redaction: redaction.pk)
    return tuple(LeftOut(redaction.path, redaction.reason, redaction.quote or "") for redaction in laid_over)


def sees_whole(scope: Scope, site: Site) -> bool:
    """Does this person belong to the school or its board? Everyone else sees a version with what was laid over it."""
    return site.pk in scope.ids(Level.SITE) or site.board_id in scope.ids(Level.BOARD)


def cited(version: ProfileVersion) -> Mapping[str, Any]:
    """What names this version in an address."""
    return {"brin6": version.site.brin6, "school_year": version.school_year, "number": version.number}
