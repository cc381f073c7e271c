"""Does a region get all its documents in one file, made in the background, school by school, also when a worker dies halfway?"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.config.work import drain
from dekkend.files.models import StoredFile
from dekkend.organisations.words import Role
from dekkend.publishing import jobs
from dekkend.publishing.actions import bundling, documents
from dekkend.publishing.actions.documents import write_region
from dekkend.publishing.models import Bundle, BundlePart
from tests.factories.bundles import a_bundle
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()
PLACE = "/scholen/publicaties/"


@pytest.fixture
def two_schools(site):
    a_public_offer(site, on=TODAY)
    a_public_offer(a_site(site.partnership, name="De Oude Haven"), on=TODAY)
    a_public_offer(a_site(a_region("SWV Elders"), name="Elders"), on=TODAY)
    return site


def asked(client: Client) -> Bundle:
    response = client.post(PLACE)
    bundle = Bundle.anywhere.get()
    assert response["Location"] == f"{PLACE}{bundle.pk}/"
    return bundle


def taken(client: Client, bundle: Bundle) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(client.get(f"{PLACE}{bundle.pk}/alles.zip").streaming_content)))


def test_an_adviser_gets_the_documents_of_every_public_school_of_the_region(two_schools, signed_in) -> None:
    client = signed_in(Role.ADVISER, two_schools)
    bundle = asked(client)
    drain()
    assert "De documenten van 2 scholen zijn klaar." in client.get(f"{PLACE}{bundle.pk}/").content.decode()
    whole = taken(client, bundle)
    folders = {name.split("/")[0] for name in whole.namelist() if "/" in name}
    assert len(folders) == 2
    assert not any("elders" in name for name in folders)
    assert len(whole.namelist()) == 2 * 3 + 3


def test_every_file_stands_in_the_list_with_its_fingerprint(two_schools, signed_in) -> None:
    client = signed_in(Role.ADVISER, two_schools)
    bundle = asked(client)
    drain()
    whole = taken(client, bundle)
    rows = list(csv.reader(io.StringIO(whole.read("inhoud.csv").decode("utf-8-sig")), delimiter=";"))[1:]
    assert len(rows) == 6
    assert all(hashlib.sha256(whole.read(row[5])).hexdigest() == row[6] for row in rows)
    listed = json.loads(whole.read("manifest.json"))["schools"]
    assert [file["path"] for school in listed for file in school["files"]] == [row[5] for row in rows]
    assert "2 scholen" in whole.read("LEESMIJ.txt").decode()


def test_a_worker_that_died_halfway_loses_one_school(two_schools, signed_in) -> None:
    bundle = asked(signed_in(Role.ADVISER, two_schools))
    first, second = BundlePart.objects.filter(bundle=bundle).values_list("pk", flat=True)
    bundling.make_part(first, now=timezone.now())  # and then it is gone
    made = BundlePart.objects.get(pk=first).file_id
    drain()  # another worker gets the same job
    bundle.refresh_from_db()
    assert bundle.file is not None
    assert BundlePart.objects.get(pk=first).file_id == made
    assert BundlePart.objects.get(pk=second).done_at


def test_doing_a_part_or_the_whole_twice_does_no_harm(two_schools, signed_in) -> None:
    bundle = asked(signed_in(Role.ADVISER, two_schools))
    drain()
    kept = StoredFile.objects.filter(destroyed_at=None).count()
    for part in bundle.parts.all():
        bundling.make_part(part.pk, now=timezone.now())
    assert not bundling.join(bundle.pk, now=timezone.now())
    assert StoredFile.objects.filter(destroyed_at=None).count() == kept


def test_a_school_that_cannot_be_made_does_not_stop_the_others(two_schools, monkeypatch, signed_in) -> None:
    real = bundling.papers_of

    def refusing(version, **given):
        if version.site.name == "De Oude Haven":
            raise ValueError("no")
        return real(version, **given)

    monkeypatch.setattr(bundling, "papers_of", refusing)
    client = signed_in(Role.ADVISER, two_schools)
    bundle = asked(client)
    drain()
    assert "Van 1 school lukte het niet." in client.get(f"{PLACE}{bundle.pk}/").content.decode()
    assert "De Oude Haven" in taken(client, bundle).read("LEESMIJ.txt").decode().splitlines()[-1]


def broken_pdf_of_the_form(monkeypatch) -> None:
    real = documents.written

    def refusing(sheet):
        if "ondersteuningsprofiel" in sheet.path and sheet.path.endswith(".pdf") and "oude-haven" in sheet.path:
            raise ValueError("no")
        return real(sheet)

    monkeypatch.setattr(documents, "written", refusing)


def test_a_document_that_cannot_be_made_does_not_take_the_others_of_its_school(two_schools, monkeypatch, signed_in) -> None:
    broken_pdf_of_the_form(monkeypatch)
    client = signed_in(Role.ADVISER, two_schools)
    bundle = asked(client)
    drain()
    whole = taken(client, bundle)
    assert sum("oude-haven" in name for name in whole.namelist()) == 2
    assert "Van 1 school lukte het niet." in client.get(f"{PLACE}{bundle.pk}/").content.decode()
    assert whole.read("LEESMIJ.txt").decode().splitlines()[-1].endswith("alle documenten te maken: De Oude Haven.")
    assert "niet gemaakt" in whole.read("inhoud.csv").decode()


def test_the_command_goes_on_after_a_document_that_cannot_be_made(two_schools, monkeypatch) -> None:
    broken_pdf_of_the_form(monkeypatch)
    schools = write_region(two_schools.partnership, io.BytesIO(), today=TODAY, tell=lambda done, total: None)
    assert sorted(len(school.made) for school in schools) == [2, 3]


def test_asking_twice_leads_to_the_one_that_is_being_made(two_schools, signed_in) -> None:
    client = signed_in(Role.ADVISER, two_schools)
    asked(client)
    asked(client)


def test_without_a_public_school_there_is_nothing_to_make(site, signed_in) -> None:
    response = signed_in(Role.ADVISER, site).post(PLACE, follow=True)
    assert "Er is nog geen school met een openbaar aanbod." in response.content.decode()
    assert not Bundle.anywhere.exists()


def test_what_nobody_finished_says_so_and_can_be_asked_again(two_schools, signed_in) -> None:
    client = signed_in(Role.ADVISER, two_schools)
    bundle = asked(client)
    Bundle.anywhere.update(asked_at=timezone.now() - timedelta(hours=2))
    assert "Het bestand is niet afgekomen." in client.get(f"{PLACE}{bundle.pk}/").content.decode()
    assert client.post(PLACE)["Location"] != f"{PLACE}{bundle.pk}/"


def test_it_is_thrown_away_after_its_days(two_schools, settings, signed_in) -> None:
    settings.BUNDLE_KEPT_DAYS = 14
    bundle = asked(signed_in(Role.ADVISER, two_schools))
    drain()
    asked_at = Bundle.anywhere.get().asked_at
    jobs.take_up_bundles(now=asked_at + timedelta(days=14))
    assert Bundle.anywhere.filter(pk=bundle.pk).exists()
    jobs.take_up_bundles(now=asked_at + timedelta(days=14, seconds=1))
    assert not Bundle.anywhere.exists()
    assert not StoredFile.objects.filter(destroyed_at=None).exists()


def test_asking_and_taking_are_written_down(two_schools, signed_in) -> None:
    client = signed_in(Role.ADVISER, two_schools)
    bundle = asked(client)
    drain()
    taken(client, bundle)
    events = set(Entry.objects.values_list("event", flat=True))
    assert {"publishing.bundle_asked", "publishing.bundle_taken"} <= events


def test_the_command_writes_the_same_documents(two_schools, signed_in) -> None:
    bundle = asked(signed_in(Role.ADVISER, two_schools))
    drain()
    out, told = io.BytesIO(), []
    schools = write_region(two_schools.partnership, out, today=TODAY, tell=lambda done, total: told.append((done, total)))
    made = {each["name"]: each["sha256"] for part in bundle.parts.all() for each in part.made}
    assert {file.name: file.sha256 for school in schools for file in school.made} == made
    assert told[-1] == (2, 2)


def test_three_files_ask_the_database_no_more_than_one(two_schools, signed_in) -> None:
    client = signed_in(Role.ADVISER, two_schools)
    a_bundle(two_schools.partnership)
    client.get(PLACE)
    with CaptureQueriesContext(connection) as one:
        client.get(PLACE)
    for _ in range(2):
        a_bundle(two_schools.partnership)
    with CaptureQueriesContext(connection) as three:
        client.get(PLACE)
    assert len(three) == len(one)
