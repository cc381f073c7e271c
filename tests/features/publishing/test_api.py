"""Does the open data give what is public, as it stands today, with lasting addresses, and nothing else?"""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from dekkend.offers.actions import saying
from dekkend.offers.actions.projecting import rebuild
from dekkend.offers.words import Availability, Said
from dekkend.organisations.models import Place, Site
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft
from dekkend.profiles.actions.redacting import leave_out
from dekkend.profiles.words.profile import MEDIA_TYPE
from dekkend.register.models import RegisterSite
from tests.corpus.school import vuursprot
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
MONTH_AGO = TODAY - timedelta(30)
YEAR = "2024-2025"


def public(site, **changes):
    return a_public_offer(site, year=YEAR, on=MONTH_AGO, **changes)


def asked(address: str, **headers: str):
    return Client(headers=headers).get(address if address.startswith("/") else f"/api/v1/{address}")


def told(address: str, **headers: str):
    response = asked(address, **headers)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def test_from_the_beginning_links_lead_to_everything(site):
    public(site)
    waiting, seen = ["/api/v1/"], set()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        response = asked(address)
        assert response.status_code == 200, address
        if "json" in response["Content-Type"] and "html" not in response["Content-Type"]:
            found = set(links_in(json.loads(response.content)))
            waiting += [each for each in found if each not in seen and each not in waiting and "/documenten/" not in each]
    assert {f"/api/v1/scholen/{site.brin6}/ondersteuningsprofielen", "/open/hsds/v3/", f"/scholen/{site.brin6}/"} <= seen


def links_in(part):
    if isinstance(part, dict):
        if isinstance(part.get("href"), str):
            yield part["href"].removeprefix(settings.SITE_ADDRESS)
        for each in part.values():
            yield from links_in(each)
    elif isinstance(part, list):
        for each in part:
            yield from links_in(each)


def test_the_list_of_schools_has_only_those_that_are_public(site):
    public(site)
    hidden = a_site(site.partnership, name="De Branding")
    make_draft(hidden, vuursprot() | {"school_year": YEAR}, evidence={}, source=None, made_by=None, now=timezone.now())
    later = a_site(site.partnership, name="De Kiem")
    a_public_offer(later, year=YEAR, on=TODAY + timedelta(1))
    answer = told("scholen")
    assert [school["vestigingscode"] for school in answer["scholen"]] == [site.brin6]
    assert answer["pagina"] == {"nummer": 1, "grootte": 25, "totaalAantal": 1, "totaalPaginas": 1}
    for each in (hidden, later):
        for rest in ("", "/ondersteuningsaanbod", "/ondersteuningsprofielen", f"/ondersteuningsprofielen/{YEAR}"):
            assert asked(f"scholen/{each.brin6}{rest}").status_code == 404


def test_filters_work_together_and_the_order_can_be_chosen(site):
    other = a_site(a_region("SWV Elders"), name="Het Anker", place="Duinrand", kind="special")
    for each in (site, other):
        public(each)

    def names(query: str) -> list[str]:
        return [school["naam"] for school in told(f"scholen?{query}")["scholen"]]

    assert names("sorteer=-naam") == ["Het Anker", "De Vuursprot"]
    assert names("plaats=duinrand") == ["Het Anker"]
    assert names("soort=speciaal-onderwijs&plaats=Zilverduin") == []
    assert names(f"samenwerkingsverband={site.partnership.code}") == ["De Vuursprot"]
    assert names("naam=anker") == ["Het Anker"]


def test_a_municipality_comes_from_the_register_or_else_from_the_postcode(site):
    listed = a_site(site.partnership, name="Het Anker", postcode="9998 ZB")
    for each in (site, listed):
        public(each)
    Place.objects.create(postcode="9999", name="Zilverduin", municipality="Zilverkust", x=1, y=1)
    Place.objects.create(postcode="9998", name="Duinrand", municipality="Zilverkust", x=1, y=1)
    RegisterSite.objects.create(brin6=listed.brin6, name="Anker", kind="BAO", municipality="Duinrand")
    assert {each["naam"]: each["gemeente"] for each in told("scholen")["scholen"]} == {
        "De Vuursprot": "Zilverkust",
        "Het Anker": "Duinrand",
    }
    assert [each["naam"] for each in told("scholen?gemeente=duinrand")["scholen"]] == ["Het Anker"]


@pytest.mark.parametrize("ready", [True, False], ids=["with rows", "before the rows are made"])
def test_schools_are_found_by_the_support_that_they_have(site, ready):
    without = a_site(site.partnership, name="Het Anker")
    public(site)
    expertise = vuursprot()["values"]["expertise"]
    rows = expertise["rows"] | {"second_language": {"choice": "no", "note": None}}
    public(without, expertise=expertise | {"rows": rows})
    if ready:
        rebuild()
    assert [each["naam"] for each in told(f"scholen?ondersteuning={NT2}")["scholen"]] == ["De Vuursprot"]


def test_pages_are_linked_and_one_past_the_end_is_empty(site):
    for each in (site, a_site(site.partnership), a_site(site.partnership)):
        public(each)
    first = told("scholen?paginagrootte=2&sorteer=vestigingscode")
    assert len(first["scholen"]) == 2
    assert "prev" not in first["_links"]
    second = told(first["_links"]["next"]["href"].removeprefix(settings.SITE_ADDRESS))
    assert len(second["scholen"]) == 1
    assert "next" not in second["_links"]
    assert told("scholen?paginagrootte=2&pagina=9")["scholen"] == []


def test_the_offer_of_today_says_what_is_not_there_now_and_what_nobody_knows(site, person):
    public(site)
    director = person(Role.DIRECTOR, site)
    until = TODAY + timedelta(7)
    said = Said(Availability.PAUSED, until=until, note_for_parents="De taalklas begint weer.", role="taalleraar", persons=1)
    saying.declare(site, NT2, said, by=director, scope=scope_of(director, TODAY), today=TODAY, now=timezone.now())
    text = asked(f"scholen/{site.brin6}/ondersteuningsaanbod").content.decode()
    assert "taalleraar" not in text
    assert "Iemand" not in text, "whoever said it is not named"
    offers = {each["sleutel"]: each for each in json.loads(text)["ondersteuningsaanbod"]}
    assert offers[NT2]["status"] == "tijdelijk-niet-beschikbaar"
    assert offers[NT2]["totEnMetDatum"] == until.isoformat()
    assert "De taalklas begint weer." in offers[NT2]["melding"]
    assert {each["aanwezig"] for each in offers.values()} >= {"ja", "nee"}
    for each in offers.values():
        assert (each["status"] is None) == (each["aanwezig"] != "ja")
        assert (each["niveau"] is None) == (each["aanwezig"] == "onbekend")


def test_beside_the_hours_stands_how_they_were_counted_or_why_not(site):
    expertise = vuursprot()["values"]["expertise"]
    rows = expertise["rows"] | {"autism": {"choice": "yes", "note": "Elke dinsdag na schooltijd"}}
    public(site, expertise=expertise | {"rows": rows})
    offers = {each["sleutel"]: each for each in told(f"scholen/{site.brin6}/ondersteuningsaanbod")["ondersteuningsaanbod"]}
    counted, open_ended = offers["expertise.language_reading_speech"], offers["expertise.autism"]
    assert (counted["urenPerWeek"], counted["urenRegel"]) == (4, "1 dag van 8 uur, per 2 weken: 4 uur per week.")
    assert (open_ended["urenPerWeek"], open_ended["urenRegel"]) == (None, "De tekst noemt een deel van een dag en niet hoe lang dat duurt.")
    table = asked(f"samenwerkingsverbanden/{site.partnership.code}/ondersteuningsaanbod?formaat=csv").content.decode("utf-8-sig")
    lines = {line["sleutel"]: line for line in csv.DictReader(io.StringIO(table), delimiter=";")}
    assert lines["expertise.language_reading_speech"]["urenRegel"] == counted["urenRegel"]
    assert lines["expertise.autism"]["urenPerWeek"] == ""


def test_every_public_version_is_there_with_its_documents(site):
    first, second = public(site), public(site)
    answer = told(f"scholen/{site.brin6}/ondersteuningsprofielen")["ondersteuningsprofielen"]
    assert [(each["versie"], each["teltVandaag"]) for each in answer] == [(2, True), (1, False)]
    assert answer[1]["vingerafdruk"] == first.fingerprint
    links = answer[0]["_links"]
    assert links["pagina"]["href"].endswith(f"/scholen/{site.brin6}/{YEAR}/versie/{second.number}/")
    for name in ("sop-pdf", "sop-docx", "samenvatting-pdf"):
        assert asked(links[name]["href"].removeprefix(settings.SITE_ADDRESS)).status_code == 200
    one = told(links["self"]["href"].removeprefix(settings.SITE_ADDRESS))
    assert one["format"] == "dekkend-profile/1"


def test_the_profile_is_what_the_page_of_the_school_gives_to_a_stranger(site):
    version = public(site)
    response = asked(f"scholen/{site.brin6}/ondersteuningsprofielen/{YEAR}")
    assert response["Content-Type"] == MEDIA_TYPE
    assert response.content == Client().get(f"/scholen/{site.brin6}/{YEAR}/profiel.json").content
    assert version.values["adoption"]["adopted_by"] not in response.content.decode()
    assert response["Last-Modified"]
    plain = asked(f"scholen/{site.brin6}/ondersteuningsprofielen/{YEAR}", Accept="application/json")
    assert plain["Content-Type"] == "application/json"


def test_who_belongs_to_the_school_gets_no_more_than_a_stranger(site, signed_in):
    version = public(site)
    leave_out(version, "vision", None, reason="Noemt een kind.", by=None, now=timezone.now())
    client = signed_in(Role.DIRECTOR, site)
    for rest in ("ondersteuningsprofielen", f"ondersteuningsprofielen/{YEAR}", f"ondersteuningsprofielen/{YEAR}/versies/1"):
        address = f"/api/v1/scholen/{site.brin6}/{rest}"
        assert client.get(address).content == Client().get(address).content


def test_what_was_left_out_stands_nowhere_in_the_open_data(site):
    expertise = vuursprot()["values"]["expertise"]
    secret = "Sanne Wolkenveld komt elke dinsdag"
    rows = expertise["rows"] | {"second_language": {"choice": "yes", "note": secret}}
    version = public(site, expertise=expertise | {"rows": rows}, vision=f"Onze visie. {secret}.")
    everywhere = [
        f"/api/v1/scholen/{site.brin6}/ondersteuningsaanbod",
        f"/api/v1/scholen/{site.brin6}/ondersteuningsprofielen/{YEAR}",
        f"/api/v1/scholen/{site.brin6}/ondersteuningsprofielen/{YEAR}/versies/1",
        f"/api/v1/samenwerkingsverbanden/{site.partnership.code}/ondersteuningsaanbod",
        f"/api/v1/samenwerkingsverbanden/{site.partnership.code}/ondersteuningsaanbod?formaat=csv",
        "/open/hsds/v3/service_at_locations?per_page=100",
    ]
    for address in everywhere:
        assert secret in asked(address).content.decode(), address
    for path in (NT2, "vision"):
        leave_out(version, path, secret, reason="Een naam.", by=None, now=timezone.now())
    for address in everywhere:
        assert "Wolkenveld" not in asked(address).content.decode(), address
    told_so = told(f"scholen/{site.brin6}/ondersteuningsprofielen")["ondersteuningsprofielen"][0]
    assert told_so["weggelaten"] is True


def test_the_whole_offer_of_a_region_comes_as_a_table(site):
    public(site)
    address = f"samenwerkingsverbanden/{site.partnership.code}/ondersteuningsaanbod"
    by_header, by_key = asked(address, Accept="text/csv"), asked(f"{address}?formaat=csv")
    assert by_header.content == by_key.content
    assert by_header["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(by_header.content.decode("utf-8-sig")), delimiter=";"))
    offers = told(f"scholen/{site.brin6}/ondersteuningsaanbod")["ondersteuningsaanbod"]
    assert [row["sleutel"] for row in rows] == [offer["sleutel"] for offer in offers]
    assert {row["vestigingscode"] for row in rows} == {site.brin6}
    assert [site["ondersteuningsaanbod"] for site in told(address)["scholen"]] == [offers]


def test_what_is_kept_of_a_region_is_made_anew_when_something_changes(site, person):
    public(site)
    address = f"samenwerkingsverbanden/{site.partnership.code}/ondersteuningsaanbod?formaat=csv"
    before = asked(address).content
    assert asked(address).content == before
    director = person(Role.DIRECTOR, site)
    saying.declare(site, NT2, Said(Availability.PAUSED), by=director, scope=scope_of(director, TODAY), today=TODAY, now=timezone.now())
    paused = asked(address).content
    assert b"tijdelijk-niet-beschikbaar" in paused
    Site.anywhere.filter(pk=site.pk).update(name="De Nieuwe Naam")
    assert b"De Nieuwe Naam" in asked(address).content
    public(a_site(site.partnership, name="Het Anker"))
    assert b"Het Anker" in asked(address).content


def test_no_text_of_a_school_becomes_a_formula_in_a_spreadsheet(site):
    expertise = vuursprot()["values"]["expertise"]
    rows = expertise["rows"] | {"second_language": {"choice": "yes", "note": "=HYPERLINK(1)"}}
    public(site, expertise=expertise | {"rows": rows})
    text = asked(f"samenwerkingsverbanden/{site.partnership.code}/ondersteuningsaanbod?formaat=csv").content.decode()
    assert "'=HYPERLINK(1)" in text


def test_a_region_without_a_public_school_is_not_there(site):
    empty = a_region("SWV Leeg")
    public(site)
    assert [each["code"] for each in told("samenwerkingsverbanden")["samenwerkingsverbanden"]] == [site.partnership.code]
    assert asked(f"samenwerkingsverbanden/{empty.code}").status_code == 404
    assert told(f"samenwerkingsverbanden/{site.partnership.code}")["aantalScholen"] == 1
