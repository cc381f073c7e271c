"""Which ground do the tests of the finder stand on: two schools with an offer, one without, and a postcode to look from?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from dekkend.finder.queries.index import forget
from dekkend.organisations.models import Place, Site
from dekkend.register.models import RegisterSite
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_board, a_site

TODAY = timezone.localdate()
AGO = TODAY - timedelta(30)


@pytest.fixture(autouse=True)
def nothing_kept():
    """Databases come and go in tests; what is kept of one must not be shown of another."""
    from django.core.cache import caches

    from dekkend.register.queries.geography import forget as forget_ground

    forget()
    forget_ground()
    caches["open_data"].clear()
    yield
    forget()
    forget_ground()


@pytest.fixture
def lift() -> str:
    return "facilities.lift"


def at(site: Site, metres: float, **known: str) -> Site:
    """The register knows where it lies: so far east of the middle of 9999."""
    fields = {
        "brin6": site.brin6,
        "name": site.name,
        "kind": "BAO",
        "postcode": site.postcode,
        "place": site.place,
        "x": 20_000.0 + metres,
        "y": 550_000.0,
    }
    RegisterSite.objects.create(**(fields | known))
    return site


@pytest.fixture
def ground(site) -> dict[str, Site]:
    """De Vuursprot with its offer at 800 m, Het Baken without any at 400 m, and De Einder with an offer at 12 km."""
    Place.objects.create(postcode="9999", name="Zilverduin", municipality="Zilverkust", x=20_000.0, y=550_000.0, children={"5-9": 120})
    board = a_board("Stichting De Branding")
    silent = at(a_site(site.partnership, board, name="Het Baken"), 400)
    far = at(a_site(site.partnership, board, name="De Einder"), 12_000, denomination="Openbaar")
    for each in (at(site, 800), far):
        a_public_offer(each, on=AGO)
    return {"near": site, "silent": silent, "far": far}
