"""Can someone lay a document beside a draft that is there already, and take over answer by answer?"""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from dekkend.profiles.actions import make_draft
from dekkend.profiles.actions.region_form import keep_form, put_in_force
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, RestorePoint
from dekkend.profiles.rules.values import empty_profile
from dekkend.reading.words.states import State
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db(transaction=True)
YEAR = "2024-2025"


@pytest.fixture
def draft(site) -> ProfileDraft:
    empty = empty_profile(load_template(), YEAR, site.brin6)
    empty["values"]["school"]["name"] = "De Oude Vuursprot"
    empty["values"]["vision"] = "Zelf geschreven."
    return make_draft(site, empty, evidence={}, source=None, made_by=None, now=timezone.now())


def address(document: Any, site: Any) -> str:
    return f"/documenten/{document.pk}/verschillen/{site.brin6}/{YEAR}/"


def fresh(draft: ProfileDraft) -> ProfileDraft:
    return ProfileDraft.anywhere.get(pk=draft.pk)


def test_the_screen_that_takes_over_leads_here_when_there_is_a_draft(browser, document, site, draft):
    response = browser.post(f"/documenten/{document.pk}/overnemen/", {"site": site.pk, "school_year": YEAR})
    assert address(document, site) in response.content.decode()


def test_both_answers_stand_side_by_side_with_the_words_of_the_document(browser, document, site, draft):
    page = browser.get(address(document, site))
    pairs = {pair.difference.path: pair for _, section in page.context["sections"] for pair in section}
    assert (pairs["school.name"].yours, pairs["school.name"].read) == ("De Oude Vuursprot", "De Vuursprot")
    assert not pairs["school.name"].proposed
    assert pairs["school.phone"].proposed
    assert "Zelf geschreven." in page.content.decode()


def test_what_is_chosen_is_taken_over_and_the_rest_stays(browser, document, site, draft):
    response = browser.post(address(document, site), {"do": "chosen", "take": ["school.phone", "facilities.lift"]})
    assert response["Location"] == f"/scholen/aanbod/{site.brin6}/{YEAR}/"
    values = fresh(draft).values
    assert values["school"]["name"] == "De Oude Vuursprot"
    assert values["school"]["phone"] == vuursprot()["values"]["school"]["phone"]
    assert values["facilities"]["rows"]["lift"]["choice"] == "present"
    assert fresh(draft).evidence["facilities.lift"]["by"] == "reader"
    assert RestorePoint.anywhere.filter(draft=draft).exists()
    document.refresh_from_db()
    assert (document.state, document.draft) == (State.ACCEPTED, draft)


def test_a_section_is_taken_over_and_the_others_wait(browser, document, site, draft):
    response = browser.post(address(document, site), {"do": "section:general"})
    assert response["Location"].endswith("#verschillen")
    assert fresh(draft).values["school"]["name"] == "De Vuursprot"
    assert fresh(draft).values["vision"] == "Zelf geschreven."
    document.refresh_from_db()
    assert document.state == State.READ


def test_all_or_none(browser, document, site, draft):
    browser.post(address(document, site), {"do": "none"})
    assert fresh(draft).values == draft.values
    document.refresh_from_db()
    assert document.state == State.ACCEPTED
    assert browser.get(address(document, site))["Location"] == f"/documenten/{document.pk}/"


def test_all_of_it(browser, document, site, draft):
    browser.post(address(document, site), {"do": "all"})
    assert fresh(draft).values["school"]["name"] == "De Vuursprot"
    assert fresh(draft).values["vision"] != "Zelf geschreven."


def test_a_draft_out_of_reach_is_not_there(browser, document):
    other = a_site(a_region("SWV Elders"))
    profile = vuursprot() | {"school_year": YEAR}
    make_draft(other, profile, evidence={}, source=None, made_by=None, now=timezone.now())
    assert browser.get(address(document, other)).status_code == 404
    assert browser.post(address(document, other), {"do": "all"}).status_code == 404


def test_a_document_lies_beside_a_draft_on_the_form_of_the_region(browser, document, site, draft):
    """The document was read with the form itself; the region took a row away, so its answer is offered as a row of the school's own."""
    overlay = {"titles": {}, "retired": ["facilities.lift"], "rows": []}
    keep_form(site.partnership, YEAR, "", overlay, by=None, now=timezone.now())
    put_in_force(site.partnership, YEAR, "", by=None, now=timezone.now())
    page = browser.get(address(document, site))
    paths = {pair.difference.path for _, section in page.context["sections"] for pair in section}
    assert "facilities.own_rows" in paths
    browser.post(address(document, site), {"do": "all"})
    moved = ProfileDraft.anywhere.get(site=site, closed_at__isnull=True)
    assert "lift" not in moved.values["facilities"]["rows"]
    assert "Lift" in [row["label"] for row in moved.values["facilities"]["own_rows"]]
