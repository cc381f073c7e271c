"""Is the published schema the one that we check by?"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from dekkend.profiles.rules.schema import profile_schema
from dekkend.profiles.words.template import Template

PUBLISHED = Path(__file__).parents[3] / "docs" / "schema" / "dekkend-profile-1.json"


def test_the_published_schema_is_fresh(form: Template) -> None:
    assert json.loads(PUBLISHED.read_text("utf-8")) == profile_schema(form), "renew it: dekkend schema > docs/schema/dekkend-profile-1.json"


def test_it_is_a_schema_of_draft_2020_12(form: Template) -> None:
    jsonschema.Draft202012Validator.check_schema(profile_schema(form))


def test_it_tells_a_reader_what_each_code_means(form: Template) -> None:
    values = profile_schema(form)["properties"]["values"]["properties"]
    assert values["facilities"]["title"] == "Bijzondere voorzieningen en toegankelijkheid in het gebouw"
    lift = values["facilities"]["properties"]["rows"]["properties"]["lift"]
    assert lift["title"] == "Lift"
    assert "present: Aanwezig in de school" in lift["properties"]["choice"]["description"]
