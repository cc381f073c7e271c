"""What is there to find in a reading once people have answered?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.rules.validation import validate
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.template import Template
from dekkend.reading.rules.review import values_with
from dekkend.reading.words.result import Reading

OF_THE_FORM = "formulier"  # the source of findings about the form itself


def _seen_by_the_reader(finding: Mapping[str, Any]) -> bool:
    """About the form itself, or about the region's fixed text, which is no value."""
    return finding.get("source") == OF_THE_FORM or (finding.get("code") == "law_lapsed" and not finding.get("end"))


def looked_over(
    reading: Reading, template: Template, answers: Mapping[str, Any], *, today: date, hours: HoursRules | None = None
) -> Reading:
    """The reading with the findings of the text guard on its values with the answers in their place.

    What is not well formed comes first and is a finding too. The text guard reads only well formed profiles.
    """
    profile = reading.profile | {"values": values_with(reading, answers)}
    problems = [
        {"code": "not_well_formed", "path": problem.path, "severity": "warning", "message": problem.message}
        for problem in validate(profile, template)
    ]
    if problems:
        return replace(reading, findings=(*problems, *reading.findings))
    # What only the reader can see stays; what it found in the values is looked for anew, for an answer may have mended it.
    of_the_form = [finding for finding in reading.findings if _seen_by_the_reader(finding)]
    found = check_profile(profile, template, today=today, from_reading=of_the_form, hours=hours)
    return replace(reading, findings=tuple(asdict(finding) for finding in found))
