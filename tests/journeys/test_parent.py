"""Can a parent without an account find a school that helps, know why and what to ask, and say what is not right?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from dekkend.finder.queries.index import forget
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Place
from dekkend.organisations.words import Role
from dekkend.register.models import RegisterSite
from dekkend.register.queries.geography import forget as forget_ground
from dekkend.signals.gateways.hiding import stamp
from tests.factories.needcards import keeper
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_board, a_region, a_site
from tests.journeys.following import Walk

pytestmark = pytest.mark.django_db
NEED = "mijn dochter spreekt nog geen Nederlands"


@pytest.fixture
def schools():
    """De Vuursprot with an offer and someone who answers for it, and Het Baken that said nothing, both near 9999."""
    for each in (forget, forget_ground, caches["open_data"].clear):
        each()
    Place.objects.create(postcode="9999", name="Zilverduin", municipality="Zilverkust", x=20_000.0, y=550_000.0, children={"5-9": 120})
    site = a_site(a_region(), name="De Vuursprot")
    silent = a_site(site.partnership, a_board("Stichting De Branding"), name="Het Baken")
    for number, each in enumerate((site, silent)):
        at = {"x": 20_400.0 + 400 * number, "y": 550_000.0}
        RegisterSite.objects.create(brin6=each.brin6, name=each.name, kind="BAO", postcode=each.postcode, place=each.place, **at)
    a_public_offer(site, on=timezone.localdate() - timedelta(30))
    take_up()
    keeper(site, Role.COORDINATOR)
    yield site, silent
    forget()
    forget_ground()


def test_from_a_need_to_a_school_a_question_and_a_report(schools):
    site, silent = schools
    parent = Walk(Client(), "/")
    parent.open("/zoeken/")
    found = parent.send("/zoeken/", plaats="9999 ZZ", nodig=NEED)
    assert "1 school kan helpen" in found.text
    assert found.text.index(site.name) < found.text.index(silent.name), "what fits stands before what is not known"
    assert "Kunt u mij vertellen of iemand in het team kinderen helpt die nog Nederlands leren?" in found.text
    assert "aanmelden" in found.text, "an application may be made at any school"
    assert NEED not in found.address
    here = found.address

    parent.open(f"/zoeken/vergelijken/?school={site.brin6}&school={silent.brin6}&vraag={here.split('/')[-2]}")
    assert site.name in parent.page.text
    assert silent.name in parent.page.text
    parent.open(here)
    page = parent.follow(site.name)
    assert "Nederlands als tweede taal" in page.text
    parent.follow("Klopt dit niet?")
    begun = stamp(timezone.now() - timedelta(seconds=60))
    sent = parent.send(
        "klopt-niet", text="Deze klas is er dit jaar niet.", email="", website="", begun=begun, plek="expertise.second_language"
    )
    assert "Uw melding is ontvangen" in sent.text
    assert sent.address.startswith("/melding/")
