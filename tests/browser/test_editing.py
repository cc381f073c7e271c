"""Can someone write an offer in a real browser: saved while typing, through a lost connection, beside a colleague, and without a mouse?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from dekkend.accounts.models import User
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from dekkend.profiles.actions import copy_forward, freeze_draft, make_draft, publish_draft, save_field
from dekkend.profiles.models import DraftChange, ProfileDraft
from tests.browser.conftest import session_of, violations
from tests.browser.editor import YEAR, eventually, field, limits, part, saved, values
from tests.corpus.school import vuursprot

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORD = """<html><head><style>p.MsoNormal {color: red}</style></head><body><!--StartFragment-->
<p class=MsoNormal style='color:red'>Wij zijn een&nbsp;<b>kleine</b> school.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>ieder kind telt</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>wij praten met ouders</p>
<p class=MsoNormal>Dat doen wij samen.</p><!--EndFragment--></body></html>"""


@pytest.fixture
def draft(site) -> ProfileDraft:
    return make_draft(site, vuursprot() | {"school_year": YEAR}, evidence={}, source=None, made_by=None, now=timezone.now())


@pytest.fixture
def person(site) -> Callable[[str], User]:
    def make(name: str) -> User:
        user = User.objects.create_user(f"{name.split()[0].lower()}@zilverkust.example", "vier woorden op rij", name=name)
        Membership.objects.create(user=user, role=Role.COORDINATOR.value, site=site)
        return user

    return make


@pytest.fixture
def browser_of(chromium, live_server) -> Iterator[Callable[..., Page]]:
    """A browser of one's own, in which the connection may go: what it says about that in its console is meant."""
    contexts: list[BrowserContext] = []

    def make(user: User, address: str, **options: Any) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL", **options)
        contexts.append(context)
        context.add_cookies([session_of(user, live_server.url)])
        page = context.new_page()
        page.goto(live_server.url + address)
        return page

    yield make
    for context in contexts:
        context.close()


def test_what_is_typed_stands_there_after_loading_the_page_again(site, draft, person, open_page):
    page = open_page(part(site, "vision"), user=person("Joris van Dam"))
    field(page, "vision").fill("Ieder kind telt mee.")
    saved(page)
    assert values(draft)["vision"] == "Ieder kind telt mee."
    page.reload()
    assert field(page, "vision").input_value() == "Ieder kind telt mee."
    assert page.locator("[data-kept]").is_hidden()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('dekkend-edit'))") == []


def test_a_choice_its_hours_and_what_is_read_in_them(site, draft, person, open_page):
    page = open_page(part(site, "expertise"), user=person("Joris van Dam"))
    row = page.locator('[data-item="expertise.mathematics"]')
    row.get_by_label("Ja", exact=True).check()
    row.get_by_label("Uren beschikbaar").fill("om de week een dag")
    expect(row).to_contain_text("4 uur per week")
    saved(page)
    assert values(draft)["expertise"]["rows"]["mathematics"] == {"choice": "yes", "note": "om de week een dag"}
    row.get_by_label("Niet beantwoord").check()
    expect(row.get_by_label("Niet beantwoord")).to_be_checked()
    eventually(page, lambda: values(draft)["expertise"]["rows"]["mathematics"]["choice"] is None)


def test_a_lost_connection_loses_nothing(site, draft, person, browser_of):
    page = browser_of(person("Joris van Dam"), part(site, "vision"))
    page.context.set_offline(True)
    field(page, "vision").fill("Getypt zonder verbinding.")
    expect(page.locator("[data-line-text]")).to_contain_text("staat veilig op dit apparaat")
    page.context.set_offline(False)
    saved(page)
    assert values(draft)["vision"] == "Getypt zonder verbinding."


def test_text_that_was_not_sent_is_offered_after_the_browser_was_closed(site, draft, person, browser_of, live_server):
    page = browser_of(person("Joris van Dam"), part(site, "vision"))
    context = page.context
    context.set_offline(True)
    field(page, "vision").fill("Getypt in de trein.")
    expect(page.locator("[data-line-text]")).to_contain_text("staat veilig op dit apparaat")
    page.close(run_before_unload=False)
    context.set_offline(False)
    page = context.new_page()
    page.goto(live_server.url + part(site, "vision"))
    expect(page.locator("[data-kept]")).to_contain_text("nog niet bewaard")
    page.get_by_role("button", name="Zet terug en bewaar").click()
    saved(page)
    assert values(draft)["vision"] == "Getypt in de trein."
    page.reload()
    assert page.locator("[data-kept]").is_hidden()


def test_a_number_of_a_child_is_kept_nowhere(site, draft, person, open_page):
    kept = "JSON.stringify(localStorage)"
    page = open_page(part(site, "vision"), user=person("Joris van Dam"))
    field(page, "vision").fill("Het nummer is 111222333.")
    expect(page.locator(".dk-field__error")).to_contain_text("BSN")
    assert "111222333" in field(page, "vision").input_value()
    assert "111222333" not in page.evaluate(kept)
    field(page, "vision").press_sequentially(" Ook nu.")
    assert "111222333" not in page.evaluate(kept)
    field(page, "vision").fill("Zonder nummer.")
    saved(page)
    assert values(draft)["vision"] == "Zonder nummer."
    assert "dekkend-edit" not in page.evaluate(kept)


def test_leaving_with_text_that_is_not_sent_asks_first(site, draft, person, browser_of):
    page = browser_of(person("Joris van Dam"), part(site, "vision"))
    page.context.set_offline(True)
    field(page, "vision").press_sequentially("Nog niet weg. ")
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.accept()


def test_whoever_was_signed_out_is_told_and_can_go_on_after_signing_in(site, draft, person, browser_of, live_server):
    joris = person("Joris van Dam")
    page = browser_of(joris, part(site, "vision"))
    page.context.clear_cookies()
    field(page, "vision").fill("Na een lange pauze.")
    expect(page.locator("[data-lock]")).to_contain_text("Log opnieuw in")
    page.context.add_cookies([session_of(joris, live_server.url)])
    page.evaluate("window.dispatchEvent(new Event('online'))")
    saved(page)
    assert values(draft)["vision"] == "Na een lange pauze."
    assert page.locator("[data-lock]").is_hidden()


def test_a_draft_that_was_frozen_meanwhile_says_so_and_keeps_the_text_here(site, draft, person, browser_of):
    page = browser_of(person("Joris van Dam"), part(site, "vision"))
    freeze_draft(draft, by=None, now=timezone.now())
    field(page, "vision").fill("Net te laat.")
    expect(page.locator("[data-lock]")).to_contain_text("vastgelegd")
    assert "Net te laat." in page.evaluate("JSON.stringify(localStorage)")


def test_two_people_in_one_text_both_keep_their_words(site, draft, person, browser_of):
    start = "Wij zijn een school aan zee. Wij lezen veel. Wij rekenen graag."
    save_field(draft.pk, "vision", start, base=0, by=None, now=timezone.now())
    one, two = (browser_of(person(name), part(site, "vision")) for name in ("Joris van Dam", "Marieke Terlinden"))
    field(one, "vision").fill(start.replace("school", "kleine school"))
    saved(one)
    field(two, "vision").fill(start.replace("graag", "elke dag"))
    expect(two.locator("[data-line-text]")).to_contain_text("Joris van Dam schreef in hetzelfde veld. Wat u beiden schreef")
    merged = "Wij zijn een kleine school aan zee. Wij lezen veel. Wij rekenen elke dag."
    expect(field(two, "vision")).to_have_value(merged)
    assert values(draft)["vision"] == merged


def test_two_different_answers_stand_side_by_side_until_someone_chooses(site, draft, person, browser_of):
    one, two = (browser_of(person(name), part(site, "general")) for name in ("Joris van Dam", "Marieke Terlinden"))
    field(one, "school.phone").fill("000-1111111")
    saved(one)
    field(two, "school.phone").fill("000-2222222")
    box = two.locator("[data-clash-box]")
    expect(box).to_contain_text("Joris van Dam gaf hier intussen een ander antwoord")
    expect(box).to_contain_text("000-1111111")
    assert violations(two) == []
    assert values(draft)["school"]["phone"] == "000-1111111"
    two.get_by_role("button", name="Houd mijn antwoord").click()
    expect(box).to_have_count(0)
    saved(two)
    assert values(draft)["school"]["phone"] == "000-2222222"
    field(one, "school.phone").fill("000-3333333")
    one.get_by_role("button", name="Neem dat van Marieke Terlinden").click()
    expect(field(one, "school.phone")).to_have_value("000-2222222")


def test_a_colleague_in_the_same_part_is_named(site, draft, person, browser_of):
    one, two = (browser_of(person(name), part(site, "vision")) for name in ("Joris van Dam", "Marieke Terlinden"))
    one.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    one.wait_for_timeout(300)
    two.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(two.locator("[data-others]")).to_contain_text("Joris van Dam")


def test_pasted_text_from_word_keeps_its_words_and_lists_and_no_styles(site, draft, person, open_page):
    page = open_page(part(site, "vision"), user=person("Joris van Dam"))
    field(page, "vision").fill("")
    field(page, "vision").evaluate(
        """(place, html) => {
            place.focus();
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "x");
            place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        WORD,
    )
    expect(field(page, "vision")).to_have_value(
        "Wij zijn een kleine school.\n\n- ieder kind telt\n- wij praten met ouders\n\nDat doen wij samen."
    )
    saved(page)
    assert "- ieder kind telt" in values(draft)["vision"]


def test_a_list_grows_moves_and_shrinks_by_keyboard_and_a_removal_is_undone(site, draft, person, open_page):
    page = open_page(part(site, "extra_support"), user=person("Joris van Dam"))
    before = limits(draft)
    page.get_by_role("button", name="Voeg een regel toe").press("Enter")
    page.keyboard.type("Een derde grens")
    page.keyboard.press("Alt+ArrowUp")
    eventually(page, lambda: limits(draft) == [before[0], "Een derde grens", before[1]])
    page.get_by_role("button", name="Haal weg").first.press("Enter")
    eventually(page, lambda: limits(draft) == ["Een derde grens", before[1]])
    page.locator("h1").click()
    with page.expect_navigation():
        page.keyboard.press("Control+z")
    assert before[0] in limits(draft)


def test_the_whole_form_goes_by_keyboard(site, draft, person, open_page):
    page = open_page(part(site, "introduction"), user=person("Joris van Dam"))
    field(page, "introduction").focus()
    page.keyboard.type("Welkom. ")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert page.url.endswith("/deel/general/")
    assert "Welkom." in values(draft)["introduction"]


def test_the_second_year_is_a_matter_of_confirming(site, draft, person, open_page):
    publish_draft(draft, on=timezone.localdate())
    next_year = copy_forward(site, "2026-2027", by=None, now=timezone.now())
    page = open_page(part(site, "expertise", "2026-2027"), user=person("Joris van Dam"))
    assert "12 antwoorden komen uit 2025-2026" in page.inner_text("main")
    page.locator('[data-item="expertise.autism"]').get_by_role("button", name="Bevestig").click()
    expect(page.locator('[data-item="expertise.autism"]')).to_contain_text("bevestigd op")
    with page.expect_navigation():
        page.get_by_role("button", name="Bevestig alles op dit scherm").click()
    assert "te bevestigen" not in page.locator("form[data-editor]").inner_text()
    standing = ProfileDraft.anywhere.get(pk=next_year.pk).standing
    assert not any(entry["open"] for path, entry in standing.items() if path.startswith("expertise."))


def test_without_a_script_the_part_is_posted_whole(site, draft, person, open_page):
    page = open_page(part(site, "vision"), user=person("Joris van Dam"), java_script_enabled=False)
    field(page, "vision").fill("Zonder script.")
    page.get_by_role("button", name="Ga verder met").click()
    assert page.url.endswith("/deel/basic_quality/")
    assert values(draft)["vision"] == "Zonder script."
    assert DraftChange.anywhere.filter(draft=draft).count() == 1


def test_going_on_without_a_connection_stays_here_with_the_text(site, draft, person, browser_of):
    page = browser_of(person("Joris van Dam"), part(site, "vision"))
    page.context.set_offline(True)
    field(page, "vision").fill("Bijna weg.")
    page.get_by_role("button", name="Ga verder met").click()
    expect(page.locator("[data-line-text]")).to_contain_text("staat veilig op dit apparaat")
    assert page.url.endswith("/deel/vision/")
    page.context.set_offline(False)
    saved(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Ga verder met").click()
    assert values(draft)["vision"] == "Bijna weg."


def test_what_is_no_date_holds_nobody_up_but_takes_them_to_the_field(site, draft, person, open_page):
    page = open_page(part(site, "general"), user=person("Joris van Dam"))
    field(page, "adoption.drafted_on").fill("na de zomer")
    page.get_by_role("button", name="Ga verder met").click()
    expect(field(page, "adoption.drafted_on")).to_be_focused()
    expect(page.locator('[data-item="adoption.drafted_on"]')).to_contain_text("datum")
    field(page, "adoption.drafted_on").fill("september 2025")
    with page.expect_navigation():
        page.get_by_role("button", name="Ga verder met").click()
    assert values(draft)["adoption"]["drafted_on"] == "2025-09"


def test_a_narrow_screen_opens_the_list_of_parts_above_the_page(site, draft, person, open_page):
    page = open_page(part(site, "vision"), user=person("Joris van Dam"), width=360)
    link = page.get_by_role("link", name="Basiskwaliteit")
    assert not link.is_visible()
    page.get_by_role("button", name="Alle onderdelen").click()
    link.click()
    assert page.url.endswith("/deel/basic_quality/")
