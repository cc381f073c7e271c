"""Is whatever stands in a file with a norm either a norm or refused with one clear sentence, and never a fault of the program?"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.coverage.gateways.norm_files import read_norm
from dekkend.coverage.rules.norm_file import as_rows, norm_from, norm_of
from dekkend.coverage.rules.norm_versions import when_it_counts
from dekkend.coverage.words import Refused
from dekkend.offers.words import Norm
from dekkend.profiles.gateways.catalogue import load_catalogue
from tests.factories.offers import NT2

CATALOGUE = load_catalogue()
ITEM = {"label": "Tweede taal", "one_of": [NT2]}
NORM: dict[str, Any] = {
    "name": "eigen",
    "version": "1",
    "title": "Eigen norm",
    "source": "Verzonnen",
    "valid_from": date(2026, 8, 1),
    "items": [ITEM],
}
simple = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(10**4000)
anything = st.recursive(simple, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4))


def norm_or_sentence(make: Any, raw: Any) -> None:
    """A norm that can be stored, read again and said; or a sentence that can be shown."""
    try:
        norm = make(raw)
    except Refused as why:
        told = str(why)
        assert told.endswith(".")
        assert len(told) < 200
        told.encode()
        return
    assert isinstance(norm, Norm)
    rows = json.loads(json.dumps(as_rows(norm), allow_nan=False))
    assert norm_of(norm.name, norm.version, norm.title, norm.source, norm.valid_from, rows) == norm
    f"{norm.title} {norm.version} {norm.source}".encode()


def from_raw(raw: Any) -> Norm:
    return norm_from(raw, CATALOGUE)


@given(raw=anything)
def test_anything_at_all_is_answered_with_a_sentence(raw):
    norm_or_sentence(from_raw, raw)


@given(key=st.sampled_from([*NORM]), value=anything)
def test_anything_at_one_place_of_a_norm_is_a_norm_or_a_sentence(key, value):
    norm_or_sentence(from_raw, NORM | {key: value})


@given(key=st.sampled_from(["label", "one_of", "level", "why"]), value=anything, inside=anything)
def test_anything_at_one_place_of_a_part_is_a_norm_or_a_sentence(key, value, inside):
    norm_or_sentence(from_raw, NORM | {"items": [ITEM | {key: value}]})
    norm_or_sentence(from_raw, NORM | {"items": [ITEM | {"one_of": [inside]}]})


@given(raw=anything.map(json.dumps).filter(lambda text: len(text) < 4000))
def test_any_json_as_a_file_is_answered_with_a_sentence(raw):
    norm_or_sentence(read_norm, raw.encode())


@given(text=st.text(alphabet="!&*<=?:-[]{}|>'\"#%@\\ \n0x9.aeutcdnilotm/~", max_size=60))
def test_any_text_as_a_file_is_answered_with_a_sentence(text):
    norm_or_sentence(read_norm, text.encode())


@pytest.mark.parametrize("level", [[1], {"a": 1}, None, True, 1.0, "1", pytest.param(10**5000, id="huge")])
def test_a_level_that_is_no_number_is_said_where_it_stands(level):
    with pytest.raises(Refused, match="Onderdeel 1 vraagt een niveau dat niet kan"):
        from_raw(NORM | {"items": [ITEM | {"level": level}]})


@pytest.mark.parametrize(
    "text",
    [
        "[" * 90_000,
        "- " * 40_000,
        "a: " + "{a: " * 5_000 + "1" + "}" * 5_000,
        '!!int ""',
        "!!timestamp x",
        "!!bool x",
        "valid_from: 2026-08-01 00:00:00+99:99",
        "version: 0x" + "f" * 90_000,
        "version: " + "9" * 90_000,
        "? [a]\n: b",
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_file_is_answered_with_a_sentence(text):
    norm_or_sentence(read_norm, text.encode())


def test_a_moment_is_no_first_day():
    text = "{name: eigen, version: 1, title: t, source: s, valid_from: 2026-08-01 12:00:00, items: []}"
    with pytest.raises(Refused, match="vanaf welke dag"):
        read_norm(text.encode())


@pytest.mark.parametrize(
    ("version", "today", "told"),
    [
        ("1", date(2026, 9, 1), "Geldt niet meer: versie 3 kwam op 1 augustus 2026 ervoor in de plaats."),
        ("1", date(2026, 7, 31), "Geldt sinds 1 augustus 2025."),
        ("2", date(2026, 9, 1), "Geldt niet: versie 3 begint ook op 1 augustus 2026 en is later toegevoegd."),
        ("3", date(2026, 9, 1), "Geldt sinds 1 augustus 2026."),
        ("4", date(2026, 9, 1), "Geldt vanaf 1 augustus 2027."),
    ],
)
def test_each_version_says_since_when_it_counts(version, today, told):
    days = {"1": date(2025, 8, 1), "2": date(2026, 8, 1), "3": date(2026, 8, 1), "4": date(2027, 8, 1)}
    versions = [from_raw(NORM | {"version": each, "valid_from": day}) for each, day in days.items()]
    [norm] = [each for each in versions if each.version == version]
    assert when_it_counts(norm, versions, today) == told
