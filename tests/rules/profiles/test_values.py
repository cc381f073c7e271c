"""Are unanswered values complete, usual forms stable, and fingerprints the same for the same answers?"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.paths import get_value, with_value
from dekkend.profiles.rules.validation import validate, validate_values
from dekkend.profiles.rules.values import canonical_json, empty_profile, empty_values, fingerprint, normalise
from dekkend.profiles.words.template import Template
from tests.rendering.profiles import random_profiles

FORM = load_template("haaglanden")
SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def test_an_empty_profile_is_valid_and_every_row_is_there(form: Template) -> None:
    empty = empty_values(form)
    assert validate(empty_profile(form), form) == []
    assert empty["external_experts"]["rows"]["physiotherapy"] == {"choice": None, "note": None}
    assert [block.id for block in form.blocks()] == list(empty)


def test_what_is_missing_is_filled_and_what_is_blank_becomes_null(form: Template) -> None:
    values = normalise({"school": {"name": "  De \n Vuursprot ", "phone": ""}, "vision": "Een.\n \nTwee\nregels.\n\n\n"}, form)
    assert values["school"] == {"name": "De Vuursprot", "address": None, "phone": None, "email": None, "website": None}
    assert values["vision"] == "Een.\n\nTwee regels."
    assert validate_values(values, form) == []


def test_bullets_on_lines_of_their_own_stay_apart(form: Template) -> None:
    values = normalise({"vision": "Wij letten op:\n• rust\n• samen-\nspel\n- ruimte"}, form)
    assert values["vision"] == "Wij letten op:\n\n• rust\n\n• samen- spel\n\n- ruimte"


def test_records_and_own_rows_without_content_are_left_out(form: Template) -> None:
    own = [{"label": "Snoezelkamer", "choice": "present", "note": " "}, {"label": "", "choice": None, "note": None}]
    values = normalise({"limits": [{"text": " "}, {"text": "Een grens."}], "facilities": {"own_rows": own}}, form)
    assert values["limits"] == [{"text": "Een grens."}]
    assert values["facilities"]["own_rows"] == [{"label": "Snoezelkamer", "choice": "present", "note": None}]


@SOME
@given(random_profiles(FORM))
def test_a_valid_profile_keeps_its_meaning_in_its_usual_form(profile: dict[str, Any]) -> None:
    usual = normalise(profile["values"], FORM)
    assert usual == normalise(usual, FORM)
    assert validate({**profile, "values": usual}, FORM) == []


@SOME
@given(random_profiles(FORM))
def test_the_order_of_keys_does_not_change_the_fingerprint(profile: dict[str, Any]) -> None:
    turned = dict(reversed(profile.items())) | {"values": dict(reversed(profile["values"].items()))}
    assert canonical_json(turned) == canonical_json(profile)
    assert json.loads(canonical_json(profile)) == profile
    assert len(fingerprint(profile)) == 64


@pytest.mark.slow
@SOME
@given(random_profiles(FORM), st.data())
def test_a_value_that_is_put_at_a_path_is_found_there_and_nothing_else_changes(profile: dict[str, Any], data: st.DataObject) -> None:
    paths = ["vision", "school.name", "hgw.partners.note", "external_experts.speech_therapy"]
    path = data.draw(st.sampled_from(paths))
    changed = with_value(profile["values"], path, "iets")
    assert get_value(changed, path) == "iets"
    assert with_value(changed, path, get_value(profile["values"], path)) == profile["values"]
