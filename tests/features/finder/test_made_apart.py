"""Does a visitor never wait long for what is searched in: made when the server starts, and anew in a thread of its own?"""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.finder import jobs
from dekkend.finder.queries import index as kept
from dekkend.finder.queries.index import index_on, make_ready
from dekkend.offers.actions.projecting import raise_revision
from dekkend.organisations.models import Partnership
from tests.factories.organisations import a_site

TODAY = timezone.localdate()
LONG = 20  # seconds


@pytest.fixture
def apart(settings, transactional_db):
    """As a server does it: the thread sees what was stored."""
    settings.FINDER_IN_BACKGROUND, settings.FINDER_WAITS = True, 0.02


@pytest.fixture
def slowly(monkeypatch):
    """Nothing is made before the test lets go."""
    may, really = threading.Event(), kept._made

    def wait_first(state):
        assert may.wait(LONG)
        return really(state)

    def begin() -> threading.Event:
        monkeypatch.setattr(kept, "_made", wait_first)
        return may

    yield begin
    may.set()


def change(site) -> None:
    a_site(site.partnership, name="De Nieuwe")
    raise_revision([site.partnership_id])


def test_what_a_server_makes_at_its_start_is_there_for_the_first_visitor(apart, ground, monkeypatch):
    made = make_ready(TODAY).result(LONG)
    monkeypatch.setattr(kept, "_made", None)
    assert index_on(TODAY) is made
    assert len(made.sites) == 3


def test_a_visitor_gets_what_was_there_while_it_is_made_anew(apart, ground, slowly):
    before = index_on(TODAY)
    may = slowly()
    change(ground["near"])
    assert index_on(TODAY) is before
    assert index_on(TODAY + timedelta(1)) is before
    may.set()
    assert kept._kept.making.result(LONG) is not before
    assert "De Nieuwe" in {site.name for site in index_on(TODAY).sites}


def test_a_small_region_is_made_anew_while_the_visitor_waits_a_moment(apart, ground, settings):
    settings.FINDER_WAITS = LONG
    index_on(TODAY)
    change(ground["near"])
    assert "De Nieuwe" in {site.name for site in index_on(TODAY).sites}


def test_a_change_of_an_offer_is_seen_with_the_next_question_also_within_the_second(apart, ground, settings):
    settings.FINDER_WAITS, settings.FINDER_LOOKS_AGAIN = LONG, 60.0
    index_on(TODAY)
    with CaptureQueriesContext(connection) as asked:
        index_on(TODAY)
    assert len(asked) == 1
    raise_revision([ground["near"].partnership_id])
    now = index_on(TODAY)
    assert not kept.is_behind(now)
    assert dict(kept._kept.seen.offers)[ground["near"].partnership_id] >= 1


def test_an_answer_from_before_a_change_says_so(apart, ground, slowly):
    index_on(TODAY)
    assert "Vernieuw deze bladzijde" not in body_of_list()
    may = slowly()
    change(ground["near"])
    assert "U ziet nog hoe het daarvoor was. Vernieuw deze bladzijde over een paar seconden." in body_of_list()
    may.set()
    kept._kept.making.result(LONG)
    assert "Vernieuw deze bladzijde" not in body_of_list()


def body_of_list() -> str:
    return Client().get("/zoeken/", {"plaats": "9999"}).content.decode()


def test_when_it_cannot_be_made_anew_what_was_there_is_shown_and_the_fault_is_logged(apart, ground, settings, monkeypatch, caplog):
    settings.FINDER_WAITS = LONG
    before = index_on(TODAY)

    def broken(state):
        raise OSError("de database is weg")

    monkeypatch.setattr(kept, "_made", broken)
    change(ground["near"])
    assert index_on(TODAY) is before
    assert kept.is_behind(before)
    assert "finder not renewed" in caplog.text
    monkeypatch.undo()
    assert "De Nieuwe" in {site.name for site in index_on(TODAY).sites}


def test_what_cannot_be_made_is_told_to_who_asks_and_made_by_the_next(apart, ground, monkeypatch):
    def broken(state):
        raise OSError("de database is weg")

    monkeypatch.setattr(kept, "_made", broken)
    with pytest.raises(OSError, match="weg"):
        index_on(TODAY)
    monkeypatch.undo()
    assert len(index_on(TODAY).sites) == 3


def test_a_start_without_a_database_is_no_reason_to_stop(monkeypatch, caplog):
    made = kept.Future()
    made.set_exception(OSError("de database is weg"))
    monkeypatch.setattr(jobs, "make_ready", lambda today: made)
    jobs.prepare()
    assert "finder not ready" in caplog.text


def test_of_a_country_only_the_region_that_changed_is_read_again(ground):
    elsewhere = a_site(Partnership.objects.create(code="PO7777", name="Elders"))
    raise_revision([ground["near"].partnership_id, elsewhere.partnership_id])
    index_on(TODAY)
    blocks = dict(kept._blocks)
    raise_revision([elsewhere.partnership_id])
    index_on(TODAY)
    assert kept._blocks[ground["near"].partnership_id] is blocks[ground["near"].partnership_id]
    assert kept._blocks[elsewhere.partnership_id] is not blocks[elsewhere.partnership_id]
