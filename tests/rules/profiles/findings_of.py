"""How do the tests of the text guard ask it about one text?"""

from __future__ import annotations

import datetime
from typing import Any

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.rules.paths import with_value
from dekkend.profiles.rules.values import empty_profile
from dekkend.profiles.words.finding_kinds import KINDS
from dekkend.profiles.words.findings import Finding

TODAY = datetime.date(2024, 3, 1)
FORM = load_template("haaglanden")
# What a profile without answers always gets: left out, so that a test sees only what it is about.
ALWAYS = ("adoption_missing", "table_empty")


def findings(values: dict[str, Any], *, year: str | None = "2023-2024", today: datetime.date = TODAY, **options: Any) -> list[Finding]:
    """What is found in a profile in which only these paths are answered."""
    profile = empty_profile(FORM, year)
    for path, value in values.items():
        profile["values"] = with_value(profile["values"], path, value)
    found = check_profile(profile, FORM, today=today, **options)
    assert {finding.code for finding in found} <= set(KINDS)
    return [finding for finding in found if finding.code not in ALWAYS]


def codes(values: dict[str, Any], **options: Any) -> list[str]:
    return [finding.code for finding in findings(values, **options)]


def in_text(text: str, **options: Any) -> list[str]:
    """The codes of what is found in a piece of running text."""
    return codes({"extra_support": text}, **options)
