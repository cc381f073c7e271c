"""Does handing in keep every file once, say what is known, and read in the background?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dekkend.config.work import drain
from dekkend.files.models import StoredFile
from dekkend.organisations.words import Role
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.models import SourceDocument, UploadBatch
from dekkend.reading.words.states import State
from tests.factories.documents import profile_text, read_document, waiting_document

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "/documenten/"


def hand_in(client, site, *files, **more):
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(ADDRESS, {"documents": uploads, "partnership": site.partnership_id}, follow=True, **more)


def test_several_files_are_taken_in_at_once_and_read_in_the_background(browser, site):
    page = hand_in(browser, site, ("een.txt", profile_text()), ("twee.txt", b"Dit is geen profiel."))
    assert "0 van 2 bestanden gelezen" in page.content.decode()
    assert drain() == 2
    states = dict(SourceDocument.anywhere.values_list("name", "state"))
    assert states == {"een.txt": State.READ, "twee.txt": State.REFUSED}


def test_the_list_says_what_was_understood_of_each_file(browser, site):
    hand_in(browser, site, ("een.txt", profile_text()), ("leeg.txt", b""))
    drain()
    page = browser.get(ADDRESS).content.decode()
    assert "De Vuursprot" in page
    assert "2024-2025" in page
    assert " zeker</li>" in page
    assert "Dit bestand is leeg" in page


def test_progress_is_a_sentence_with_figures_that_asks_for_itself_until_done(browser, site):
    hand_in(browser, site, ("een.txt", profile_text()))
    address = f"{ADDRESS}stapel/{UploadBatch.anywhere.get().pk}/"
    before = browser.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "0 van 1 bestand gelezen" in before
    assert "hx-get" in before
    assert "<html" not in before
    drain()
    after = browser.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "1 bestand is gelezen" in after
    assert "hx-get" not in after


def test_the_same_bytes_under_another_name_are_not_read_twice_and_the_screen_says_so(browser, site):
    hand_in(browser, site, ("een.txt", profile_text()))
    drain()
    page = hand_in(browser, site, ("kopie.txt", profile_text()), ("ander.txt", profile_text(ending="\nEen slot."))).content.decode()
    assert "kopie.txt is precies hetzelfde bestand als een.txt" in page
    assert sorted(SourceDocument.anywhere.values_list("name", flat=True)) == ["ander.txt", "een.txt"]


def test_twice_the_same_file_in_one_go_is_kept_once(browser, site):
    page = hand_in(browser, site, ("a.txt", profile_text()), ("b.txt", profile_text())).content.decode()
    assert "b.txt is precies hetzelfde bestand als a.txt" in page
    assert SourceDocument.anywhere.count() == 1


def test_a_refused_file_may_be_handed_in_again_and_its_bytes_are_gone(browser, site):
    for _ in range(2):
        hand_in(browser, site, ("leeg.txt", b""))
        drain()
    assert SourceDocument.anywhere.filter(state=State.REFUSED).count() == 2
    assert all(stored.destroyed_at and not stored.content for stored in StoredFile.objects.all())


def test_without_a_file_the_form_asks_for_one(browser, site):
    response = browser.post(ADDRESS, {"partnership": site.partnership_id})
    assert response.status_code == 422
    assert "Kies een of meer bestanden." in response.content.decode()


def test_a_file_cannot_be_handed_in_for_another_region(browser, site):
    from tests.factories.organisations import a_region

    response = browser.post(ADDRESS, {"documents": [SimpleUploadedFile("a.txt", b"x")], "partnership": a_region("SWV Elders").pk})
    assert response.status_code == 422
    assert not SourceDocument.anywhere.exists()


def test_too_many_files_at_once_are_refused_with_a_way_out(browser, site, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    page = hand_in(browser, site, *[(f"{at}.txt", b"x") for at in range(3)])
    assert page.status_code == 400
    assert "U kunt er hoogstens 2 in een keer inleveren" in page.content.decode()


def test_when_the_transaction_fails_nothing_is_stored_and_no_job_is_left(browser, site, monkeypatch):
    monkeypatch.setattr("dekkend.reading.jobs.read_later", lambda _: 1 / 0)
    browser.raise_request_exception = False
    assert hand_in(browser, site, ("een.txt", profile_text())).status_code == 500
    assert not SourceDocument.anywhere.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.COUNCIL])
def test_a_teacher_or_council_member_does_not_hand_in(signed_in, site, role):
    assert signed_in(role, site).get(ADDRESS).status_code == 403


@pytest.mark.parametrize(
    ("asked", "shown"), [("zoek=vuursprot", 1), ("zoek=twee", 1), ("nu=refused", 1), ("nu=accepted", 0), ("sorteer=school&pagina=x", 2)]
)
def test_a_document_is_found_by_its_name_its_school_and_how_it_stands(browser, site, asked, shown):
    hand_in(browser, site, ("een.txt", profile_text()), ("twee.txt", b"Dit is geen profiel."))
    drain()
    assert browser.get(f"{ADDRESS}?{asked}").content.decode().count('<th scope="row"') == shown


def test_the_documents_can_be_taken_away_as_a_list(browser, site):
    hand_in(browser, site, ("een.txt", profile_text()), ("leeg.txt", b""))
    drain()
    head, first, second = b"".join(browser.get(f"{ADDRESS}?als=csv&sorteer=bestand")).decode("utf-8-sig").splitlines()
    assert head == "Bestand;School;Jaar;Wat wij lazen;Nu"
    assert first.startswith("een.txt;De Vuursprot;2024-2025;")
    assert first.endswith(" leeg;Gelezen")
    assert second.startswith("leeg.txt;niet bekend;niet bekend;Dit bestand is leeg")


def test_the_list_says_of_every_file_what_became_of_it(browser, adviser, site):
    waiting_document(adviser, site, b"wacht nog", name="1-wacht.txt")
    held = waiting_document(adviser, site, profile_text() + b"\nBSN 123456782\n", name="2-nummer.txt")
    read_waiting(held.pk, now=timezone.now())
    lines = b"".join(browser.get(f"{ADDRESS}?als=csv&sorteer=bestand")).decode("utf-8-sig").splitlines()[1:]
    assert [line.split(";")[3] for line in lines] == ["nog niet gelezen", "Er staat een nummer in dat wij niet mogen bewaren."]


def test_a_batch_that_was_read_shows_how_sure_it_is(browser, adviser, site):
    document = read_document(adviser, site)
    page = browser.get(f"/documenten/stapel/{document.batch_id}/").content.decode()
    assert "Hoe zeker wij zijn van wat wij lazen" in page
    assert f'<th scope="row">Onzeker</th><td class="dk-table__number">{document.counts["unsure"]}</td>' in page


@pytest.mark.parametrize("documents", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_document_as_for_three(browser, site, documents, django_assert_num_queries):
    hand_in(browser, site, *[(f"{at}.txt", profile_text(ending=f"\nSlot {at}.")) for at in range(documents)])
    drain()
    browser.get(ADDRESS)
    # session, user, roles, regions of the form, number of documents, documents
    with django_assert_num_queries(6):
        browser.get(ADDRESS)
