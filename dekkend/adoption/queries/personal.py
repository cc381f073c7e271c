"""Which personal details may stand in a version, and what was decided on each?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.adoption.words.procedure import Verdict
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion, VersionRedaction
from dekkend.profiles.queries import as_profile, overruled_of
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.words.findings import Finding

ABOUT_PEOPLE = frozenset({"staff_initials", "personal_mail", "citizen_number"})


@dataclass(frozen=True, slots=True)
class Detail:
    """One piece of text that may be about a person; `verdict` None while nobody decided."""

    finding: Finding
    label: str
    verdict: Verdict | None
    reason: str = ""


def personal_details(version: ProfileVersion, today: date) -> tuple[Detail, ...]:
    """In the order of the text guard. A decision taken while writing counts too, as long as the text is the same."""
    template = load_template(version.template)
    findings = [
        each for each in check_profile(as_profile(version), template, today=today, hours=hours_in_force()) if each.code in ABOUT_PEOPLE
    ]
    if not findings:
        return ()
    kept = {key: reason for key, (reason, _name) in overruled_of(version.draft).items()} if version.draft else {}
    covered = list(VersionRedaction.anywhere.filter(version=version).order_by("pk"))
    return tuple(detail_of(finding, kept, covered) for finding in findings)


def detail_of(finding: Finding, kept: dict[str, str], covered: list[VersionRedaction]) -> Detail:
    for redaction in covered:
        if redaction.path == finding.path and (redaction.quote is None or finding.quote in redaction.quote):
            return Detail(finding, finding.path, Verdict.LEFT_OUT, redaction.reason)
    if finding.key in kept:
        return Detail(finding, finding.path, Verdict.KEPT, kept[finding.key])
    return Detail(finding, finding.path, None)


def undecided(version: ProfileVersion, today: date) -> int:
    return sum(detail.verdict is None for detail in personal_details(version, today))
