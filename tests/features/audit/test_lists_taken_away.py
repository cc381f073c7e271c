"""Is it written down, in each region concerned, that someone took a list with people away as a file?"""

from __future__ import annotations

import pytest

from dekkend.audit.models import Entry
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
LISTS = {"/mensen/": "Mensen", "/berichten/": "Berichten", "/documenten/": "Documenten"}


@pytest.mark.parametrize("address", LISTS)
def test_a_list_that_leaves_as_a_file_is_written_down_with_how_much(signed_in, site, address):
    client = signed_in(Role.ADMINISTRATOR, site)
    count = client.get(f"{address}?als=csv").getvalue().count(b"\r\n") - 1
    entry = Entry.objects.get(event="list.taken")
    said = "één regel" if count == 1 else f"{count} regels"
    assert str(entry) == f"Iemand haalde {said} uit de lijst {LISTS[address]} op als bestand."
    assert entry.partnership_id == site.partnership_id


def test_the_log_shows_who_took_a_list_and_leads_to_all_who_did(signed_in, site):
    client = signed_in(Role.ADMINISTRATOR, site)
    client.get("/mensen/?als=csv")
    assert "/logboek/over/list/mensen/" in client.get("/logboek/").content.decode()
    assert "uit de lijst Mensen op als bestand" in client.get("/logboek/over/list/mensen/").content.decode()


@pytest.mark.parametrize("address", LISTS)
def test_looking_at_the_list_is_not(signed_in, site, address):
    signed_in(Role.ADMINISTRATOR, site).get(address)
    assert not Entry.objects.filter(event="list.taken").exists()


def test_of_someone_in_two_regions_both_are_told(signed_in, site):
    client, other = signed_in(Role.ADMINISTRATOR, site), a_site(a_region("SWV Elders"))
    Membership.objects.create(user=Membership.anywhere.get().user, role=Role.ADVISER.value, partnership=other.partnership)
    client.get("/mensen/?als=csv")
    regions = Entry.objects.filter(event="list.taken").order_by("pk").values_list("partnership_id", flat=True)
    assert list(regions) == [site.partnership_id, other.partnership_id]
