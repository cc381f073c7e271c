"""Does the description of the open data hold to the API Design Rules 2.2 of Logius? (`.spectral.yaml` judges it once more.)"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
import yaml

from dekkend.publishing.api.application import openapi
from dekkend.publishing.words.open_data import RELEASES, VERSION
from tests.features.publishing.test_api_rules import DOCUMENT, PATHS, PROBLEM, ask

pytestmark = pytest.mark.django_db
KEBAB = re.compile(r"/|(/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z]+\}))+")
CAMEL = re.compile(r"[a-z][a-zA-Z0-9]*")
SEMVER = re.compile(r"\d+\.\d+\.\d+")


def operations() -> Iterator[tuple[str, dict]]:
    for path, item in DOCUMENT["paths"].items():
        for operation in item.values():
            yield path, operation


def test_the_description_stands_at_its_usual_place_for_everyone(site, settings):
    served, again = ask("/openapi.json"), ask("/openapi.yaml")
    assert json.loads(served.content) == yaml.safe_load(again.content) == openapi(settings.SITE_ADDRESS)
    assert served["Access-Control-Allow-Origin"] == "*"


def test_the_version_is_semantic_its_major_part_stands_in_the_address_and_its_changes_are_told(site):
    assert SEMVER.fullmatch(DOCUMENT["info"]["version"])
    assert DOCUMENT["servers"][0]["url"].endswith(f"/v{VERSION.split('.')[0]}")
    assert RELEASES[0].version == VERSION
    assert json.loads(ask("/wijzigingen").content)["versies"][0]["versie"] == VERSION


def test_it_says_whom_to_ask_and_under_which_licence(settings):
    assert set(DOCUMENT["info"]["contact"]) == {"name", "email", "url"}
    assert DOCUMENT["info"]["license"]["name"] == "CC0 1.0 Universeel"
    settings.OPEN_DATA_LICENCE = "CC-BY-4.0"
    assert "licenses/by/4.0" in openapi("https://dekkend.example")["info"]["license"]["url"]


def test_addresses_are_plural_dutch_nouns_in_kebab_case_and_keys_are_in_camel_case():
    assert [path for path in PATHS if not KEBAB.fullmatch(path)] == []
    keys = {each["name"] for _, operation in operations() for each in operation["parameters"] if each["in"] == "query"}
    assert [key for key in keys if not CAMEL.fullmatch(key)] == []


def test_only_reading_is_described_and_each_operation_has_its_own_name():
    assert {method for item in DOCUMENT["paths"].values() for method in item} == {"get"}
    names = [operation["operationId"] for _, operation in operations()]
    assert len(set(names)) == len(names)
    tags = {tag["name"] for tag in DOCUMENT["tags"]}
    assert all(set(operation["tags"]) <= tags for _, operation in operations())


def test_every_answer_is_described_with_its_version_and_every_fault_as_a_problem():
    faults = DOCUMENT["components"]["responses"]
    for _, operation in operations():
        for status, answer in operation["responses"].items():
            whole = faults[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
            assert "API-Version" in whole["headers"]
            if int(status) >= 400:
                assert list(whole["content"]) == [PROBLEM]
        assert {"200", "304", "400", "406", "429", "500"} <= set(operation["responses"])
        assert operation["summary"]
        assert operation["description"].endswith(".")
    assert set(DOCUMENT["components"]["schemas"]["Problem"]["required"]) == {"status", "title", "detail"}


def test_days_are_described_as_days():
    for name, schema in DOCUMENT["components"]["schemas"].items():
        for field, described in schema.get("properties", {}).items():
            if field.lower().endswith("datum"):
                kinds = described.get("anyOf", [described])
                assert {"date"} == {kind["format"] for kind in kinds if kind["type"] != "null"}, f"{name}.{field}"


def test_every_field_has_an_example_or_a_description():
    for name, schema in DOCUMENT["components"]["schemas"].items():
        bare = [
            field
            for field, described in schema.get("properties", {}).items()
            if not {"examples", "description", "$ref", "items"} & set(described)
        ]
        assert bare == [], name
