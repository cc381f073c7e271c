"""What is there to look at in a draft, and what was set aside with a reason that still holds?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import Overruled, ProfileDraft
from dekkend.profiles.queries.versions import as_profile
from dekkend.profiles.rules.completeness import Completeness, completeness
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.rules.findings.adoption import ADOPTION_MISSING
from dekkend.profiles.rules.overruling import text_behind
from dekkend.profiles.words.findings import Finding


@dataclass(frozen=True, slots=True)
class DraftFindings:
    """The findings of a draft. `set_aside` has with each the reason and the name of who gave it."""

    open: tuple[Finding, ...]
    set_aside: tuple[tuple[Finding, str, str], ...]


def findings_of(draft: ProfileDraft, *, today: date) -> DraftFindings:
    """What the text guard says about this draft today."""
    found = check_profile(as_profile(draft), load_template(draft.template), today=today, hours=hours_in_force())
    if signed_here(draft):
        found = [finding for finding in found if finding.code != ADOPTION_MISSING]
    reasons = overruled_of(draft)
    aside = tuple((finding, *reasons[finding.key]) for finding in found if finding.key in reasons)
    return DraftFindings(tuple(finding for finding in found if finding.key not in reasons), aside)


def signed_here(draft: ProfileDraft) -> bool:
    """Do who adopted and when come from the procedure? Of what is written or corrected here, not of what was read or brought in."""
    return draft.source_id is None or (draft.copied_from is not None and draft.copied_from.school_year == draft.school_year)


def completeness_of(draft: ProfileDraft, *, today: date) -> Completeness:
    """What is left to do in this draft, and what stands in the way of handing it in."""
    return completeness(load_template(draft.template), draft.values, draft.standing, findings_of(draft, today=today).open)


def overruled_of(draft: ProfileDraft) -> dict[str, tuple[str, str]]:
    """Per key of a finding the reason and the name, as long as the text that it was about is the same."""
    template = load_template(draft.template)
    rows = Overruled.anywhere.filter(draft=draft).select_related("by").order_by("at")
    return {
        row.key: (row.reason, str(row.by) if row.by else gettext("Iemand"))
        for row in rows
        if row.text == text_behind(template, draft.values, row.path)
    }
