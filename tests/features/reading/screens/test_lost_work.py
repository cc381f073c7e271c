"""Does a killed worker cost no more than a minute, and never a document?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from dekkend.config.work import drain
from dekkend.reading.actions import reading_files
from dekkend.reading.actions.reading_files import MOST_ATTEMPTS, claim, destroy_old_quarantine, give_back_lost, read_waiting, store_reading
from dekkend.reading.gateways import sandbox
from dekkend.reading.jobs import take_up_lost_work
from dekkend.reading.words.result import DocumentRefused
from dekkend.reading.words.states import State
from tests.factories.documents import profile_text, waiting_document

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()
LATER = NOW + timedelta(minutes=2)


@pytest.fixture
def waiting(adviser, site):
    return waiting_document(adviser, site)


def state_of(document) -> str:
    document.refresh_from_db()
    return document.state


def test_only_one_worker_gets_a_document(waiting):
    assert claim(waiting.pk, now=NOW)
    assert claim(waiting.pk, now=NOW) is None


def test_doing_a_job_twice_does_no_harm(waiting):
    assert read_waiting(waiting.pk, now=NOW) is State.READ
    assert read_waiting(waiting.pk, now=NOW) is None
    assert state_of(waiting) == State.READ


def test_a_document_of_a_killed_worker_is_read_again_after_its_lease(waiting):
    claim(waiting.pk, now=NOW)
    take_up_lost_work(now=NOW + timedelta(seconds=59))
    assert state_of(waiting) == State.READING
    take_up_lost_work(now=LATER)
    assert state_of(waiting) == State.WAITING
    assert drain() == 1
    assert state_of(waiting) == State.READ


def test_after_three_losses_the_document_is_refused_with_a_sentence(waiting):
    for _ in range(MOST_ATTEMPTS):
        claim(waiting.pk, now=NOW)
        again = give_back_lost(now=LATER)
    assert again == []
    assert state_of(waiting) == State.REFUSED
    assert "drie keer" in waiting.refusal


def test_a_worker_that_comes_back_after_its_lease_stores_nothing(waiting):
    slow = claim(waiting.pk, now=NOW)
    measured = sandbox.read_measured(slow.file.content.path)
    give_back_lost(now=LATER)
    quick = claim(waiting.pk, now=LATER)
    assert store_reading(slow, measured, now=LATER) is None
    assert state_of(waiting) == State.READING
    assert store_reading(quick, measured, now=LATER) is State.READ


def test_a_reader_that_refuses_leaves_its_sentence(waiting, monkeypatch):
    def refuse(*_, **__):
        raise DocumentRefused("too_slow", "Het lezen duurde te lang.")

    monkeypatch.setattr(reading_files.sandbox, "read_measured", refuse)
    read_waiting(waiting.pk, now=NOW)
    assert state_of(waiting) == State.REFUSED
    assert (waiting.refusal_code, waiting.refusal) == ("too_slow", "Het lezen duurde te lang.")


def test_a_quarantined_file_that_nobody_looked_at_is_destroyed_after_a_day(adviser, site):
    held = waiting_document(adviser, site, profile_text() + b"\nDe leerling heeft BSN 123456782.\n")
    read_waiting(held.pk, now=NOW)
    assert destroy_old_quarantine(now=NOW + timedelta(hours=23)) == 0
    assert destroy_old_quarantine(now=NOW + timedelta(hours=25)) == 1
    assert destroy_old_quarantine(now=NOW + timedelta(hours=26)) == 0
