"""Do the two probes answer without host, TLS, session or login, and do they tell nothing they should not?"""

import pytest
from django.test import Client, override_settings

from dekkend.config import health


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    monkeypatch.setattr(health._Seen, "stored_until", 0.0)


HARD = {"ALLOWED_HOSTS": ["dekkend.example"], "SECURE_SSL_REDIRECT": True}


def test_a_living_process_says_so_without_touching_the_database(client):
    # Not marked with django_db: a query would fail the test.
    response = client.get("/gezond")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_a_process_that_can_serve_is_ready():
    response = Client().get("/gereed", headers={"host": "10.0.0.7:8000"})
    assert response.json() == {"status": "ok", "checks": {"database": "ok", "migrations": "ok", "storage": "ok"}}
    assert response["Cache-Control"] == "no-store"


@override_settings(**HARD)
def test_a_probe_needs_no_host_name_no_tls_and_no_login():
    assert Client().get("/gezond", headers={"host": "10.0.0.7"}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["database_answers", "tables_are_up_to_date", "storage_keeps"])
def test_what_is_missing_makes_the_process_not_ready_and_is_not_explained_to_strangers(client, monkeypatch, name):
    def broken() -> bool:
        raise OSError("no route to db.internal, password geheim")

    monkeypatch.setattr(health, name, broken)
    response = client.get("/gereed")
    assert response.status_code == 503
    assert list(response.json()["checks"].values()).count("niet gereed") == 1
    assert "geheim" not in response.content.decode()


@pytest.mark.django_db
def test_tables_that_wait_for_a_change_make_the_process_not_ready(client, monkeypatch):
    monkeypatch.setattr(health._Seen, "up_to_date", False)
    monkeypatch.setattr(health, "pending_migrations", lambda: ["reading.0099_more"])
    assert client.get("/gereed").json()["checks"]["migrations"] == "niet gereed"


@pytest.mark.django_db
def test_the_storage_is_left_as_it_was(settings):
    assert health.storage_keeps()
    assert [path for path in settings.PRIVATE_ROOT.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_the_storage_is_asked_once_in_ten_seconds(client, monkeypatch):
    asked, clock = [], [1000.0]
    monkeypatch.setattr(health, "storage_keeps", lambda: not asked.append(1))
    monkeypatch.setattr(health.time, "monotonic", lambda: clock[0])
    for seconds, times in ((0.0, 1), (9.9, 1), (0.1, 2)):
        clock[0] += seconds
        assert client.get("/gereed").status_code == 200
        assert len(asked) == times


@pytest.mark.django_db
def test_a_storage_that_broke_off_stays_not_ready_until_it_is_asked_again(client, monkeypatch):
    def broken() -> bool:
        raise OSError

    monkeypatch.setattr(health, "storage_keeps", broken)
    assert client.get("/gereed").status_code == 503
    monkeypatch.setattr(health, "storage_keeps", lambda: True)
    assert client.get("/gereed").status_code == 503
    monkeypatch.setattr(health._Seen, "stored_until", 0.0)
    assert client.get("/gereed").status_code == 200
