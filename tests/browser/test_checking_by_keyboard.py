"""Can someone check a whole reading with the keyboard alone, and also without any script?"""

from __future__ import annotations

import pytest

from dekkend.config.work import drain
from dekkend.profiles.models import ProfileDraft
from dekkend.reading.models import SourceDocument
from dekkend.reading.queries import standing_decisions
from tests.browser.conftest import violations
from tests.factories.documents import profile_text, read_document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHYSIO = "external_experts.physiotherapy"


@pytest.fixture
def document(site, adviser, open_page) -> SourceDocument:
    return read_document(adviser, site)


def review(document: SourceDocument, path: str = "") -> str:
    return f"/documenten/{document.pk}/nakijken/" + (f"?vraag={path}" if path else "")


def test_enter_accepts_and_the_next_question_follows_until_all_is_done(document, adviser, open_page):
    page = open_page(review(document), user=adviser)
    asked = int(page.locator("#voortgang").get_attribute("max"))
    for _ in range(asked):
        if page.locator('[name="choice"]:checked').count() == 0:
            page.keyboard.press("1")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert page.url.endswith("/overnemen/")
    assert len(standing_decisions(document)) == asked


def test_a_digit_chooses_s_skips_and_z_takes_back(document, adviser, open_page):
    page = open_page(review(document, PHYSIO), user=adviser)
    page.keyboard.press("2")
    assert page.locator('[name="choice"]:checked').get_attribute("value") == "1"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert standing_decisions(document)[PHYSIO].answer == "corrected"
    before = page.url
    with page.expect_navigation():
        page.keyboard.press("s")
    assert page.url != before
    with page.expect_navigation():
        page.keyboard.press("z")
    assert standing_decisions(document) == {}
    assert "Teruggezet: Fysiotherapie" in page.inner_text("main")


def test_typing_in_a_field_triggers_no_key_and_chooses_that_field(document, adviser, open_page):
    page = open_page(review(document, "school.phone"), user=adviser)
    page.fill("#anders", "")
    page.type("#anders", "z s 1")
    assert page.locator("#anders").input_value() == "z s 1"
    assert page.locator('[name="choice"]:checked').get_attribute("value") == "anders"


def test_single_keys_can_be_switched_off_and_stay_off(document, adviser, open_page):
    page = open_page(review(document, PHYSIO), user=adviser)
    page.get_by_role("button", name="Zet sneltoetsen uit").click()
    page.reload()
    chosen = page.locator('[name="choice"]:checked').get_attribute("value")
    page.keyboard.press("3")
    assert page.locator('[name="choice"]:checked').get_attribute("value") == chosen
    assert page.get_by_role("button", name="Zet sneltoetsen aan").is_visible()


def test_the_evidence_is_in_sight(document, adviser, open_page):
    page = open_page(review(document, PHYSIO), user=adviser)
    mark, region = page.locator("#citaat mark").bounding_box(), page.locator(".dk-page-text").bounding_box()
    assert region["y"] <= mark["y"] <= region["y"] + region["height"]


def test_from_handing_in_to_a_draft_without_any_script(site, adviser, open_page, tmp_path):
    sample = tmp_path / "sop.txt"
    sample.write_bytes(profile_text())
    page = open_page("/documenten/", user=adviser, java_script_enabled=False)
    page.set_input_files("[name=documents]", [sample])
    page.get_by_role("button", name="Lees deze bestanden").click()
    assert "0 van 1 bestand gelezen" in page.inner_text("main")
    drain()
    page.get_by_role("link", name="Ververs dit scherm").click()
    page.get_by_role("link", name="sop.txt").click()
    page.locator('[name="choice"]').first.check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.get_by_role("link", name="Neem over").first.click()
    page.get_by_role("button", name="Neem over als concept").click()
    assert "Dit is een concept" in page.inner_text("main")
    assert ProfileDraft.anywhere.get().site == site


def test_progress_moves_on_by_itself_and_says_when_it_is_done(site, adviser, open_page, tmp_path):
    sample = tmp_path / "sop.txt"
    sample.write_bytes(profile_text())
    page = open_page("/documenten/", user=adviser)
    page.set_input_files("[name=documents]", [sample])
    page.get_by_role("button", name="Lees deze bestanden").click()
    assert violations(page) == []
    drain()
    page.get_by_text("1 bestand is gelezen").wait_for(timeout=10_000)
    assert page.get_by_text("De Vuursprot").is_visible()
