"""Who sees the page of a school: everyone what is public, only the school's own people the draft?"""

import datetime

import pytest
from django.utils import timezone

from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.models import ProfileVersion
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 4)


def a_draft(site, year="2024-2025", **blocks):
    profile = vuursprot(**blocks) | {"school_year": year}
    return make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now())


def address(site, year="") -> str:
    return f"/scholen/{site.brin6}/" + (f"{year}/" if year else "")


def test_a_parent_sees_the_newest_public_version(client, site):
    publish_draft(a_draft(site, "2023-2024"), on=DAY)
    publish_draft(a_draft(site, "2024-2025"), on=DAY)
    page = client.get(address(site)).content.decode()
    assert "<dd>2024-2025</dd>" in page
    assert "Dit is een concept" not in page
    assert "4 november 2024" in page


def test_a_parent_does_not_see_a_draft(client, site):
    a_draft(site)
    assert client.get(address(site)).status_code == 404
    assert client.get(address(site, "2024-2025")).status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_whoever_reaches_the_site_sees_its_draft(signed_in, site, role):
    a_draft(site)
    assert "Dit is een concept" in signed_in(role, site).get(address(site, "2024-2025")).content.decode()


@pytest.mark.parametrize("role", list(Role))
def test_nobody_elsewhere_sees_it(signed_in, site, role):
    a_draft(site)
    assert signed_in(role, a_site(a_region("SWV Elders"))).get(address(site, "2024-2025")).status_code == 404


def test_the_public_page_can_still_be_seen_beside_a_draft(signed_in, site):
    publish_draft(a_draft(site), on=DAY)
    a_draft(site)
    client = signed_in(Role.DIRECTOR, site)
    assert "Dit is een concept" in client.get(address(site, "2024-2025")).content.decode()
    assert "Dit is een concept" not in client.get(address(site, "2024-2025") + "?versie=openbaar").content.decode()


def test_what_the_school_did_not_answer_is_called_not_known(client, site):
    publish_draft(a_draft(site, expertise={"rows": {"autism": {"choice": None, "note": None}}}), on=DAY)
    response = client.get(address(site))
    assert [line.code for line in response.context["page"].unknown] == ["expertise.autism"]
    assert "Niet bekend is geen nee" in response.content.decode()


def test_a_version_does_not_change_when_the_draft_does(site):
    draft = a_draft(site)
    version = publish_draft(draft, on=DAY)
    publish_draft(a_draft(site, vision="Iets anders."), on=DAY)
    versions = ProfileVersion.anywhere.filter(site=site).order_by("number")
    assert [version.number for version in versions] == [1, 2]
    assert versions[0].values == version.values


def test_markup_in_the_text_of_a_school_is_only_text(client, site):
    publish_draft(a_draft(site, vision="<script>alert(1)</script>", school={"phone": "<b>1</b>"}), on=DAY)
    page = client.get(address(site)).content.decode()
    assert "<script>alert" not in page
    assert "<b>1</b>" not in page


@pytest.mark.parametrize("sites", [1, 3])
def test_the_start_asks_the_database_as_often_for_one_school_as_for_three(client, site, sites, django_assert_num_queries):
    for at in range(sites):
        publish_draft(a_draft(a_site(site.partnership, name=f"School {at}")), on=DAY)
    with django_assert_num_queries(2):  # how many, and which
        assert client.get("/").content.decode().count("/scholen/") == sites


@pytest.mark.parametrize("sites", [1, 3])
def test_the_drafts_ask_the_database_as_often_for_one_as_for_three(signed_in, site, sites, django_assert_num_queries):
    for at in range(sites):
        a_draft(a_site(site.partnership, name=f"School {at}"))
    client = signed_in(Role.ADVISER, site)
    # session, user, roles, drafts
    with django_assert_num_queries(5):
        assert client.get("/scholen/concepten/").content.decode().count("<tr>") == sites + 1


@pytest.mark.parametrize(
    ("typed", "found"), [("vuur", True), ("ZILVER", True), ("vuur zilver", True), ("strand", False), ("%", False), ("a" * 500, False)]
)
def test_a_school_is_found_by_a_part_of_its_name_or_place(client, site, typed, found):
    publish_draft(a_draft(site), on=DAY)
    assert (site.name in client.get("/", {"naam": typed}).content.decode().split("<main")[1]) is found
