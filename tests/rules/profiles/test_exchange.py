"""Does a profile come in only when it is strict JSON of our format, and does it go out the same?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dekkend.profiles.gateways.exchange import ProfileRefused, dump_profile, load_profile
from dekkend.profiles.gateways.templates import load_template
from tests.rendering.profiles import random_profiles

FORM = load_template("haaglanden")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(random_profiles(FORM))
def test_what_goes_out_comes_in_the_same(profile: dict[str, Any]) -> None:
    assert load_profile(dump_profile(profile)) == profile


def test_a_profile_is_loaded_from_a_file_also_with_a_byte_order_mark(profile: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "profiel.json"
    file.write_bytes(b"\xef\xbb\xbf" + dump_profile(profile))
    assert load_profile(file) == profile


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "geen JSON"),
        (b"{", "geen JSON: regel 1"),
        (b"\xff\xfe{", "geen tekst in UTF-8"),
        (b"[]", "geen profiel"),
        (b"{}", "geen profiel"),
        (b'{"format": "dekkend-profile/9"}', "ander formaat"),
        (b'{"format": "dekkend-profile/1", "template": "elders"}', "formulier dat hier niet bekend is"),
        (b'{"format": "dekkend-profile/1", "template": ["haaglanden"]}', "formulier dat hier niet bekend is"),
        (b'{"format": "dekkend-profile/1", "template": "../haaglanden"}', "formulier dat hier niet bekend is"),
        (b'{"format": "dekkend-profile/1", "format": 1}', "staat twee keer"),
        (b'{"format": NaN}', "NaN is geen JSON-waarde"),
        (b'{"format": -Infinity}', "-Infinity is geen JSON-waarde"),
        (b"[" * 200_000, "te diep genest"),
        (b'{"a":' * 200_000, "te diep genest"),
        (b"1" * 100_000, "onmogelijk groot getal"),
        (b" " * 5_000_001, "te groot"),
        (b'{"format": "dekkend-profile/1", "template": "haaglanden"}', "site: De sleutel site ontbreekt"),
    ],
)
def test_a_file_that_is_no_profile_is_refused_with_a_sentence(content: bytes, part: str) -> None:
    with pytest.raises(ProfileRefused) as refused:
        load_profile(content)
    assert part in refused.value.message
    assert refused.value.message.endswith(".")


def test_a_file_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProfileRefused, match="niet te openen"):
        load_profile(tmp_path / "weg.json")


def test_all_problems_are_kept_and_the_first_are_told(profile: dict[str, Any]) -> None:
    for field in profile["values"]["school"]:
        profile["values"]["school"][field] = 1
    with pytest.raises(ProfileRefused) as refused:
        load_profile(json.dumps(profile).encode())
    assert len(refused.value.problems) == 5
    assert refused.value.message.endswith("En nog 2.")


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_and_nothing_else_is_raised(content: bytes) -> None:
    with pytest.raises(ProfileRefused):
        load_profile(content)
