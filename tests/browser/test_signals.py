"""Are the pages on which visitors report and schools, boards and regions answer accessible, and does the whole way work by keyboard?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.signals.actions import answering, count_unknown
from dekkend.signals.models import Signal
from dekkend.signals.words import SignalState
from tests.browser.conftest import width_of
from tests.browser.test_every_screen import NOT_THERE, WAYS, look, someone
from tests.factories.offers import a_public_offer
from tests.factories.signals import AUTISM, a_cluster_answer, a_note, a_report, said_no, token_of

YEAR = "2025-2026"
FORM = f"/scholen/{{brin6}}/{YEAR}/klopt-niet/"
PUBLIC = [FORM, f"{FORM}?plek={AUTISM}", "/melding/{token}/", "/melding/{answered}/", "/melding/bestaat-niet/"]
OF_SCHOOL = ["/signalen/", "/signalen/{open}/", "/signalen/{closed}/"]
OF_REGION = ["/signalen/regio/", "/signalen/regio/opschrijven/", f"/signalen/regio/soort/{AUTISM}/", "/signalen/regio/overig/"]
OF_BOARD = [f"/signalen/regio/soort/{AUTISM}/"]
SCREENS = [*PUBLIC, *OF_SCHOOL, *OF_REGION]
NOT_THERE |= {"/melding/bestaat-niet/"}
LONG = "Er staat dat hier elke dag iemand is. " * 20 + "onderwijsachterstandenbeleidsmedewerkersoverleg"


@pytest.fixture
def world(site):
    """A school with a public page, one report that waits and one that was answered, and what a region hears."""
    a_public_offer(site, year=YEAR, on=timezone.localdate() - timedelta(30))
    people = {role: someone(role, site) for role in (Role.DIRECTOR, Role.BOARD, Role.ADVISER)}
    waiting, closed = a_report(site, YEAR, text=LONG, email="ouder@post.example"), a_report(site, YEAR, "limits")
    given = {"by": people[Role.DIRECTOR], "scope": scope_of(people[Role.DIRECTOR], timezone.localdate()), "now": timezone.now()}
    answering.answer(closed, SignalState.CHANGED, LONG, today=timezone.localdate(), **given)
    for code in (AUTISM, ""):
        a_note(site.partnership, code, area="9999", text=LONG)
    said_no(site.partnership, 6)
    a_cluster_answer(site)
    for _ in range(5):
        count_unknown(["snoezelen"])
    names = {"brin6": site.brin6, "token": token_of(waiting), "answered": token_of(closed), "open": waiting.pk, "closed": closed.pk}
    return people, names


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_of_signals_are_accessible_and_fit(world, open_page, way):
    people, names = world
    seen: set[str] = set()
    wrong = {}
    for user, addresses in (
        (None, PUBLIC),
        (people[Role.DIRECTOR], OF_SCHOOL),
        (people[Role.ADVISER], OF_REGION),
        (people[Role.BOARD], OF_BOARD),
    ):
        page = open_page("/", user=user, **WAYS[way])
        wrong |= look(page, [address.format(**names) for address in addresses], WAYS[way]["width"], seen, way)
    assert wrong == {}


def test_a_parent_reports_the_school_answers_and_the_parent_sees_it(world, open_page):
    """The whole way: from the page of a school without an account, by keyboard, to the answer."""
    people, names = world
    parent = open_page(f"/scholen/{names['brin6']}/{YEAR}/")
    parent.get_by_role("link", name="Klopt dit niet? Autisme").press("Enter")
    expect(parent.get_by_role("heading", name="Het gaat over: Autisme")).to_be_visible()
    text = parent.get_by_label("Wat klopt er niet?")
    text.fill("Wij hoorden dat deze specialist niet meer op school werkt.")
    parent.wait_for_timeout(3000)  # a person takes longer; what is quicker is asked to read it once more
    text.press("Tab")
    parent.keyboard.press("Tab")
    expect(parent.get_by_role("button", name="Stuur de melding")).to_be_focused()  # the trap for machines is no stop on the way
    parent.keyboard.press("Enter")
    expect(parent.get_by_role("heading", name="Uw melding is ontvangen")).to_be_visible()
    signal = Signal.anywhere.latest("pk")
    school = open_page("/signalen/?stand=open", user=people[Role.DIRECTOR])
    school.locator(f"main a[href='/signalen/{signal.pk}/']").press("Enter")
    expect(school.get_by_text("niet meer op school werkt")).to_be_visible()
    school.get_by_label("Het klopt wel: wij passen het niet aan").press("Space")
    school.get_by_label("Uw antwoord").fill("Zij is terug van verlof en werkt hier weer.")
    school.get_by_role("button", name="Geef antwoord").press("Enter")
    expect(school.get_by_role("button", name="Zet terug")).to_be_visible()
    parent.reload()
    expect(parent.get_by_role("heading", name="De school past dit niet aan")).to_be_visible()
    expect(parent.get_by_text("Zij is terug van verlof en werkt hier weer.")).to_be_visible()


def test_paper_shows_the_report_and_leaves_out_what_one_clicks(world, open_page):
    people, _names = world
    page = open_page(f"/signalen/regio/soort/{AUTISM}/", user=people[Role.ADVISER])
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Trek in").first.is_visible()
    assert width_of(page) <= 1280
