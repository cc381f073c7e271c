"""Does a checked reading become the draft of the right school and year, with its source?"""

import pytest

from dekkend.accounts.models import User
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from dekkend.profiles.models import ProfileDraft
from dekkend.reading.models import SourceDocument
from dekkend.reading.words.states import State
from tests.factories.documents import profile_text, read_document
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def matching(site):
    """A school at the address that stands in the document."""
    return a_site(site.partnership, site.board, name="De Vuursprot", street="Zeewierpad", house_number="12", postcode="9999 ZZ")


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
    assert draft.values["school"]["name"] == "De Vuursprot"
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
    assert "Vervang alles in het concept" in asked.content.decode()
    assert take_over(browser, other, matching, replace="ja").status_code == 302
    assert ProfileDraft.anywhere.count() == 1
    assert ProfileDraft.anywhere.filter(closed_at__isnull=True).get().source.sha256 == other.sha256


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


@pytest.fixture
def two_roles(signed_in, matching, site):
    """The browser of someone who teaches at the school of the document and is coordinator at another."""
    browser = signed_in(Role.COORDINATOR, site)
    person = User.objects.get(pk=browser.session["_auth_user_id"])
    Membership.objects.create(user=person, role=Role.TEACHER.value, site=matching)
    return browser


@pytest.mark.parametrize("what", ["", "nakijken/", "overnemen/", "bestand/"])
def test_an_editor_elsewhere_opens_no_document_of_the_school_where_they_teach(two_roles, browser, document, matching, what):
    take_over(browser, document, matching)
    assert two_roles.get(f"/documenten/{document.pk}/{what}").status_code == 404


def test_an_editor_elsewhere_answers_and_takes_over_nothing_of_the_school_where_they_teach(two_roles, document, matching):
    SourceDocument.anywhere.filter(pk=document.pk).update(site=matching)
    answer = {"path": "external_experts.physiotherapy", "choice": "leeg"}
    assert two_roles.post(f"/documenten/{document.pk}/nakijken/", answer).status_code == 404
    assert take_over(two_roles, document, matching).status_code == 404
    assert not document.decisions.exists()


def test_an_editor_elsewhere_takes_over_no_own_upload_for_the_school_where_they_teach(two_roles, matching, site):
    person = User.objects.get(pk=two_roles.session["_auth_user_id"])
    own = read_document(person, site)
    assert matching not in two_roles.get(address(own)).context["form"].fields["site"].queryset
    assert matching.pk not in {candidate.id for candidate, _ in two_roles.get(address(own)).context["suggestions"]}
    assert take_over(two_roles, own, matching).status_code == 422
    assert take_over(two_roles, own, site).status_code == 302
