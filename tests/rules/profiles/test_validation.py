"""Is every wrong profile refused with a sentence, and does the published schema refuse the same?"""

from __future__ import annotations

import copy
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.schema import profile_schema
from dekkend.profiles.rules.validation import validate
from dekkend.profiles.words.profile import MOST_ITEMS, MOST_NOTE
from dekkend.profiles.words.template import Template
from tests.rendering.profiles import random_profiles

FORM = load_template("haaglanden")
SCHEMA = jsonschema.Draft202012Validator(profile_schema(FORM))
DATES = [
    "2024-02-29",
    "2023-02-29",
    "2023-04-31",
    "2023-12-31",
    "2023-13",
    "2023",
    "23",
    "2023-09-14\n",
    "1900-02-29",
    "2000-02-29",
    "٢٠٢٣",
]
MONEY = ["8500", "08500", "0", "52172.50", "52172,50", "8.5", "-1", "1e3", "12345678901", "8500\n"]
YEARS = ["2023-2024", "2023-2025", "2023/2024", "1989-1990", "1990-1991", "2098-2099", "2099-2100", "2023-2024 "]
URLS = ["www.vuursprot.example", "https://x.example/a", "javascript:alert(1)", " JavaScript:x", "data:x", "x.example:8080", "HTTP://x"]
TEXTS = ["", "Gewone tekst", "twee\nregels", "nul\x00", "half\ud800", "tab\t", "é€", "x" * 1001, "x" * 4001]
JUNK = st.sampled_from(
    [None, True, 0, 8500, 1.5, [], {}, [None], {"a": 1}, "yes", "present", "structural", *DATES, *MONEY, *YEARS, *URLS, *TEXTS]
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all containers in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * isinstance(value, dict | list) + [p for key, item in inner for p in places(item, (*path, key))]


def change(data: st.DataObject, profile: dict[str, Any]) -> None:
    here: Any = profile
    for key in data.draw(st.sampled_from(places(profile))):
        here = here[key]
    if isinstance(here, list):
        here.append(data.draw(JUNK))
        return
    key = data.draw(st.sampled_from([*here, "vreemd"]))
    if data.draw(st.integers(0, 4)) == 0:
        here.pop(key, None)
    else:
        here[key] = data.draw(JUNK)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(random_profiles(FORM), st.data())
def test_our_own_check_and_the_schema_agree(profile: dict[str, Any], data: st.DataObject) -> None:
    profile = copy.deepcopy(profile)  # its parts are the samples of the strategy themselves
    for _ in range(data.draw(st.integers(0, 2))):
        change(data, profile)
    assert bool(validate(profile, FORM)) == (not SCHEMA.is_valid(profile))


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("adoption", "drafted_on"), DATES),
        (("budget", "fixed_amount"), MONEY),
        (("budget", "school_year"), YEARS),
        (("school", "website"), URLS),
        (("school", "name"), TEXTS),
    ],
)
def test_they_agree_on_every_odd_value_of_a_field(
    profile: dict[str, Any], form: Template, path: tuple[str, str], values: list[str]
) -> None:
    for value in values:
        changed = copy.deepcopy(profile)
        changed["values"][path[0]][path[1]] = value
        assert bool(validate(changed, form)) == (not SCHEMA.is_valid(changed)), value


@pytest.mark.slow
@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_whatever_it_is_given_it_answers(value: Any) -> None:
    assert validate(value, FORM)
    assert validate({"values": value}, FORM)


def told(profile: dict[str, Any], form: Template) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in validate(profile, form)]


def test_a_choice_that_does_not_exist_is_named_with_those_that_do(profile: dict[str, Any], form: Template) -> None:
    profile["values"]["expertise"]["rows"]["autism"]["choice"] = "misschien"
    assert told(profile, form) == [
        ("expertise.autism", "De keuze 'misschien' bestaat hier niet. Kies uit yes, no, of null voor niet beantwoord.")
    ]


def test_missing_and_unknown_parts_are_both_named(profile: dict[str, Any], form: Template) -> None:
    del profile["values"]["facilities"]["rows"]["lift"]
    profile["values"]["facilities"]["rows"]["zwembad"] = {"choice": "present", "note": None}
    assert told(profile, form) == [
        ("facilities.lift", "De rij lift ontbreekt. Niet beantwoord is null."),
        ("facilities", "De rij 'zwembad' hoort niet bij dit blok."),
    ]


def test_numbers_belong_between_quotation_marks(profile: dict[str, Any], form: Template) -> None:
    profile["values"]["budget"]["fixed_amount"] = 8500
    [(path, message)] = told(profile, form)
    assert path == "budget.fixed_amount"
    assert "tussen aanhalingstekens" in message


def test_sizes_have_a_bound(profile: dict[str, Any], form: Template) -> None:
    profile["values"]["limits"] = [{"text": "x"}] * (MOST_ITEMS + 1)
    profile["values"]["hgw"]["rows"]["partners"]["note"] = "x" * (MOST_NOTE + 1)
    assert [path for path, _ in told(profile, form)] == ["hgw.partners.note", "limits"]


@pytest.mark.parametrize("site", ["17yo00", "17YO0", "A7YO00", "", "17YO00\n", 170000])
def test_a_site_is_a_brin_with_its_number(profile: dict[str, Any], form: Template, site: object) -> None:
    assert [path for path, _ in told({**profile, "site": site}, form)] == ["site"]


def test_no_more_than_a_hundred_problems_are_told(profile: dict[str, Any], form: Template) -> None:
    profile["values"]["own_chapters"] = [1] * 400
    assert len(validate(profile, form)) == 100
