"""Is a file with a citizen's number held apart, shown by place, and destroyed, with nothing of it stored?"""

import pytest
from django.core import serializers
from django.utils import timezone

from dekkend.files.models import StoredFile
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.models import SourceDocument
from dekkend.reading.words.states import State
from tests.factories.documents import profile_text, waiting_document

pytestmark = pytest.mark.django_db(transaction=True)
# Passes the eleven test; belongs to nobody: it is the usual example.
NUMBER = "123456782"


@pytest.fixture
def held(adviser, site) -> SourceDocument:
    content = profile_text() + f"\nDe leerling heeft burgerservicenummer {NUMBER} gekregen.\n".encode()
    document = waiting_document(adviser, site, content)
    read_waiting(document.pk, now=timezone.now())
    document.refresh_from_db()
    return document


def test_the_document_is_held_apart_and_nothing_of_it_is_stored(held):
    assert held.status is State.QUARANTINED
    assert (held.reading, held.lines, held.school_name) == (None, [], "")
    stored = serializers.serialize("json", [*SourceDocument.anywhere.all(), *StoredFile.objects.all()])
    assert NUMBER not in stored


def test_the_person_sees_where_it_stands_but_not_the_number(held, browser):
    page = browser.get(f"/documenten/{held.pk}/").content.decode()
    line = held.private_places[0]["line"]
    assert f"regel {line}" in page
    assert "•••••••••" in page
    assert NUMBER not in page
    assert "lever het opnieuw in" in page


def test_a_held_file_cannot_be_downloaded_or_checked(held, browser):
    assert browser.get(f"/documenten/{held.pk}/bestand/").status_code == 404
    assert browser.get(f"/documenten/{held.pk}/nakijken/")["Location"] == f"/documenten/{held.pk}/"
    assert browser.post(f"/documenten/{held.pk}/nakijken/", {"path": "school.name", "choice": "leeg"}).status_code == 404


def test_when_the_person_has_seen_it_the_original_is_destroyed(held, browser):
    path = held.file.content.path
    browser.post(f"/documenten/{held.pk}/gezien/")
    held.file.refresh_from_db()
    assert held.file.destroyed_at
    assert not held.file.content.storage.exists(path)
    assert "Het bestand is verwijderd" in browser.get(f"/documenten/{held.pk}/").content.decode()
