"""Does every room know that a school closed: found and readable with its date, asked for nothing, offered nowhere as a choice?"""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dekkend.adoption.actions.reminding import remind as remind_of_terms
from dekkend.adoption.models import Adoption
from dekkend.adoption.queries.campaign import places_of
from dekkend.adoption.queries.overview import mine
from dekkend.adoption.words.procedure import Kind, State
from dekkend.coverage.queries.late import places_seen
from dekkend.home.queries import my_day
from dekkend.kernel.school_years import SchoolYear
from dekkend.needcards.queries.schools import reachable
from dekkend.offers.actions.asking import ask_region
from dekkend.offers.models import Ask
from dekkend.offers.queries import offers_in, offers_of, sites_of_region
from dekkend.organisations.models import Site
from dekkend.organisations.queries import places_to_grant, scope_of
from dekkend.organisations.words import Level, Refused, Role
from dekkend.profiles.permissions import sites_to_fill
from dekkend.profiles.queries import published_sites
from dekkend.publishing.queries.bundles import versions_of
from dekkend.register.actions.deciding import accept, undo
from dekkend.register.actions.keeping import changed
from dekkend.register.models import Closure
from dekkend.register.queries.closures import closed_since, closing_of, closures_of, still_open
from dekkend.register.queries.geography import revision_of_register
from dekkend.signals.models import Signal
from dekkend.ui.templatetags.ui import in_words
from tests.factories.adoptions import YEAR as BEGUN
from tests.factories.adoptions import a_draft, go, people_of
from tests.factories.needcards import keeper
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_site
from tests.factories.registers import LATER, an_import, row, sites
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = str(SchoolYear.of(TODAY))
SINCE = date(2026, 2, 1)
TOLD = "gesloten per 1 februari 2026"


def close(site: Site) -> None:
    Closure.anywhere.create(site=site, closed_on=SINCE)
    changed()


@pytest.fixture
def gone(site) -> Site:
    """De Schelp, with a public offer, closed; De Vuursprot of the same region is open."""
    a_public_offer(site, year=YEAR, on=TODAY)
    closed = a_site(site.partnership, site.board, name="De Schelp")
    a_public_offer(closed, year=YEAR, on=TODAY)
    close(closed)
    return closed


def test_a_school_is_open_until_the_day_on_which_it_closes(client, site, signed_in):
    a_public_offer(site, year=YEAR, on=TODAY)
    day = TODAY + timedelta(days=20)
    before = revision_of_register()
    closure = Closure.anywhere.create(site=site, closed_on=day)
    assert closed_since(site.pk) is None
    assert closing_of(site.pk) == (None, day)
    assert site in still_open(Site.anywhere.all())
    announced = revision_of_register()
    assert announced != before, "whoever keeps the ground tells the day"
    assert f"Deze school sluit per {in_words(day)}" in client.get(f"/scholen/{site.brin6}/").content.decode()
    assert f"sluit per {in_words(day)}" in client.get("/").content.decode()
    assert f"Deze school sluit per {in_words(day)}" in signed_in(Role.COORDINATOR, site).get(f"/aanbod/{site.brin6}/").content.decode()
    assert f"Sluit per {in_words(day)}" in client.get(f"/zoeken/vergelijken/?school={site.brin6}").content.decode()
    Closure.anywhere.filter(pk=closure.pk).update(closed_on=TODAY)
    assert (closed_since(site.pk), closing_of(site.pk)) == (TODAY, (TODAY, None))
    assert site not in still_open(Site.anywhere.all())
    assert revision_of_register() != announced, "what is kept of the ground is read anew on that day"


def test_a_closed_school_that_was_ticked_is_said_to_be_closed(client, gone):
    assert TOLD in client.get(f"/zoeken/vergelijken/?school={gone.brin6}").content.decode()


def test_a_closing_that_the_region_takes_over_is_known_and_turned_back(site):
    code = site.partnership.code
    first = an_import(site.partnership, sites(row("99AA00", region=code), row("99BB00", region=code)))
    accept(first, None, by=None, now=LATER)
    second = an_import(site.partnership, sites(row("99BB00", region=code), name="scholen-2025-11.csv"), now=LATER)
    wanted = second.changes.filter(target="school", kind="closed")
    accept(second, wanted.values_list("pk", flat=True), by=None, now=LATER + timedelta(hours=1))
    school = Site.anywhere.get(brin6="99AA00")
    assert closed_since(school.pk) == date(2025, 11, 1)
    assert closures_of(Site.anywhere.values_list("pk", flat=True)) == {school.pk: date(2025, 11, 1)}
    assert school not in still_open(Site.anywhere.all())
    undo(second, by=None, now=LATER + timedelta(hours=2))
    assert closed_since(school.pk) is None
    assert school in still_open(Site.anywhere.all())


def test_everyone_still_finds_the_school_and_reads_since_when_and_what_to_do(client, gone):
    assert {each.name: each.closed_on for each in published_sites(today=TODAY)} == {"De Schelp": SINCE, "De Vuursprot": None}
    assert TOLD in client.get("/?naam=schelp").content.decode()
    assert TOLD not in client.get("/?naam=vuursprot").content.decode()
    page = client.get(f"/scholen/{gone.brin6}/").content.decode()
    assert f"Deze school is {TOLD}" in page
    assert "/zoeken/?plaats=9999" in page
    assert "Dit klopt niet" not in page
    assert '"dissolutionDate": "2026-02-01"' in page
    assert "hasOfferCatalog" not in page


def test_the_page_is_drawn_anew_when_the_school_closes_and_when_it_opens_again(client, site):
    a_public_offer(site, year=YEAR, on=TODAY)
    address = f"/scholen/{site.brin6}/"
    before = client.get(address)["ETag"]
    close(site)
    assert TOLD in client.get(address, headers={"If-None-Match": before}).content.decode()
    Closure.anywhere.all().delete()
    assert client.get(address)["ETag"] == before


def test_nothing_is_offered_there_any_more(gone, site):
    assert offers_of(gone, today=TODAY) == ()
    assert {offer.site_id for offer in offers_in(site.partnership, today=TODAY)} == {site.pk}


def test_the_school_sees_that_it_closed_and_begins_nothing_new(gone, signed_in):
    client = signed_in(Role.COORDINATOR, gone)
    assert TOLD in client.get(f"/aanbod/{gone.brin6}/").content.decode()
    page = client.get("/scholen/aanbod/").content.decode()
    assert TOLD in page
    assert "Begin leeg" not in page
    begin = client.post(reverse("profiles:begin", args=[gone.brin6, SchoolYear.of(TODAY).next]), {"with": "empty"}, follow=True)
    assert "U kunt voor haar geen nieuw aanbod beginnen" in begin.content.decode()


def test_it_is_not_among_what_can_be_chosen(gone, site, person):
    adviser = scope_of(person(Role.ADMINISTRATOR, site), TODAY)
    assert set(sites_of_region(adviser, site.partnership)) == {site}
    assert gone not in sites_to_fill(adviser)
    assert {target.place_id for target, _name, _roles in places_to_grant(adviser) if target.level is Level.SITE} == {site.pk}


def test_nobody_waits_for_it_in_the_round(gone, site, person):
    adviser, board = scope_of(person(Role.ADVISER, site), TODAY), scope_of(person(Role.BOARD, site), TODAY)
    year = str(SchoolYear.of(TODAY).next)
    assert [place.site for place in places_of(adviser, site.partnership, year, today=TODAY)] == [site]
    assert [place.site for place in places_seen(board, site.partnership, year, today=TODAY)] == [site]


def test_what_was_begun_there_waits_for_nobody_and_can_still_be_read(gone, person):
    director = person(Role.DIRECTOR, gone)
    year = str(SchoolYear.of(TODAY).next)
    Adoption.anywhere.create(site=gone, school_year=year, state=State.ASKED.value, regime="guide", begun_at=timezone.now())
    assert mine(scope_of(director, TODAY), today=TODAY) == []
    assert remind_of_terms(today=TODAY + timedelta(days=400), now=timezone.now()) == 0
    page = signed_in_fully(director).get(f"/vaststellen/?jaar={year}").content.decode()
    assert TOLD in page
    assert "te laat" not in page
    assert all(not part.count for part in my_day(scope_of(director, TODAY), today=TODAY))


def test_nobody_there_is_asked_to_confirm(gone, site, person):
    person(Role.DIRECTOR, gone)
    person(Role.DIRECTOR, site)
    after = date(TODAY.year + 1, 10, 1)
    assert ask_region(site.partnership, today=after, now=timezone.now()) == 1
    assert set(Ask.anywhere.values_list("site_id", flat=True)) == {site.pk}


def test_no_step_of_adopting_is_taken_there_and_the_page_says_so(site, client):
    a_draft(site)
    people = people_of(site)
    go(people, site, Kind.TEAM)
    close(site)
    with pytest.raises(Refused, match="Deze school is gesloten per"):
        go(people, site, Kind.RETURN)
    client.force_login(people[Role.DIRECTOR])
    page = client.get(f"/vaststellen/{site.brin6}/{BEGUN}/").content.decode()
    assert "Vaststellen kan niet meer. Wat is vastgesteld, blijft staan." in page
    assert "U hoeft nu niets te doen" in page


def test_no_school_asks_it_and_it_asks_no_school(gone):
    coordinator = keeper(gone)
    assert reachable([gone.pk], TODAY) == frozenset()
    page = signed_in_fully(coordinator).get("/rondvragen/nieuw/", follow=True).content.decode()
    assert "Uw school is gesloten" in page


def test_nobody_can_report_to_a_school_that_is_not_there(client, gone, person):
    person(Role.DIRECTOR, gone)
    address = f"/scholen/{gone.brin6}/{YEAR}/klopt-niet/"
    assert TOLD in client.get(address).content.decode()
    client.post(address, {"text": "De lift is weg."})
    assert not Signal.anywhere.exists()


def test_open_data_says_since_when_and_gives_no_offers(client, gone, site):
    told = json.loads(client.get("/api/v1/scholen").content)["scholen"]
    assert {each["naam"]: each["geslotenDatum"] for each in told} == {"De Schelp": "2026-02-01", "De Vuursprot": None}
    offers = json.loads(client.get(f"/api/v1/scholen/{gone.brin6}/ondersteuningsaanbod").content)
    assert offers["ondersteuningsaanbod"] == []
    region = json.loads(client.get(f"/api/v1/samenwerkingsverbanden/{site.partnership.code}/ondersteuningsaanbod").content)
    assert [each["naam"] for each in region["scholen"]] == ["De Vuursprot"]


def test_programs_that_know_hsds_lose_it_at_once_and_get_it_back(client, site):
    def places() -> set[str]:
        return {each["external_identifier"] for each in json.loads(client.get("/open/hsds/v3/locations").content)["contents"]}

    a_public_offer(site, year=YEAR, on=TODAY)
    other = a_site(site.partnership, site.board, name="De Schelp")
    a_public_offer(other, year=YEAR, on=TODAY)
    assert places() == {site.brin6, other.brin6}
    close(other)
    assert places() == {site.brin6}
    Closure.anywhere.all().delete()
    assert places() == {site.brin6, other.brin6}


def test_the_file_of_the_region_holds_open_schools_and_the_guide_text_says_that_it_closed(client, gone, site):
    assert [version.site for version in versions_of(site.partnership, today=TODAY)] == [site]
    assert TOLD in client.get(f"/scholen/{gone.brin6}/{YEAR}/schoolgids/").content.decode()
