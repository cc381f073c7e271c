"""May an address ask as often as it may, and no more, however many processes answer it?"""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dekkend.publishing.gateways.turns import seconds_to_wait
from dekkend.publishing.models import TurnsTaken

pytestmark = pytest.mark.django_db
NOON = 1_800_000_000.0  # a whole minute


class Process:
    """One of several that answer: with a memory of its own."""

    def __init__(self) -> None:
        self.memory: dict = {}

    def may(self, address: str = "192.0.2.7", most: int = 60, now: float = NOON) -> bool:
        here = caches["open_data"]
        here.clear()
        here._cache.update(self.memory)
        here._expire_info.update(dict.fromkeys(self.memory))
        wait = seconds_to_wait(address, most, now=now)
        self.memory = dict(here._cache)
        return wait == 0


def test_several_processes_count_together():
    first, second = Process(), Process()
    told = [process.may() for _ in range(50) for process in (first, second)]
    assert sum(told) == 60
    assert not Process().may()


def test_who_must_wait_hears_until_the_next_minute_and_then_may_ask_again():
    process = Process()
    assert [process.may(most=2) for _ in range(3)] == [True, True, False]
    assert seconds_to_wait("192.0.2.7", 2, now=NOON + 45) == 15
    assert process.may(most=2, now=NOON + 60)


def test_an_office_that_makes_itself_new_addresses_is_one():
    process = Process()
    assert [process.may(f"2001:db8:0:1::{at}", most=2) for at in range(3)] == [True, True, False]
    assert process.may("2001:db8:0:2::1", most=2)


def test_most_questions_write_nothing():
    process = Process()
    with CaptureQueriesContext(connection) as found:
        assert all(process.may(most=300) for _ in range(100))
    assert sum(query["sql"].startswith("INSERT") for query in found) == 10


def test_a_database_that_cannot_write_refuses_nobody(monkeypatch):
    monkeypatch.setattr(caches["turns"].__class__, "add", lambda *given, **known: False)
    assert Process().may()


def test_no_address_is_kept(site):
    Client(REMOTE_ADDR="192.0.2.7").get("/api/v1/")
    kept = [*TurnsTaken.objects.values_list("cache_key", "value")]
    assert kept
    assert "192.0.2.7" not in str(kept)
