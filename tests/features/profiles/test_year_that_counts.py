"""Which school year's offer does everyone see on a day: does publishing ahead leave this year's in force until 1 August?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dekkend.offers.queries import offers_in, offers_of
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.queries import public_version, public_versions
from dekkend.profiles.rules.counting import holds_from, year_ahead, year_that_counts
from dekkend.profiles.views.school import page_context
from tests.corpus.school import vuursprot

pytestmark = pytest.mark.django_db
LAST_DAY, FIRST_DAY = date(2027, 7, 31), date(2027, 8, 1)
NOW_WE_WRITE, NEXT_WE_WRITE = "Dit geldt nu.", "Dit geldt straks."


def public(site, year: str, on: date, vision: str):
    profile = vuursprot(vision=vision) | {"school_year": year}
    return publish_draft(make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now()), on=on)


@pytest.fixture
def ahead(site):
    """This year's offer and next year's, that was published in May already."""
    this = public(site, "2026-2027", date(2026, 10, 1), NOW_WE_WRITE)
    return this, public(site, "2027-2028", date(2027, 5, 20), NEXT_WE_WRITE)


def shown(client, monkeypatch, address: str, day: date) -> str:
    monkeypatch.setattr("dekkend.organisations.middleware.timezone.localdate", lambda: day)
    return client.get(address).content.decode().split("<main", 1)[1]


@pytest.mark.parametrize(
    ("years", "day", "counts", "then"),
    [
        (["2026-2027", "2027-2028"], LAST_DAY, "2026-2027", "2027-2028"),
        (["2026-2027", "2027-2028"], FIRST_DAY, "2027-2028", ""),
        (["2023-2024", "2027-2028"], LAST_DAY, "2023-2024", "2027-2028"),
        (["2028-2029", "2027-2028"], LAST_DAY, "2027-2028", ""),
        (["2024-2025"], LAST_DAY, "2024-2025", ""),
        ([], LAST_DAY, "", ""),
    ],
)
def test_the_running_year_counts_until_the_next_begins(years, day, counts, then):
    assert (year_that_counts(years, day), year_ahead(years, day)) == (counts, then)


def test_a_year_holds_from_the_first_of_august():
    assert holds_from("2027-2028", LAST_DAY) == FIRST_DAY
    assert holds_from("2027-2028", FIRST_DAY) is None


def test_what_is_published_ahead_counts_from_the_first_of_august_everywhere(site, ahead):
    this, coming = ahead
    for day, version in ((LAST_DAY, this), (FIRST_DAY, coming), (FIRST_DAY + timedelta(days=700), coming)):
        assert public_version(site.brin6, today=day).pk == version.pk
        assert {offer.version_id for offer in offers_of(site, today=day)} == {version.pk}
        assert {offer.version_id for offer in offers_in(site.partnership, today=day)} == {version.pk}


def test_of_later_years_alone_the_first_counts_already(site):
    public(site, "2028-2029", date(2027, 5, 20), NEXT_WE_WRITE)
    coming = public(site, "2027-2028", date(2027, 5, 20), NOW_WE_WRITE)
    assert public_version(site.brin6, today=LAST_DAY).pk == coming.pk
    assert {offer.version_id for offer in offers_of(site, today=LAST_DAY)} == {coming.pk}


def test_a_year_that_is_asked_for_is_shown_whatever_counts(site, ahead):
    assert public_version(site.brin6, "2027-2028", today=LAST_DAY).pk == ahead[1].pk


def test_the_kept_page_is_another_one_on_the_first_of_august(site, ahead):
    versions = public_versions(site.brin6, today=LAST_DAY)
    digests = {page_context(version, versions, day)["digest"] for version in versions for day in (LAST_DAY, FIRST_DAY)}
    assert len(digests) == 4


def test_the_page_of_this_year_says_that_the_next_is_there_and_that_of_the_next_from_when_it_holds(client, monkeypatch, site, ahead):
    now = shown(client, monkeypatch, f"/scholen/{site.brin6}/", LAST_DAY)
    assert NOW_WE_WRITE in now
    assert "Het aanbod voor 2027-2028 is al openbaar. Het geldt vanaf 1 augustus 2027." in now
    coming = shown(client, monkeypatch, f"/scholen/{site.brin6}/2027-2028/", LAST_DAY)
    assert "Dit aanbod is voor 2027-2028. Het geldt vanaf 1 augustus 2027." in coming
    assert "Lees het aanbod dat nu geldt (2026-2027)" in coming
    for year in ("", "2027-2028/", "2026-2027/"):
        assert "Het geldt vanaf" not in shown(client, monkeypatch, f"/scholen/{site.brin6}/{year}", FIRST_DAY)
