"""Who sees what changed between which versions, and at which address does a version stay?"""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.actions.publishing import freeze_draft
from dekkend.profiles.gateways.exchange import load_profile
from dekkend.profiles.rules.values import fingerprint
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 4)
NO_HELP = {"expertise": {"rows": {"autism": {"choice": "no", "note": None}}}}
SAID = "Van ja naar nee: dit is er niet meer voor een kind met autisme."


def a_draft(site, year, **blocks):
    profile = vuursprot(**blocks) | {"school_year": year}
    return make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now())


def changes_of(site, asked="") -> str:
    return f"/scholen/{site.brin6}/wijzigingen/{asked}"


def version_of(site, year="2024-2025", number=1) -> str:
    return f"/scholen/{site.brin6}/{year}/versie/{number}/"


@pytest.fixture
def two_years(site):
    publish_draft(a_draft(site, "2023-2024"), on=DAY)
    return publish_draft(a_draft(site, "2024-2025", **NO_HELP), on=DAY)


def test_a_parent_finds_on_the_school_page_what_changed_since_last_year(client, site, two_years):
    link = f"{changes_of(site)}?naar=2024-2025.1&amp;van=2023-2024.1"
    assert link in client.get(f"/scholen/{site.brin6}/").content.decode()
    page = client.get(link.replace("&amp;", "&")).content.decode()
    assert "Wat is er veranderd sinds vorig jaar" not in page
    assert SAID in page


def test_without_a_choice_the_newest_is_laid_beside_the_one_before(client, site, two_years):
    assert SAID in client.get(changes_of(site)).content.decode()
    other_way = client.get(changes_of(site, "?van=2024-2025.1&naar=2023-2024.1")).content.decode()
    assert "Van nee naar ja: dit is er nu voor een kind met autisme." in other_way


@pytest.mark.parametrize("asked", ["?van=x&naar=y", "?van=2024-2025.concept", "?naar=' OR 1=1"])
def test_what_is_not_there_is_passed_over(client, site, two_years, asked):
    assert client.get(changes_of(site, asked)).status_code == 200


def test_with_one_version_there_is_nothing_to_compare(client, site):
    publish_draft(a_draft(site, "2024-2025"), on=DAY)
    assert "Er is nog maar één versie" in client.get(changes_of(site)).content.decode()


def test_drafts_and_versions_that_are_not_public_are_for_who_reaches_the_school(client, signed_in, site, two_years):
    hidden = freeze_draft(a_draft(site, "2025-2026", vision="Nog geheim."), by=None, now=timezone.now())
    a_draft(site, "2025-2026", vision="Nog geheimer.")
    asked = "?van=2025-2026.1&naar=2025-2026.concept"
    elsewhere = signed_in(Role.DIRECTOR, a_site(a_region("SWV Elders")))
    for stranger in (client, elsewhere):
        assert "geheim" not in stranger.get(changes_of(site, asked)).content.decode()
        assert stranger.get(version_of(site, "2025-2026")).status_code == 404
        assert stranger.get(f"{version_of(site, '2025-2026')}profiel.json").status_code == 404
        assert stranger.get(f"/scholen/versie/{hidden.fingerprint}/").status_code == 404
    inside = signed_in(Role.COUNCIL, site)
    assert "geheimer." in inside.get(changes_of(site, asked)).content.decode()
    assert "Deze versie is nog niet openbaar" in inside.get(version_of(site, "2025-2026")).content.decode()


def test_a_school_without_anything_public_is_not_there(client, site):
    a_draft(site, "2024-2025")
    assert client.get(changes_of(site)).status_code == 404
    assert client.get("/scholen/00ZZ00/wijzigingen/").status_code == 404


def test_names_of_persons_are_not_in_what_strangers_compare(client, signed_in, site):
    publish_draft(a_draft(site, "2023-2024"), on=DAY)
    publish_draft(a_draft(site, "2024-2025", adoption={"drafted_by": "Mw. D. Duiker"}), on=DAY)
    assert "Duiker" not in client.get(changes_of(site)).content.decode()
    assert "Duiker" in signed_in(Role.DIRECTOR, site).get(changes_of(site)).content.decode()


def test_markup_in_a_text_that_changed_is_only_text(client, site):
    publish_draft(a_draft(site, "2023-2024"), on=DAY)
    publish_draft(a_draft(site, "2024-2025", vision="<script>alert(1)</script>", limits=[{"text": "<b>x</b>"}]), on=DAY)
    page = client.get(changes_of(site)).content.decode()
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def test_a_version_stays_at_its_address_when_a_newer_one_comes(client, site, two_years):
    publish_draft(a_draft(site, "2024-2025", vision="Een nieuwe visie."), on=DAY)
    page = client.get(version_of(site)).content.decode()
    assert two_years.fingerprint in page
    assert "Een nieuwe visie." not in page
    assert "Een nieuwe visie." in client.get(version_of(site, number=2)).content.decode()
    assert client.get(version_of(site, number=3)).status_code == 404


def test_the_fingerprint_leads_to_the_version(client, site, two_years):
    response = client.get(f"/scholen/versie/{two_years.fingerprint}/")
    assert (response.status_code, response["Location"]) == (302, version_of(site))
    assert client.get(f"/scholen/versie/{'0' * 64}/").status_code == 404


def test_the_downloaded_copy_has_the_fingerprint_that_the_page_says(client, signed_in, site, two_years):
    copy = load_profile(client.get(f"{version_of(site)}profiel.json").content)
    assert fingerprint(copy) != two_years.fingerprint  # the names of who signed are not in it
    assert fingerprint(copy) in client.get(version_of(site)).content.decode()
    whole = load_profile(signed_in(Role.COUNCIL, site).get(f"{version_of(site)}profiel.json").content)
    assert fingerprint(whole) == two_years.fingerprint


@pytest.mark.parametrize("years", [["2024-2025", "2023-2024"], ["2024-2025", "2023-2024", "2022-2023", "2021-2022"]])
def test_more_years_ask_the_database_no_more(client, site, years, django_assert_num_queries):
    for year in years:
        publish_draft(a_draft(site, year), on=DAY)
    with django_assert_num_queries(6):  # the site, what can be chosen, and both with what was left out
        client.get(changes_of(site))
    with django_assert_num_queries(5):  # with the public years before it, which say since when an answer holds
        client.get(version_of(site))
