"""Are the screens of adopting accessible for each role, also on a narrow screen, and does the council write with the keyboard alone?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from dekkend.adoption.models import Advice
from dekkend.adoption.words.procedure import Kind, Outcome
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from tests.browser.conftest import width_of
from tests.browser.test_every_screen import WAYS, look
from tests.corpus.school import vuursprot
from tests.factories.adoptions import YEAR, a_draft, advised, asked, days_ago, go, people_of, someone
from tests.factories.organisations import a_site

SITES = ("asked", "draft", "advised", "adopted", "public")
OF_ALL = ["/mijn-dag/", "/vaststellen/", f"/vaststellen/{{asked}}/{YEAR}/"]
OF_COUNCIL = [f"/vaststellen/{{asked}}/{YEAR}/advies/"]
OF_BOARD = [f"/vaststellen/{{advised}}/{YEAR}/reactie/", f"/vaststellen/{{advised}}/{YEAR}/", "/vaststellen/vervangers/"]
OF_SCHOOL = [f"/vaststellen/{{draft}}/{YEAR}/stap/team/", f"/vaststellen/{{adopted}}/{YEAR}/persoonsgegevens/"]
OF_REGION = ["/vaststellen/termijnen/", f"/vaststellen/{{adopted}}/{YEAR}/"]
OF_EVERYONE = ["/wet/", "/wet/?zoek=niets", f"/vaststellen/{{public}}/{YEAR}/hoe-vastgesteld/"]
SCREENS = [*OF_ALL, *OF_COUNCIL, *OF_BOARD, *OF_SCHOOL, *OF_REGION, *OF_EVERYONE]


@pytest.fixture
def world(site):
    """Five schools of one board, each in another step; someone in every role at all of them."""
    given = {"evidence": {}, "source": None, "made_by": None, "now": timezone.now()}
    publish_draft(make_draft(site, vuursprot() | {"school_year": "2024-2025"}, **given), on=days_ago(500))
    names = {"asked": site.brin6}
    a_draft(site, vision="Wij zien elk kind. Nieuw is de taalklas.")
    people = people_of(site)
    asked(people, site)
    for name in SITES[1:]:
        other = a_site(site.partnership, site.board, name=f"De School van een heel lange naam {name}")
        names[name] = other.brin6
        a_draft(other, vision="Vragen? Mail j.zeester@vuursprot.example." if name == "adopted" else "Elk kind telt.")
        if name == "draft":
            draft_director = someone(Role.DIRECTOR, other)
        else:
            go_on(name, other)
    region = someone(Role.PARTNERSHIP_DIRECTOR, site)
    return {"council": people[Role.COUNCIL], "board": people[Role.BOARD], "school": draft_director, "region": region}, names


def go_on(name: str, site) -> None:
    people = people_of(site)
    asked(people, site)
    if name == "advised":
        advised(people, site, Outcome.REMARKS, "Let op de wachttijd.", ("vision", "Visie", "Te kort."))
        return
    advised(people, site, Outcome.POSITIVE, "Mooi.")
    go(people, site, Kind.ADOPT)
    if name == "public":
        go(people, site, Kind.PUBLISH)


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_of_adopting_are_accessible_and_fit(world, open_page, way):
    users, names = world
    seen: set[str] = set()
    wrong = {}
    board = [*OF_ALL, *OF_BOARD, *OF_SCHOOL[:1], *OF_SCHOOL[1:]]
    for user, addresses in (
        (None, OF_EVERYONE),
        (users["council"], OF_COUNCIL + OF_ALL),
        (users["board"], board),
        (users["region"], OF_REGION),
    ):
        page = open_page("/", user=user, **WAYS[way])
        wrong |= look(page, [address.format(**names) for address in addresses], WAYS[way]["width"], seen, way)
    assert wrong == {}


def test_a_council_writes_a_remark_and_gives_its_advice_with_the_keyboard_alone(world, open_page):
    users, names = world
    page = open_page(OF_COUNCIL[0].format(**names), user=users["council"], width=360)
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Wie zit er in de taalklas?")
    page.get_by_text("Bewaard om").wait_for()
    page.get_by_label("Positief met opmerkingen").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Geef advies").press("Enter")
    page.wait_for_url(f"**/vaststellen/{names['asked']}/{YEAR}/")
    remark = Advice.anywhere.get(adoption__site__brin6=names["asked"]).remarks.get()
    assert remark.text == "Wie zit er in de taalklas?"


def test_paper_shows_the_changes_and_leaves_out_what_one_clicks(world, open_page):
    users, names = world
    page = open_page(OF_COUNCIL[0].format(**names), user=users["council"])
    page.emulate_media(media="print")
    assert page.get_by_text("Nieuw is de taalklas").first.is_visible()
    assert not page.get_by_role("button", name="Geef advies").is_visible()
    assert width_of(page) <= 1280


def test_paper_shows_a_written_remark_as_text_and_no_empty_field(world, open_page):
    users, names = world
    page = open_page(OF_COUNCIL[0].format(**names), user=users["council"])
    page.locator("summary").first.click()
    written = page.locator("textarea").first
    written.fill("Wie zit er in de taalklas? " * 40)
    page.emulate_media(media="print")
    assert written.is_visible()
    assert written.evaluate("place => place.scrollHeight <= place.clientHeight + 1")
    assert written.evaluate("place => getComputedStyle(place).borderTopWidth") == "0px"
    assert [place.is_visible() for place in page.locator("textarea").all()].count(True) == 1
    assert not page.locator("[type=file]").is_visible()
    assert not page.get_by_label("Positief met opmerkingen").is_visible()
