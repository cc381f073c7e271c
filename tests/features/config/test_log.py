"""Does a line in the log tell enough to mend a fault, and nothing about a person?"""

import io
import json
import logging

import pytest
from django.db import IntegrityError, connection
from django.test import Client

from dekkend.accounts.models import User
from dekkend.config.request_log import RequestNumber, pseudonym
from dekkend.home.views import Start
from dekkend.organisations.words import Role
from dekkend.ui.log import JsonFormatter

pytestmark = pytest.mark.django_db


@pytest.fixture
def written():
    """Everything that goes to the log, as text: our own loggers, and those of Django."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    handler.addFilter(RequestNumber())
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def lines(stream: io.StringIO, logger: str) -> list[dict]:
    return [line for text in stream.getvalue().splitlines() if (line := json.loads(text))["logger"] == logger]


def test_a_request_is_one_line_with_route_answer_and_time(written, signed_in, site):
    response = signed_in(Role.ADVISER, site).get("/documenten/")
    (line,) = lines(written, "dekkend.request")
    assert (line["route"], line["method"], line["status"]) == ("reading:documents", "GET", 200)
    assert line["seconds"] >= 0
    assert line["request_id"] == response["X-Request-ID"]
    assert line["person"] == pseudonym(User.objects.get().pk)


def test_an_address_with_a_key_or_a_search_word_never_gets_into_the_log(written, client):
    client.get("/scholen/99ZZ00/")
    client.get("/", {"naam": "Zeewierpad"})
    client.get("/account/inloggen/?next=/documenten/123/")
    text = written.getvalue()
    assert not [private for private in ("99ZZ00", "Zeewierpad", "documenten/123") if private in text]


def test_a_wrong_host_name_is_no_fault_and_is_not_repeated(written, client):
    assert client.get("/", HTTP_HOST="elders.example").status_code == 400
    assert "elders" not in written.getvalue()


def test_nothing_that_is_typed_into_a_login_gets_into_the_log(written, client):
    client.post("/account/inloggen/", {"username": "marieke@zilverkust.example", "password": "vier woorden op rij"})
    assert "marieke" not in written.getvalue()
    assert "woorden" not in written.getvalue()


def test_a_fault_is_logged_with_its_places_and_without_the_value_that_it_quotes(written, monkeypatch):
    def broken(*args: object, **kwargs: object) -> None:
        raise IntegrityError("Key (email)=(marieke@zilverkust.example) already exists") from ValueError("Terlinden")

    monkeypatch.setattr(Start, "get", broken)
    assert Client(raise_request_exception=False).get("/").status_code == 500
    (line,) = lines(written, "django.request")
    assert line["error"][0] == "django.db.utils.IntegrityError"
    assert any("test_log.py" in place for place in line["error"])
    assert "builtins.ValueError" in line["error"]
    assert "marieke" not in written.getvalue()
    assert "Terlinden" not in written.getvalue()


@pytest.mark.parametrize("private", ["marieke@zilverkust.example", "123456782", "1234.56.782", "06-12345678"])
def test_a_library_that_writes_a_value_into_its_sentence_is_masked(written, private):
    logging.getLogger("some.library").warning(f"could not send to {private} today")
    assert private not in written.getvalue()
    assert "could not send to" in written.getvalue()


def test_extra_fields_that_are_not_figures_are_left_out(written):
    logging.getLogger("dekkend.reading").info("document read", extra={"document": 7, "school": "De Vuursprot"})
    assert "Vuursprot" not in written.getvalue()
    assert json.loads(written.getvalue())["document"] == 7


def test_the_parameters_of_a_query_never_get_into_the_log(written):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s", ["Terlinden"])
    assert "Terlinden" not in written.getvalue()
