"""Does a checked reading become the draft of the right school and year, with its source?"""

import pytest

from dekkend.organisations.words import Role
from dekkend.profiles.models import ProfileDraft
from dekkend.reading.words.states import State
from tests.factories.documents import profile_text, read_document
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def matching(site):
    """A school at the address that stands in the document."""
    return a_site(site.partnership, site.board, name="De Vuurtoren", street="Zeewierpad", house_number="12", postcode="9999 ZZ")


def address(document) -> str:
    return f"/documenten/{document.pk}/overnemen/"


def take_over(client, document, site, year="2024-2025", **more):
    return client.post(address(document), {"site": site.pk, "school_year": year, **more})


def test_the_school_at_the_address_in_the_document_is_suggested_with_the_reason(browser, document, matching):
    response = browser.get(address(document))
    assert response.context["form"].initial["site"] == matching.pk
    assert "Adres en naam zijn gelijk." in response.content.decode()


def test_the_draft_holds_the_values_the_answers_and_the_source(browser, document, matching):
    browser.post(f"/documenten/{document.pk}/nakijken/", {"path": "external_experts.physiotherapy", "choice": "leeg"})
    response = take_over(browser, document, matching)
    assert response["Location"] == f"/scholen/{matching.brin6}/2024-2025/"
    draft = ProfileDraft.anywhere.get()
    assert draft.values["school"]["name"] == "De Vuurtoren"
    assert draft.values["external_experts"]["rows"]["physiotherapy"]["choice"] is None
    assert draft.source.sha256 == document.sha256
    assert draft.evidence["external_experts.physiotherapy"]["by"].startswith("Leeg gelaten")
    assert draft.evidence["facilities.lift"]["by"] == "reader"
    document.refresh_from_db()
    assert (document.state, document.site, document.draft) == (State.ACCEPTED, matching, draft)


def test_what_nobody_checked_is_called_so_on_the_page(browser, document, matching):
    take_over(browser, document, matching)
    address = f"/scholen/{matching.brin6}/2024-2025/"
    assert "nog niet nagekeken" in browser.get(address).content.decode()


def test_a_second_document_for_the_same_year_asks_before_it_replaces(browser, document, matching, adviser, site):
    take_over(browser, document, matching)
    other = read_document(adviser, site, content=profile_text(ending="\nSlot."))
    asked = take_over(browser, other, matching)
    assert asked.status_code == 422
    assert "Vervang het oude concept" in asked.content.decode()
    assert take_over(browser, other, matching, replace="ja").status_code == 302
    assert ProfileDraft.anywhere.count() == 2
    assert ProfileDraft.anywhere.filter(replaced_at__isnull=True).get().source.sha256 == other.sha256


def test_a_document_is_taken_over_once(browser, document, matching):
    take_over(browser, document, matching)
    assert take_over(browser, document, matching, replace="ja")["Location"] == f"/documenten/{document.pk}/"
    assert ProfileDraft.anywhere.count() == 1


@pytest.mark.parametrize(("year", "said"), [("", "Vul het schooljaar in"), ("vorig jaar", "Schrijf het als 2023-2024")])
def test_a_wrong_school_year_is_refused_beside_its_field(browser, document, matching, year, said):
    response = take_over(browser, document, matching, year)
    assert response.status_code == 422
    assert said in response.content.decode()


def test_a_document_cannot_be_taken_over_for_a_school_elsewhere(browser, document):
    response = take_over(browser, document, a_site(a_region("SWV Elders")))
    assert response.status_code == 422
    assert not ProfileDraft.anywhere.exists()


def test_the_original_comes_back_byte_for_byte_as_a_download(browser, document):
    response = browser.get(f"/documenten/{document.pk}/bestand/")
    assert b"".join(response.streaming_content) == profile_text()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("what", ["", "nakijken/", "overnemen/", "bestand/"])
def test_a_document_of_another_region_is_not_there(signed_in, document, what):
    elsewhere = a_site(a_region("SWV Elders"))
    assert signed_in(Role.ADVISER, elsewhere).get(f"/documenten/{document.pk}/{what}").status_code == 404


def test_a_coordinator_sees_only_the_documents_of_the_own_site_and_the_own_uploads(signed_in, browser, document, matching, site):
    coordinator = signed_in(Role.COORDINATOR, matching)
    assert coordinator.get(f"/documenten/{document.pk}/").status_code == 404
    take_over(browser, document, matching)
    assert coordinator.get(f"/documenten/{document.pk}/").status_code == 200
    assert signed_in(Role.COORDINATOR, site).get(f"/documenten/{document.pk}/").status_code == 404
