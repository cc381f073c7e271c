"""Can everyone download what is public as a document, and nothing else?"""

from __future__ import annotations

import io
from datetime import date, timedelta

import pdfplumber
import pytest
from django.utils import timezone

from dekkend.organisations.models import Site
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.actions.redacting import leave_out
from dekkend.publishing.gateways.documents import DOCUMENTS
from tests.corpus.school import vuursprot

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def published(site: Site, on: date = TODAY):
    draft = make_draft(site, vuursprot() | {"school_year": "2026-2027"}, evidence={}, source=None, made_by=None, now=timezone.now())
    return publish_draft(draft, on=on)


def address(site: Site, document: str = "sop", suffix: str = "pdf", version: str = "") -> str:
    return f"/scholen/{site.brin6}/2026-2027/{version}documenten/{document}.{suffix}"


def words(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_comes_in_every_format(client, site, document: str, suffix: str) -> None:
    published(site)
    response = client.get(address(site, document, suffix))
    assert response.status_code == 200
    assert f"{site.brin6}-2026-2027.{suffix}" in response["Content-Disposition"]


def test_the_paper_says_which_version_it_is(client, site) -> None:
    version = published(site)
    text = words(client.get(address(site)).content)
    assert version.fingerprint in text
    assert f"/scholen/{site.brin6}/2026-2027/versie/1/" in text


def test_the_same_version_gives_the_same_bytes_by_whatever_name_someone_comes(client, settings, site) -> None:
    settings.ALLOWED_HOSTS, settings.SITE_ADDRESS = ["*"], "https://dekkend.example"
    published(site)
    here, there = (client.get(address(site), headers={"host": name}).content for name in ("een.example", "twee.example"))
    assert here == there
    assert "https://dekkend.example/scholen/" in words(here)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_document_names_the_region_that_made_the_form(client, site, document: str) -> None:
    published(site)
    assert "Haaglanden" not in client.get(address(site, document, "html")).content.decode()


def test_nobody_gets_what_is_not_public(client, site) -> None:
    published(site, on=TODAY + timedelta(days=1))
    assert client.get(address(site)).status_code == 404
    assert client.get(address(site, version="versie/1/")).status_code == 404


@pytest.mark.parametrize(("document", "suffix"), [("sop", "exe"), ("geheim", "pdf")])
def test_what_does_not_exist_is_not_there(client, site, document: str, suffix: str) -> None:
    published(site)
    assert client.get(address(site, document, suffix)).status_code == 404


def test_names_of_who_signed_and_what_was_left_out_do_not_travel(client, site) -> None:
    version = published(site)
    signed = version.values["adoption"]["adopted_by"]
    assert signed
    leave_out(version, "vision", None, reason="Noemt een kind.", by=None, now=timezone.now())
    text = words(client.get(address(site)).content)
    assert signed not in text
    assert version.values["vision"].split(".")[0] not in text


def test_who_has_it_already_does_not_get_it_again(client, site) -> None:
    published(site)
    first = client.get(address(site))
    assert client.get(address(site), HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304


def test_the_page_of_the_school_leads_to_its_documents(client, site) -> None:
    published(site)
    page = client.get(f"/scholen/{site.brin6}/").content.decode()
    assert address(site, "samenvatting") in page
    assert address(site, "sop", "docx") in page
