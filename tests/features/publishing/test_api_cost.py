"""Does an address of the open data cost as many queries for three schools as for one?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.offers.actions.projecting import rebuild
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db
MONTH_AGO = timezone.localdate() - timedelta(30)
LISTS = (
    "/api/v1/scholen",
    f"/api/v1/scholen?ondersteuning={NT2}",
    "/api/v1/scholen/{brin6}/ondersteuningsprofielen",
    "/api/v1/samenwerkingsverbanden",
    "/api/v1/samenwerkingsverbanden/{region}/ondersteuningsaanbod",
    "/api/v1/samenwerkingsverbanden/{region}/ondersteuningsaanbod?formaat=csv",
    "/open/hsds/v3/services",
    "/open/hsds/v3/service_at_locations",
    "/open/hsds/v3/organizations",
    "/open/hsds/v3/locations",
    "/open-data/",
)


@pytest.mark.parametrize("address", LISTS)
def test_three_schools_cost_as_many_queries_as_one(site, address):
    address = address.format(brin6=site.brin6, region=site.partnership.code)

    def queries() -> int:
        rebuild()
        assert Client().get("/api/v1/").status_code == 200  # takes the turns that the next question uses
        with CaptureQueriesContext(connection) as found:
            assert Client().get(address).status_code == 200
        return len(found)

    a_public_offer(site, year="2024-2025", on=MONTH_AGO)
    one = queries()
    for each in (site, a_site(site.partnership), a_site(site.partnership)):
        a_public_offer(each, year="2024-2025", on=MONTH_AGO)
    assert queries() == one
