"""Do programs that know HSDS 3 (Open Referral) get the public offers in its shape, with identifiers that stay?

The shapes below are our own summary of the JSON schemas of HSDS 3.0: what each object must have, and the form of what it may have.
"""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from jsonschema import Draft202012Validator, FormatChecker

from dekkend.offers.actions import saying
from dekkend.offers.words import Availability, Said
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.publishing.rules.hsds_keys import identifier
from dekkend.register.models import RegisterSite
from tests.corpus.school import vuursprot
from tests.factories.offers import NT2
from tests.factories.organisations import a_board, a_site
from tests.features.publishing.test_api import TODAY, public

pytestmark = pytest.mark.django_db

UUID = {"type": "string", "format": "uuid", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}
TEXT, DAY = {"type": "string"}, {"type": "string", "format": "date"}


def thing(*required: str, **properties) -> dict:
    known = {"id": UUID, "name": TEXT, "description": TEXT} | properties
    return {"type": "object", "required": ["id", *required], "properties": known, "additionalProperties": False}


def many(shape: dict) -> dict:
    return {"type": "array", "items": shape}


TERM = thing(
    "name",
    "description",
    code=TEXT,
    taxonomy=TEXT,
    taxonomy_id=UUID,
    parent_id=UUID,
    language={"type": "string", "pattern": "^[a-z]{2,3}$"},
)
ATTRIBUTES = many(thing("link_id", "link_entity", link_id=UUID, link_type=TEXT, link_entity=TEXT, taxonomy_term=TERM))
ADDRESS_PARTS = ("address_1", "city", "state_province", "postal_code", "country")
ADDRESS = thing(
    *ADDRESS_PARTS, "address_type", **dict.fromkeys(ADDRESS_PARTS, TEXT), address_type={"enum": ["physical", "postal", "virtual"]}
)
LOCATION = thing(
    "location_type",
    location_type={"enum": ["physical", "postal", "virtual"]},
    organization_id=UUID,
    external_identifier=TEXT,
    external_identifier_type=TEXT,
    addresses=many(ADDRESS),
    accessibility=many(thing(details=TEXT)),
    longitude={"type": "number", "minimum": 3, "maximum": 8},
    latitude={"type": "number", "minimum": 50, "maximum": 54},
    attributes=ATTRIBUTES,
)
IDENTIFIER = thing("identifier_type", "identifier", identifier_scheme=TEXT, identifier_type=TEXT, identifier=TEXT)
ORGANIZATION = thing("name", "description", organization_identifiers=many(IDENTIFIER), locations=many(LOCATION))
MOMENT = {"type": "string", "format": "date-time"}
NUMBER = {"type": "number"}
CAPACITY = thing("unit", "available", "updated", unit=thing("name"), available=NUMBER, maximum=NUMBER, updated=MOMENT)
SERVICE = thing(
    "name",
    "status",
    alternate_name=TEXT,
    status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
    organization=ORGANIZATION,
    attributes=ATTRIBUTES,
    assured_date=DAY,
    capacities=many(CAPACITY),
)
AT_LOCATION = thing(service_id=UUID, location_id=UUID, location=LOCATION, service=SERVICE)
WHOLE_SERVICE = SERVICE | {"properties": SERVICE["properties"] | {"service_at_locations": many(AT_LOCATION)}}
SHAPES = {
    "services": WHOLE_SERVICE,
    "organizations": ORGANIZATION,
    "locations": LOCATION,
    "service_at_locations": AT_LOCATION,
    "taxonomies": thing("name", "description"),
    "taxonomy_terms": TERM,
}
PAGE = {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"}


def told(rest: str) -> dict:
    response = Client().get(f"/open/hsds/v3/{rest}")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def valid(shape: dict, record: dict) -> None:
    Draft202012Validator(shape, format_checker=FormatChecker()).validate(record)


@pytest.mark.parametrize("name", SHAPES)
def test_every_record_fits_the_standard_in_a_list_and_alone(site, name):
    public(site)
    answer = told(f"{name}?per_page=100")
    assert set(answer) == PAGE
    assert answer["contents"]
    assert answer["size"] == len(answer["contents"])
    for record in answer["contents"]:
        valid(SHAPES[name], record)
    one = told(f"{name}/{record['id']}")
    valid(SHAPES[name], one)
    assert record.items() <= one.items()


def test_the_beginning_says_which_version_of_the_standard_it_is(db):
    assert told("")["version"] == "3.0"


def test_identifiers_stay_the_same_for_ever():
    assert identifier("location", "99ZZ00") == "3465b55b-d37f-5bbd-99d3-19ddd281d383"


def test_a_kind_of_support_is_one_service_of_a_board_at_each_of_its_schools(site):
    other = a_site(site.partnership, site.board, name="Het Anker")
    elsewhere = a_site(site.partnership, a_board("Stichting De Kiem"))
    for each in (site, other, elsewhere):
        public(each)
    term = identifier("taxonomy_term", "ondersteuningsvormen", NT2)
    services = told(f"services?taxonomy_term_id={term}")["contents"]
    assert {each["organization"]["name"] for each in services} == {"Stichting De Golfslag", "Stichting De Kiem"}
    board = identifier("organization", "bevoegd-gezag", site.board.number)
    ours = told(f"services?taxonomy_term_id={term}&organization_id={board}")["contents"]
    whole = told(f"services/{ours[0]['id']}")
    assert {each["location"]["name"] for each in whole["service_at_locations"]} == {"De Vuursprot", "Het Anker"}


def test_only_what_a_school_offers_is_there_and_a_pause_is_told(site, person):
    expertise = vuursprot()["values"]["expertise"]
    rows = expertise["rows"] | {"autism": {"choice": "no", "note": None}, "behaviour": {"choice": None, "note": None}}
    public(site, expertise=expertise | {"rows": rows})
    location = identifier("location", site.brin6)
    codes = {each["id"] for each in told(f"service_at_locations?location_id={location}&per_page=100")["contents"]}
    assert identifier("service_at_location", site.brin6, NT2) in codes
    for code in ("expertise.autism", "expertise.behaviour"):
        assert identifier("service_at_location", site.brin6, code) not in codes
    director, until = person(Role.DIRECTOR, site), TODAY + timedelta(7)
    said = {"by": director, "scope": scope_of(director, TODAY), "today": TODAY, "now": timezone.now()}
    saying.declare(site, NT2, Said(Availability.PAUSED, until=until, note_for_parents="De taalklas begint weer."), **said)
    record = told(f"service_at_locations/{identifier('service_at_location', site.brin6, NT2)}")
    assert record["service"]["status"] == "temporarily closed"
    assert "De taalklas begint weer." in record["description"]
    saying.declare(site, NT2, Said(Availability.GONE), **said)
    gone = Client().get(f"/open/hsds/v3/service_at_locations/{identifier('service_at_location', site.brin6, NT2)}")
    assert gone.status_code == 404


def test_a_location_says_where_it_lies_when_the_register_knows(site):
    other = a_site(site.partnership, site.board, name="Het Anker")
    for each in (site, other):
        public(each)
    RegisterSite.objects.create(brin6=site.brin6, name=site.name, kind="BAO", x=155_000.0, y=463_000.0)
    places = {each["name"]: each for each in told("locations")["contents"]}
    assert (places["De Vuursprot"]["longitude"], places["De Vuursprot"]["latitude"]) == (5.38721, 52.15517)
    assert "longitude" not in places["Het Anker"]


def test_a_service_says_how_much_there_is_and_how_much_of_it_can_be_given_now(site, person):
    other = a_site(site.partnership, site.board, name="Het Anker")
    for each in (site, other):
        row = {"choice": "yes", "note": "8 uur per week, plek voor 12 kinderen"}
        public(each, expertise=vuursprot(expertise={"rows": {"second_language": row}})["values"]["expertise"])
    director = person(Role.DIRECTOR, site)
    said = {"by": director, "scope": scope_of(director, TODAY), "today": TODAY, "now": timezone.now()}
    saying.declare(site, NT2, Said(Availability.PAUSED, until=TODAY + timedelta(7)), **said)
    term = identifier("taxonomy_term", "ondersteuningsvormen", NT2)
    [service] = told(f"services?taxonomy_term_id={term}")["contents"]
    amounts = {each["unit"]["name"]: (each["available"], each["maximum"]) for each in service["capacities"]}
    assert amounts == {"uur per week": (8.0, 16.0), "plaats": (12.0, 24.0)}
    assert all(each["updated"] <= f"{TODAY}T00:00:00.000Z" for each in service["capacities"])


def test_a_page_past_the_end_is_empty_and_a_strange_key_is_refused(site):
    public(site)
    assert told("services?page=999")["empty"] is True
    for query in ("page=0", "per_page=1000", "taxonomy_term_id=nee", "zoek=x", "page=1&page=2"):
        response = Client().get(f"/open/hsds/v3/services?{query}")
        assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("rest", ["services/nee", "services/", "locations/2e1eac3e-4e64-5f89-9b0a-1b31a3a1c1a2", "contacts", "%00"])
def test_what_is_not_there_is_a_problem(db, rest):
    response = Client().get(f"/open/hsds/v3/{rest}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_a_school_that_is_not_public_is_nowhere(site):
    public(site)
    hidden = a_site(site.partnership, a_board("Stichting Verborgen"), name="De Verborgen School")
    for name in SHAPES:
        text = Client().get(f"/open/hsds/v3/{name}?per_page=100").content.decode()
        assert "Verborgen" not in text
    assert Client().get(f"/open/hsds/v3/locations/{identifier('location', hidden.brin6)}").status_code == 404
