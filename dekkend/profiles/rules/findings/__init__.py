"""The text guard: what in this profile should a person look at before it is public?

Every family of findings is a file here. None blocks saving; each says what, why and what now, and cites its source.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dekkend.profiles.rules.findings.admission import find_admission
from dekkend.profiles.rules.findings.adoption import find_adoption_slips
from dekkend.profiles.rules.findings.case import make_case
from dekkend.profiles.rules.findings.clashes import find_clashes
from dekkend.profiles.rules.findings.law import find_lapsed_duties
from dekkend.profiles.rules.findings.leftovers import find_leftovers
from dekkend.profiles.rules.findings.money import find_money_slips
from dekkend.profiles.rules.findings.plans import find_expired_plans
from dekkend.profiles.rules.findings.privacy import find_personal_data
from dekkend.profiles.rules.findings.readability import find_hard_texts
from dekkend.profiles.rules.findings.references import find_dead_references
from dekkend.profiles.rules.findings.rows import find_empty_rows
from dekkend.profiles.words.findings import Finding, Severity
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.template import Template

_FAMILIES = (
    find_personal_data,
    find_admission,
    find_adoption_slips,
    find_money_slips,
    find_expired_plans,
    find_clashes,
    find_leftovers,
    find_empty_rows,
    find_dead_references,
    find_lapsed_duties,
    find_hard_texts,
)
_ORDER = list(Severity)
MOST_OF_A_KIND = 10


def check_profile(
    profile: dict[str, Any],
    template: Template,
    *,
    today: datetime.date,
    from_reading: Iterable[Mapping[str, Any]] = (),
    hours: HoursRules | None = None,
    fixed_text: Iterable[tuple[str, str]] = (),
) -> list[Finding]:
    """All findings, the most serious first, then in the order of the form.

    `profile` must be valid (`rules/validation.py`). `from_reading` are findings that only the reader of a document can make (fixed text
    changed, a question left in), as dicts; they are merged in, and the same text is not told twice. `fixed_text` are the region's own
    sentences in that document, as (path, sentence): they are no values, and the law may have overtaken them as well.
    """
    case = make_case(profile, template, today, hours or HoursRules(), fixed_text)
    found = [_from_reading(raw) for raw in from_reading]
    told = {(finding.code, finding.path, finding.quote) for finding in found}
    for family in _FAMILIES:
        found += _few([finding for finding in family(case) if (finding.code, finding.path, finding.quote) not in told])
    places = {block.id: place for place, block in enumerate(template.blocks())}
    return sorted(found, key=lambda finding: (_ORDER.index(finding.severity), places.get(_block(finding.path), -1)))


def _few(findings: list[Finding]) -> list[Finding]:
    """No more than ten of one kind at one place: nobody reads the eleventh."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for finding in _once(findings):
        seen[finding.code, finding.path] += 1
        if seen[finding.code, finding.path] <= MOST_OF_A_KIND:
            kept.append(finding)
    return kept


def _once(findings: list[Finding]) -> Iterable[Finding]:
    """The same words twice in one text are one thing to look at: they are mended, or set aside, together."""
    kept: dict[tuple[str, ...], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.code, finding.path, finding.quote, finding.message), finding)
    return kept.values()


def is_finding(raw: Any) -> bool:
    """Is this a finding as it travels in JSON: with a code, a message and a severity that exists?"""
    if not isinstance(raw, dict) or not all(isinstance(raw.get(name), str) for name in ("code", "message", "severity")):
        return False
    places = [raw.get(name) or 0 for name in ("start", "end")]
    return raw["severity"] in list(Severity) and all(isinstance(place, int) for place in places)


def _from_reading(raw: Mapping[str, Any]) -> Finding:
    return Finding(
        code=str(raw["code"]),
        path=str(raw.get("path") or ""),
        severity=Severity(raw["severity"]),
        message=str(raw["message"]),
        source=str(raw.get("source") or ""),
        quote=str(raw.get("quote") or ""),
        start=int(raw.get("start") or 0),
        end=int(raw.get("end") or 0),
    )


def _block(path: str) -> str:
    return path.replace("[", ".").partition(".")[0]
