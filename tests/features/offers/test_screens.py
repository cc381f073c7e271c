"""Do the screens of the school and of the region show how offers stand, keep schools apart, and cost the same for one and for three?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.offers.actions.projecting import take_up
from dekkend.offers.models import OfferState, RegionOffers, RememberedCode
from dekkend.offers.queries import offers_of
from dekkend.organisations.words import Role
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LONG_AGO = date(2023, 7, 20)


@pytest.fixture
def offered(site):
    a_public_offer(site, on=TODAY - timedelta(10))
    take_up()
    return site


def one(site, key=NT2):
    return next(offer for offer in offers_of(site, today=TODAY) if offer.claim.key == key)


def test_a_school_pauses_confirms_and_takes_back_with_one_click(offered, signed_in):
    client = signed_in(Role.COORDINATOR, offered)
    home = f"/aanbod/{offered.brin6}/"
    assert client.get("/aanbod/")["Location"] == home
    page = client.post(f"{home}{NT2}/nu-niet/", follow=True).content.decode()
    assert "tijdelijk niet beschikbaar" in page
    assert not one(offered).deliverable
    assert "Bevestigd:" in client.post(f"{home}{NT2}/bevestigen/", follow=True).content.decode()
    for _ in range(2):
        client.post(f"{home}{NT2}/terugzetten/")
    assert one(offered).deliverable
    assert "Er is hier niets om terug te zetten" in client.post(f"{home}{NT2}/terugzetten/", follow=True).content.decode()


def test_days_and_words_are_said_on_a_form_that_keeps_what_was_typed(offered, signed_in):
    client = signed_in(Role.DIRECTOR, offered)
    address = f"/aanbod/{offered.brin6}/{NT2}/"
    wrong = {"state": "paused", "from_day": "2026-10-05", "until": "2026-10-04", "note_for_parents": "De leraar is ziek.", "hours": "2,5"}
    answer = client.post(address, wrong)
    assert answer.status_code == 422
    assert "ligt voor de eerste" in answer.content.decode()
    assert "De leraar is ziek." in answer.content.decode()
    assert not OfferState.anywhere.exists()
    assert client.post(address, wrong | {"until": ""}).status_code == 302
    said = OfferState.anywhere.get()
    assert (said.note_for_parents, str(said.hours), said.until) == ("De leraar is ziek.", "2.50", None)
    assert "De leraar is ziek." in client.get(address).content.decode()


@pytest.mark.parametrize("field", ["note_for_parents", "role"])
def test_a_number_that_may_be_of_a_citizen_is_not_stored(offered, signed_in, field):
    given = {"state": "paused", field: "Zie 123456782"}
    answer = signed_in(Role.DIRECTOR, offered).post(f"/aanbod/{offered.brin6}/{NT2}/", given)
    assert answer.status_code == 422
    assert not OfferState.anywhere.exists()


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.COORDINATOR])
@pytest.mark.parametrize("last", ["", "bevestigen/", "nu-niet/", "terugzetten/"])
def test_another_school_is_not_there(offered, signed_in, role, last):
    client = signed_in(role, a_site(a_region("SWV Elders")))
    assert client.get(f"/aanbod/{offered.brin6}/").status_code == 404
    assert client.post(f"/aanbod/{offered.brin6}/{NT2}/{last}", {"state": "gone"}).status_code == 404
    assert not OfferState.anywhere.exists()


def test_who_only_looks_sees_no_buttons(offered, signed_in):
    page = signed_in(Role.TEACHER, offered).get(f"/aanbod/{offered.brin6}/").content.decode()
    assert "Nog zo" not in page
    assert "houden deze lijst bij" in page


def test_the_list_of_a_region_shows_what_is_stale_and_what_is_not_there(offered, signed_in):
    old, none = a_site(offered.partnership, name="Oude Haven"), a_site(offered.partnership, name="Niets")
    a_public_offer(old, on=LONG_AGO)
    client = signed_in(Role.ADVISER, offered)
    page = client.get("/aanbod/").content.decode()
    assert all(site.name in page for site in (offered, old, none))
    assert "niets openbaar" in page
    stale = client.get("/aanbod/?welke=lang").content.decode()
    assert old.name in stale
    assert none.name not in stale
    lines = client.get("/aanbod/?als=csv&sorteer=-aanbod").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "School;Schooljaar;Aanbod;Nu niet;Lang niet bevestigd;Niet bekend;Oudste bevestiging"
    assert lines[-1].startswith("Niets;;0;")


def test_the_kinds_are_counted_and_found_by_any_of_their_names(offered, signed_in):
    client = signed_in(Role.ADVISER, offered)
    page = client.get("/aanbod/soorten/?zoek=plusklas").content.decode()
    assert "(Hoog)begaafdheid" in page
    assert "Giftedness" in page
    assert "Rekenen en wiskunde" not in page
    assert "expertise.giftedness" in client.get("/aanbod/soorten/?als=csv").content.decode()


def test_own_words_are_named_once_and_can_be_put_back(offered, signed_in):
    a_public_offer(offered, on=TODAY, extra_offers=[{"name": "Plusklas", "period": None}])
    client = signed_in(Role.ADVISER, offered)
    assert "Plusklas" in client.get("/aanbod/woorden/").content.decode()
    page = client.post("/aanbod/woorden/", {"words": "Plusklas", "code": "expertise.giftedness"}, follow=True).content.decode()
    assert "Onthouden voor alle scholen" in page
    assert "Alles is benoemd" in page
    client.post("/aanbod/woorden/", {"words": "plusklas", "code": "terug"})
    assert not RememberedCode.anywhere.exists()
    client.post("/aanbod/woorden/", {"words": "Plusklas", "code": "", "other": "geen"})
    assert RememberedCode.anywhere.get().code == ""


@pytest.mark.parametrize("code", ["expertise.bestaat_niet", "", "<script>"])
def test_a_kind_that_does_not_exist_is_refused(offered, signed_in, code):
    page = signed_in(Role.ADVISER, offered).post("/aanbod/woorden/", {"words": "Plusklas", "code": code}, follow=True).content.decode()
    assert not RememberedCode.anywhere.exists()
    assert "uit de lijst" in page or "Er is niets veranderd" in page


def test_the_norm_is_chosen_and_laid_beside_every_school(offered, signed_in):
    none = a_site(offered.partnership, name="Niets")
    client = signed_in(Role.PARTNERSHIP_DIRECTOR, offered)
    assert "Er is nog geen norm gekozen" in client.get("/aanbod/norm/").content.decode()
    assert client.post("/aanbod/instellen/", {"rhythm": "half_year", "norm": "voorbeeld"}).status_code == 302
    assert RegionOffers.anywhere.get(partnership=offered.partnership).rhythm == "half_year"
    page = client.get("/aanbod/norm/").content.decode()
    assert "Voorbeeldnorm basisondersteuning" in page
    lines = client.get("/aanbod/norm/?als=csv").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("School;Hulp bij lezen en taal;")
    with_offer, without = (next(line for line in lines if line.startswith(site.name)) for site in (offered, none))
    assert ";Ja;" in with_offer
    assert "Niet bekend" in without
    assert ";Nee;" not in without


@pytest.mark.parametrize("given", [{"rhythm": "daily", "norm": ""}, {"rhythm": "off", "norm": "geheim"}, {}])
def test_a_choice_that_does_not_exist_is_refused(offered, signed_in, given):
    assert signed_in(Role.ADMINISTRATOR, offered).post("/aanbod/instellen/", given).status_code == 422


@pytest.mark.parametrize("address", ["/aanbod/", "/aanbod/soorten/", "/aanbod/woorden/", "/aanbod/norm/"])
def test_a_list_costs_as_many_queries_for_one_school_as_for_three(offered, signed_in, address):
    RegionOffers.anywhere.update_or_create(partnership=offered.partnership, defaults={"norm": "voorbeeld"})
    client = signed_in(Role.ADVISER, offered)
    client.get(address)
    with CaptureQueriesContext(connection) as first:
        client.get(address)
    for at in range(2):
        a_public_offer(a_site(offered.partnership, name=f"School {at}"), on=LONG_AGO, extra_offers=[{"name": f"Tuin {at}", "period": None}])
    take_up()
    with CaptureQueriesContext(connection) as second:
        client.get(address)
    assert len(second) == len(first)


def test_the_list_of_a_school_costs_the_same_however_much_was_said(offered, signed_in):
    client = signed_in(Role.DIRECTOR, offered)
    home = f"/aanbod/{offered.brin6}/"
    client.post(f"{home}{NT2}/nu-niet/")
    client.get(home)
    with CaptureQueriesContext(connection) as first:
        client.get(home)
    for key in ("expertise.autism", "facilities.lift"):
        client.post(f"{home}{key}/nu-niet/")
    client.get(home)
    with CaptureQueriesContext(connection) as second:
        client.get(home)
    assert len(second) == len(first)
