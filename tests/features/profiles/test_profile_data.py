"""Does whoever sees the page of a school get the same profile as data, and nobody else?"""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.gateways.exchange import load_profile
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.rules.open_data import for_everyone
from dekkend.profiles.words.profile import MEDIA_TYPE
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 4)


def a_draft(site, **blocks):
    profile = vuursprot(**blocks) | {"school_year": "2024-2025"}
    return make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now())


def address(site) -> str:
    return f"/scholen/{site.brin6}/2024-2025/profiel.json"


def test_a_public_profile_is_a_valid_profile_for_every_program(client, site):
    version = publish_draft(a_draft(site), on=DAY)
    expected = for_everyone({"values": version.values}, load_template("haaglanden"))["values"]
    response = client.get(address(site))
    assert response["Content-Type"] == MEDIA_TYPE
    assert "Content-Disposition" not in response
    profile = load_profile(response.content)
    assert (profile["site"], profile["school_year"], profile["values"]) == (site.brin6, "2024-2025", expected)


def test_names_of_persons_are_only_for_who_belongs_to_the_school(client, signed_in, site):
    publish_draft(a_draft(site), on=DAY)
    names = [
        load_profile(client.get(address(site)).content)["values"]["adoption"][f"{who}_by"] for who in ("drafted", "advised", "adopted")
    ]
    assert names == [None, None, None]
    inside = load_profile(signed_in(Role.DIRECTOR, site).get(address(site)).content)["values"]["adoption"]
    assert all(inside[f"{who}_by"] for who in ("drafted", "advised", "adopted"))


def test_who_has_it_already_is_not_sent_it_again(client, site):
    publish_draft(a_draft(site), on=DAY)
    etag = client.get(address(site))["ETag"]
    assert client.get(address(site), headers={"if-none-match": etag}).status_code == 304
    publish_draft(a_draft(site, vision="Iets anders."), on=DAY)
    assert client.get(address(site), headers={"if-none-match": etag}).status_code == 200


def test_a_draft_is_data_only_for_who_sees_its_page(client, signed_in, site):
    publish_draft(a_draft(site, vision="Openbaar."), on=DAY)
    a_draft(site, vision="Concept.")
    director = signed_in(Role.DIRECTOR, site)
    elsewhere = signed_in(Role.DIRECTOR, a_site(a_region("SWV Elders")))
    assert load_profile(director.get(address(site)).content)["values"]["vision"] == "Concept."
    assert load_profile(director.get(address(site) + "?versie=openbaar").content)["values"]["vision"] == "Openbaar."
    for other in (client, elsewhere):
        assert load_profile(other.get(address(site) + "?versie=concept").content)["values"]["vision"] == "Openbaar."


def test_what_is_not_public_is_not_there(client, site):
    a_draft(site)
    assert client.get(address(site)).status_code == 404


def test_the_page_links_to_the_data_of_what_it_shows(client, signed_in, site):
    publish_draft(a_draft(site), on=DAY)
    a_draft(site)
    page = f"/scholen/{site.brin6}/2024-2025/"
    assert f'href="{address(site)}?versie=openbaar">Download als data (JSON)</a>' in client.get(page).content.decode()
    assert f'href="{address(site)}">Download als data (JSON)</a>' in signed_in(Role.DIRECTOR, site).get(page).content.decode()
