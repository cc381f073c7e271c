"""Do the commands and addresses in docs/api.md work as they stand there, and is the page about the open data right?"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client

from dekkend.config.cli import main
from dekkend.organisations.models import Partnership
from tests.factories.organisations import a_board, a_site
from tests.features.publishing.test_api import public

pytestmark = pytest.mark.django_db
TEXT = (Path(__file__).parents[3] / "docs/api.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^curl .*$", TEXT, re.MULTILINE)
RULES = 36


@pytest.fixture
def vuursprot(db):
    """The school and the region that the docs name."""
    region = Partnership.objects.create(code="PO9901", name="SWV Zilverkust")
    site = a_site(region, a_board(), brin6="99ZZ00")
    public(site)
    return site


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_in_the_docs_works(vuursprot, command):
    words = shlex.split(command)
    address = urlsplit(words[-1])
    headers = dict(each.split(": ") for each in words if ": " in each)
    response = Client(headers=headers).get(f"{address.path}?{address.query}".rstrip("?"))
    assert response.status_code == 200
    assert response["Content-Type"].startswith(headers.get("Accept", "application/"))
    assert len(response.content) > 50


def test_every_rule_stands_in_the_docs_once():
    table = TEXT.partition("## The API Design Rules")[2]
    named = re.findall(
        r"naming-\w+|interface-language|doc-\w+(?:-\w+)?|no-trailing-slash|path-segments-kebab-case|query-keys-camel-case|hide-implementation"
        r"|date-time/format|timezone|date-omit-time-portion|http-[\w-]+|stateless|nested-child|resource-operations|problem-details|invalid-input"
        r"|all-errors|publish-openapi|uri-version|semver|version-header|changelog|deprecation-schedule|transition-period|transport/[\w-]+"
        r"|geospatial|signing|encryption",
        "\n".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|")),
    )
    assert len(named) == len(set(named)) == RULES


def test_the_page_leads_to_the_description_and_to_the_file_of_each_region(vuursprot):
    page = Client().get("/open-data/").content.decode()
    for address in re.findall(r'href="(/(?:api|open)/[^"]+)"', page):
        assert Client().get(address.replace("&amp;", "&")).status_code == 200
    assert "/api/v1/samenwerkingsverbanden/PO9901/ondersteuningsaanbod?formaat=csv" in page
    assert "creativecommons.org/publicdomain/zero" in page


def test_without_a_public_school_the_page_says_so(db):
    assert "Er is nog geen openbaar aanbod" in Client().get("/open-data/").content.decode()


def test_every_page_leads_to_it(db):
    assert 'href="/open-data/"' in Client().get("/").content.decode()


def test_the_description_can_be_printed(capsys):
    assert main(["openapi", "--address", "https://dekkend.example/"]) == 0
    assert '"url": "https://dekkend.example/api/v1"' in capsys.readouterr().out
