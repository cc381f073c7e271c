"""Does every finding in any profile point at a place that is there, with the text that stands there?"""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.rules.paths import get_value, with_value
from dekkend.profiles.words.finding_kinds import KINDS
from dekkend.profiles.words.findings import Finding
from tests.rendering.profiles import random_profiles

FORM = load_template("haaglanden")
TODAY = datetime.date(2026, 9, 1)
OTHER_QUOTE = ("citizen_number", "staff_initials")
RISKY = st.lists(
    st.sampled_from(
        (
            "Wij plaatsen maximaal twee zorgleerlingen per groep.",
            "Zie bijlage 3 en schoolplan 2015-2019.",
            "Leerling 111222333 zit in groep 4, o.a. bij mw. Kwal.",
            "Klik hier. Een SOP is wettelijk verplicht.",
            "Wij zijn een NT2-school \u2014 ‘echt’.",
            "Vul in: ......",
            "Mail t.zeester@bestuur.example.",
            "•  Een kind dat de les stoort",
        )
    ),
    max_size=6,
).map("\n\n".join)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(random_profiles(FORM), st.one_of(RISKY, st.text(max_size=300)))
def test_every_finding_points_at_the_text_it_quotes(profile: dict[str, Any], text: str) -> None:
    profile = {**profile, "values": with_value(profile["values"], "extra_support", text or None)}
    for finding in check_profile(profile, FORM, today=TODAY):
        assert finding.code in KINDS
        assert finding.message.endswith(".")
        assert "!" not in finding.message.replace(finding.quote, "")
        _points_at_its_text(profile, finding)


def _points_at_its_text(profile: dict[str, Any], finding: Finding) -> None:
    if finding.path == "school_year":
        return
    value = get_value(profile["values"], finding.path)
    if finding.end:
        assert isinstance(value, str)
        there = value[finding.start : finding.end]
        assert there
        assert there == finding.quote or finding.code in OTHER_QUOTE
