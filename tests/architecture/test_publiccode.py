"""Is publiccode.yml what version 0.4 of its standard asks, as far as that can be seen without a network, and does it tell the truth?"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from django.conf import settings

PROJECT = Path(__file__).resolve().parents[2]
TOLD = yaml.safe_load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"))

# The standard, core part: what must be there, what else may be.
MANDATORY = {"publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType", "description", "legal"}
MANDATORY |= {"maintenance", "localisation"}
OPTIONAL = {"applicationSuite", "landingURL", "isBasedOn", "softwareVersion", "releaseDate", "logo", "monochromeLogo", "inputTypes"}
OPTIONAL |= {"outputTypes", "usedBy", "roadmap", "intendedAudience", "dependsOn"}
STATES = {"concept", "development", "beta", "stable", "obsolete"}
KINDS = {f"standalone/{kind}" for kind in ("mobile", "iot", "desktop", "web", "backend", "other")}
KINDS |= {"addon", "library", "configurationFiles"}
CATEGORIES = {"document-management", "knowledge-management", "workflow-management", "data-visualization"}  # of its list, those we use
SCOPES = {"education", "society"}
MAINTAINED = {"internal", "contract", "community", "none"}
IN_A_DESCRIPTION = {"localisedName", "genericName", "shortDescription", "longDescription", "documentation", "apiDocumentation", "features"}
IN_A_DESCRIPTION |= {"screenshots", "videos", "awards"}
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")


def test_every_key_that_must_be_there_is_and_no_other():
    assert set(TOLD) >= MANDATORY
    assert set(TOLD) - MANDATORY <= OPTIONAL
    assert TOLD["publiccodeYmlVersion"] == "0.4"


def test_words_come_from_the_lists_of_the_standard():
    assert TOLD["developmentStatus"] in STATES
    assert TOLD["softwareType"] in KINDS
    assert TOLD["platforms"] == ["web"]
    assert set(TOLD["categories"]) <= CATEGORIES
    assert set(TOLD["intendedAudience"]) == {"countries", "scope"}
    assert TOLD["intendedAudience"]["countries"] == ["nl"]
    assert set(TOLD["intendedAudience"]["scope"]) <= SCOPES
    assert all(MEDIA_TYPE.fullmatch(kind) for kind in TOLD["inputTypes"] + TOLD["outputTypes"])


def test_the_address_of_the_source_is_one_that_asks_for_no_password():
    parts = urlsplit(TOLD["url"])
    assert (parts.scheme, bool(parts.hostname), parts.username) == ("https", True, None)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_description_keeps_to_its_lengths(language):
    told = TOLD["description"][language]
    assert set(told) <= IN_A_DESCRIPTION
    assert 0 < len(told["shortDescription"]) <= 150
    assert "\n" not in told["shortDescription"]
    assert 500 <= len(told["longDescription"]) <= 10_000
    assert 5 <= len(told["features"]) <= 20
    assert all((PROJECT / picture).is_file() for picture in told["screenshots"])


def test_both_languages_tell_the_same_and_are_those_of_the_screens():
    assert set(TOLD["description"]) == set(TOLD["localisation"]["availableLanguages"]) == {code for code, _ in settings.LANGUAGES}
    assert TOLD["localisation"]["localisationReady"] is True
    assert len({len(told["features"]) for told in TOLD["description"].values()}) == 1


def test_licence_and_upkeep_are_named():
    declared = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert TOLD["legal"]["license"] == "EUPL-1.2"
    assert "EUPL-1.2" in str(declared["license"])
    assert TOLD["maintenance"]["type"] in MAINTAINED
    assert all(contact["name"] for contact in TOLD["maintenance"]["contacts"])
    python = next(each for each in TOLD["dependsOn"]["open"] if each["name"] == "Python")
    assert declared["requires-python"] == f">={python['versionMin']}"
