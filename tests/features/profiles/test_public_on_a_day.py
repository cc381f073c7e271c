"""What is public on a day: never what will be published later?"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import public_version, public_versions, published_sites
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db


def test_a_version_is_public_from_its_day_on() -> None:
    site = a_site(a_region())
    ProfileVersion.anywhere.create(
        site=site,
        school_year="2026-2027",
        template="haaglanden",
        values={},
        number=1,
        frozen_at=datetime(2026, 10, 1, tzinfo=UTC),
        published_on=date(2026, 10, 5),
    )
    for day, public in ((date(2026, 10, 4), False), (date(2026, 10, 5), True), (date(2026, 10, 6), True)):
        assert (public_version(site.brin6, today=day) is not None) is public
        assert bool(public_versions(site.brin6, today=day)) is public
        assert published_sites(today=day).exists() is public
