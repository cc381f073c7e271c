"""Does the open data hold to the API Design Rules 2.2 of Logius, on every address and in its description?

The names of the tests follow the rules; those that cannot be tested by a machine stand in docs/api.md.
"""

from __future__ import annotations

import json

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from dekkend.publishing.api.application import openapi
from dekkend.publishing.words.open_data import VERSION
from tests.features.publishing.test_api import YEAR, public

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"
DOCUMENT = openapi("https://dekkend.example")
PATHS = sorted(DOCUMENT["paths"])


def ask(address: str, method: str = "GET", **headers: str):
    return Client(raise_request_exception=False).generic(method, f"/api/v1{address}", headers=headers)


def problem_of(response) -> dict:
    assert response["Content-Type"] == PROBLEM
    found = json.loads(response.content)
    assert found["status"] == response.status_code
    assert found["title"]
    assert found["detail"].endswith(".")
    return found


def filled(path: str, site) -> str:
    given = {"vestigingscode": site.brin6, "schooljaar": YEAR, "versie": 1, "code": site.partnership.code}
    return path.format(**given)


@pytest.mark.parametrize("path", PATHS)
def test_a_slash_at_the_end_is_not_found_and_leads_nowhere(site, path):
    public(site)
    address = filled(path, site)
    assert ask(address).status_code == 200
    if path != "/":
        assert problem_of(ask(f"{address}/"))["status"] == 404


def test_the_root_answers_with_and_without_its_slash(site):
    assert Client().get("/api/v1").content.replace(b"/api/v1/", b"/api/v1") == Client().get("/api/v1/").content.replace(
        b"/api/v1/", b"/api/v1"
    )


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_reading_is_all_that_can_be_done(site, path, method):
    public(site)
    response = ask(filled(path, site), method)
    assert problem_of(response)["status"] == 405
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("path", PATHS)
def test_asking_for_the_head_gives_the_same_without_content(site, path):
    public(site)
    whole, head = ask(filled(path, site)), ask(filled(path, site), "HEAD")
    assert head.content == b""
    assert head["Content-Length"] == str(len(whole.content))
    same = {name: value for name, value in whole.headers.items() if name not in ("X-Request-ID", "Content-Length")}
    assert same.items() <= dict(head.headers).items()


@pytest.mark.parametrize("path", PATHS)
def test_who_has_it_already_hears_only_that_it_is_the_same(site, path):
    public(site)
    first = ask(filled(path, site))
    again = ask(filled(path, site), **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["API-Version"] == VERSION
    assert not first["ETag"].startswith("W/")


def test_a_condition_that_does_not_hold_is_a_problem_too(site):
    assert problem_of(ask("/scholen", **{"If-Match": '"anders"'}))["status"] == 412


FAULTS = {
    "/bestaat-niet": 404,
    "/scholen/99ZZ99": 404,
    "/scholen/../scholen": 404,
    "/scholen/99zz00": 404,
    "/scholen/%00": 404,
    "/scholen/٩٩ZZ00": 404,
    "/scholen/99ZZ00/ondersteuningsprofielen/2024-2025%00": 404,
    "/samenwerkingsverbanden/%27%3B--": 404,
    "/scholen?paginagrootte=100000000": 400,
    "/scholen?pagina=99999999999999999999999": 400,
    "/scholen?pagina=0": 400,
    "/scholen?plaats=%00": 400,
    "/scholen?naam=%0a": 400,
    "/scholen?bestaatNiet=1": 400,
    "/scholen?pagina=1&pagina=2": 400,
    "/scholen?sorteer=pk": 400,
    "/scholen?ondersteuning=bestaat.niet": 400,
    "/scholen?ondersteuning=": 400,
    "/ondersteuningsvormen?limiet=1": 400,
    "/openapi.json?x=1": 400,
}


@pytest.mark.parametrize(("address", "status"), FAULTS.items(), ids=[ascii(each) for each in FAULTS])
def test_what_goes_wrong_is_a_problem_in_dutch_that_shows_nothing_of_how_it_is_made(site, address, status):
    response = ask(address)
    assert problem_of(response)["status"] == status
    shown = response.content.decode().lower()
    assert not [word for word in ("django", "ninja", "pydantic", "python", "sql", "traceback") if word in shown]
    assert response["API-Version"] == VERSION
    assert response["Cache-Control"] == "no-store"


def test_all_faults_of_a_question_come_at_once(site):
    found = problem_of(ask("/scholen?pagina=nul&paginagrootte=1000&soort=kasteel&maxAantal=3&plaats=a&plaats=b"))
    faults = {(each["name"], each["code"]) for each in found["errors"]}
    assert faults == {
        ("maxAantal", "unknown"),
        ("plaats", "repeated"),
        ("pagina", "int_parsing"),
        ("paginagrootte", "less_than_equal"),
        ("soort", "literal_error"),
    }
    told = {each["name"]: each["detail"] for each in found["errors"]}
    assert told["paginagrootte"] == "Dit mag ten hoogste 100 zijn."
    assert "basisschool" in told["soort"]
    assert "paginagrootte" in told["maxAantal"]


def test_a_code_of_support_that_nobody_knows_is_a_fault_that_says_where_the_codes_are(site):
    (found,) = problem_of(ask("/scholen?ondersteuning=bestaat.niet"))["errors"]
    assert (found["name"], found["code"]) == ("ondersteuning", "unknown_code")
    assert found["detail"] == "Deze code bestaat hier niet. Alle codes staan op /api/v1/ondersteuningsvormen."


def test_a_link_without_a_media_type_has_no_key_for_it(site, settings):
    links = json.loads(ask("/scholen").content)["_links"]
    assert links["self"] == {"href": f"{settings.SITE_ADDRESS}/api/v1/scholen"}
    assert '"type":null' not in ask("/").content.decode().replace(" ", "")


def test_a_thousand_strange_keys_are_not_all_repeated(site):
    found = problem_of(ask("/scholen?" + "&".join(f"sleutel{number}=1" for number in range(1000))))
    assert len(found["errors"]) == 50


def test_a_form_that_is_not_there_is_a_problem(site):
    public(site)
    found = problem_of(ask("/scholen", Accept="application/xml"))
    assert found["status"] == 406
    assert "application/json" in found["detail"]
    assert ask(filled("/samenwerkingsverbanden/{code}/ondersteuningsaanbod", site), Accept="text/csv;q=0.9, application/xml")[
        "Content-Type"
    ].startswith("text/csv")


@pytest.mark.parametrize("address", ["/api/v1/scholen", "/api/v2/scholen", "/api", "/open/hsds/v3/services/nee"])
def test_a_host_nobody_knows_gets_a_problem_and_no_page(site, address):
    response = Client(raise_request_exception=False).get(address, headers={"host": "elders.example"})
    assert response.status_code in (400, 404)
    problem_of(response)


def test_a_fault_of_ours_is_a_problem_that_tells_nothing(site, monkeypatch):
    def broken(*given, **named):
        raise RuntimeError("geheim uit de database")

    monkeypatch.setattr("dekkend.publishing.api.schools.schools", broken)
    response = ask("/scholen")
    assert problem_of(response)["status"] == 500
    assert "geheim" not in response.content.decode()


@pytest.mark.parametrize("address", ["/scholen", "/bestaat-niet", "/scholen?x=1", "/openapi.json", "/"])
def test_every_answer_carries_the_headers_of_the_rules(site, address):
    response = ask(address)
    for name, value in {
        "API-Version": VERSION,
        "Access-Control-Allow-Origin": "*",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }.items():
        assert response[name] == value
    assert 'rel="license"' in response["Link"]
    assert "Set-Cookie" not in response
    assert "Cookie" not in response["Vary"]


def test_the_answer_is_the_same_whoever_asks_in_whatever_language(site, signed_in):
    public(site)
    client = signed_in()
    client.cookies["django_language"] = "en"
    for address in ("/api/v1/scholen", "/api/v1/scholen?pagina=nul", "/api/v1/ondersteuningsvormen"):
        assert client.get(address).content == Client().get(address).content


def test_links_lead_to_our_own_address_whatever_host_is_asked(site, settings):
    public(site)
    settings.SITE_ADDRESS, settings.ALLOWED_HOSTS = "https://dekkend.example", ["*"]
    for address in (
        "/api/v1/",
        "/api/v1/scholen",
        f"/api/v1/scholen/{site.brin6}/ondersteuningsprofielen",
        "/api/v1/openapi.json",
        "/open-data/",
    ):
        said = Client().get(address, headers={"Host": "elders.example"}).content.decode()
        assert "https://dekkend.example/api/v1" in said
        assert "elders.example" not in said


def test_who_asks_too_often_hears_how_long_to_wait(site, settings):
    settings.OPEN_DATA_PER_MINUTE = 3
    address = {"REMOTE_ADDR": "192.0.2.7"}
    answers = [Client(**address).get("/api/v1/") for _ in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert problem_of(answers[3])["status"] == 429
    assert 1 <= int(answers[3]["Retry-After"]) <= 60
    assert Client(REMOTE_ADDR="192.0.2.8").get("/api/v1/").status_code == 200


@pytest.mark.parametrize(("address", "status"), [("/scholen", 204), ("/bestaat-niet", 404)])
def test_a_browser_elsewhere_may_ask_beforehand(site, address, status):
    response = ask(address, "OPTIONS", Origin="https://elders.example")
    assert response.status_code == status
    assert response["Access-Control-Allow-Origin"] == "*"
    if status == 204:
        assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
        assert response.content == b""


@pytest.mark.parametrize("path", PATHS)
def test_what_is_served_is_what_is_described(site, path):
    public(site)
    content = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]
    schema = next(iter(content.values()))["schema"] | {"components": DOCUMENT["components"]}
    Draft202012Validator(schema).validate(json.loads(ask(filled(path, site)).content))
