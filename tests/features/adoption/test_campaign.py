"""Does a region see how far its schools are, choose its days, and remind a school once?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dekkend.adoption.actions.campaign import remind_schools, set_round
from dekkend.adoption.models import Campaign, Reminder
from dekkend.audit.models import Entry
from dekkend.notices.models import Outgoing
from dekkend.organisations.words import Role
from tests.factories.adoptions import TODAY, YEAR, a_draft, asked, people_of, someone, who
from tests.factories.organisations import a_region, a_site
from tests.factories.region_forms import a_fixed_text, a_question, a_wording

pytestmark = pytest.mark.django_db
BOARD, REMIND = f"/vaststellen/ronde/?jaar={YEAR}", f"/vaststellen/ronde/herinner/?jaar={YEAR}"


@pytest.fixture
def region(site):
    """Three schools: one that asked its council, one that writes, one that did not begin."""
    a_draft(site)
    asked(people_of(site), site)
    writing = a_site(site.partnership, site.board, name="De Kreeft")
    a_draft(writing)
    someone(Role.DIRECTOR, writing)
    resting = a_site(site.partnership, site.board, name="De Zeester")
    someone(Role.DIRECTOR, resting)
    adviser = someone(Role.ADVISER, site)
    set_round(site.partnership, YEAR, TODAY - timedelta(30), TODAY + timedelta(10), who(adviser))
    return {"asked": site, "writing": writing, "resting": resting, "adviser": adviser}


def test_every_school_stands_where_it_is_with_the_days_that_are_left(signed_in, site, region):
    page = signed_in(Role.ADVISER, site).get(BOARD).content.decode()
    for text in ("Bij de MR", "De school schrijft", "Nog niet begonnen", "nog 10 dagen", "onderdelen klaar"):
        assert text in page


def test_the_list_is_chosen_from_sorted_and_taken_away(signed_in, site, region):
    client = signed_in(Role.PARTNERSHIP_DIRECTOR, site)
    chosen = client.get(f"{BOARD}&waar=writing").content.decode()
    assert "De Kreeft" in chosen
    assert "De Zeester" not in chosen
    lines = client.get(f"{BOARD}&sorteer=-waar&als=csv").content.decode().splitlines()
    assert [line.split(";")[0] for line in lines[1:]] == [site.name, "De Kreeft", "De Zeester"]
    assert Entry.objects.filter(event="list.taken").count() == 1
    assert client.get(f"{BOARD}&te-laat=ja").content.decode().count("data-label=") == 0


def test_a_reminder_is_looked_at_sent_and_not_sent_again_within_three_days(signed_in, site, region):
    client, keys = signed_in(Role.ADVISER, site), [region["writing"].pk, region["resting"].pk]
    shown = client.get(REMIND + "".join(f"&school={key}" for key in keys)).content.decode()
    assert "Zo ziet de mail eruit" in shown
    assert not Reminder.anywhere.exists()
    client.post(REMIND, {"school": keys})
    assert Reminder.anywhere.count() == 2
    assert Outgoing.objects.filter(notice="adoption.offer_awaited").count() == 2
    client.post(REMIND, {"school": keys})
    assert Reminder.anywhere.count() == 2
    assert "laatste drie dagen" in client.get(f"{REMIND}&school={keys[0]}").content.decode()


def test_a_reminder_goes_to_who_is_to_do_something(site, region):
    assert [place.site for place in remind_schools(site.partnership, YEAR, [site.pk], who(region["adviser"]))] == [site]
    names = set(Outgoing.objects.filter(notice="adoption.offer_awaited").values_list("name", flat=True))
    assert names == {"Sanne Lid van de MR", "Sanne Directeur"}


def test_a_school_without_people_is_passed_over(site, region):
    empty = a_site(site.partnership, name="De Lege Schelp")
    assert remind_schools(site.partnership, YEAR, [empty.pk], who(region["adviser"])) == []
    assert not Reminder.anywhere.exists()


def test_days_turned_round_are_refused(signed_in, site):
    client = signed_in(Role.ADVISER, site)
    address = f"/vaststellen/ronde/dagen/?jaar={YEAR}"
    assert client.post(address, {"opens_on": "2026-05-02", "deadline": "2026-05-01"}).status_code == 422
    assert not Campaign.anywhere.exists()
    assert client.post(address, {"opens_on": "2026-05-01", "deadline": "2026-05-01"}).status_code == 302
    assert Campaign.anywhere.get().partnership == site.partnership


def test_another_region_neither_sees_nor_reminds_nor_sets(signed_in, site, region):
    elsewhere = a_site(a_region("SWV Elders"), name="De Verre Kust")
    client = signed_in(Role.ADVISER, elsewhere)
    assert "De Kreeft" not in client.get(BOARD).content.decode()
    client.post(REMIND, {"school": [region["writing"].pk]})
    assert not Reminder.anywhere.exists()
    stranger = someone(Role.PARTNERSHIP_DIRECTOR, elsewhere)
    with pytest.raises(PermissionDenied):
        remind_schools(site.partnership, YEAR, [region["writing"].pk], who(stranger))
    with pytest.raises(PermissionDenied):
        set_round(site.partnership, YEAR, TODAY, TODAY, who(stranger))


def test_nonsense_in_the_address_is_passed_over(signed_in, site, region):
    client = signed_in(Role.ADVISER, site)
    assert client.get(f"{REMIND}&school=x&school=%C2%B2&school=-1").status_code == 302
    assert client.post(REMIND, {"school": ["9" * 30]}).status_code == 302
    assert client.get("/vaststellen/ronde/?jaar=2026-2030").status_code == 200


def test_three_schools_cost_no_more_questions_than_seven(signed_in, site, region, django_assert_num_queries):
    client = signed_in(Role.ADVISER, site)
    a_fixed_text(site.partnership, YEAR)
    a_question(region["writing"], YEAR)
    client.get(BOARD)
    with CaptureQueriesContext(connection) as few:
        client.get(BOARD)
    for _ in range(4):
        other = a_site(site.partnership, site.board)
        a_draft(other)
        a_question(other, YEAR)
        a_wording(other, YEAR)
    with django_assert_num_queries(len(few)):
        page = client.get(BOARD).content.decode()
    assert "eigen tekst wacht op u" in page
