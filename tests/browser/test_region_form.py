"""Are the screens of a region's form, its questions and its round accessible, also on a narrow screen?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from dekkend.adoption.actions.campaign import set_round
from dekkend.organisations.words import Role
from dekkend.profiles.actions.questions import add_from_school
from tests.browser.test_every_screen import WAYS, look
from tests.factories.adoptions import TODAY, YEAR, a_draft, someone, who
from tests.factories.organisations import a_site
from tests.factories.region_forms import SHARED, a_fixed_text, a_question, a_wording

OF_REGION = [
    "/vaststellen/ronde/",
    f"/vaststellen/ronde/?jaar={YEAR}&waar=writing&sorteer=-dag",
    "/vaststellen/ronde/dagen/",
    f"/vaststellen/ronde/herinner/?jaar={YEAR}&school={{site}}",
    f"/scholen/vaste-tekst/?jaar={YEAR}",
    f"/scholen/vaste-tekst/{YEAR}/vision/",
    f"/scholen/formulier/{YEAR}/alle/",
    "/scholen/afwijkingen/",
    "/scholen/afwijkingen/{wording}/",
    "/scholen/vragen/",
    "/scholen/vragen/{question}/",
    f"/scholen/vragen/{{brin6}}/{YEAR}/stel/",
]
OF_SCHOOL = [
    f"/scholen/aanbod/{{brin6}}/{YEAR}/",
    f"/scholen/aanbod/{{brin6}}/{YEAR}/deel/vision/",
    f"/scholen/aanbod/{{brin6}}/{YEAR}/vaste-tekst/vision/",
    "/scholen/vragen/{question}/",
    "/mijn-dag/",
]
SCREENS = [*OF_REGION, *OF_SCHOOL]


@pytest.fixture
def world(site):
    """A round that is over for one school, two versions of a text, an own wording and a question with an answer."""
    a_draft(site)
    a_site(site.partnership, site.board, name="De School van een heel lange naam aan de kust")
    adviser, director = someone(Role.ADVISER, site), someone(Role.DIRECTOR, site)
    set_round(site.partnership, YEAR, TODAY - timedelta(30), TODAY - timedelta(1), who(adviser))
    a_fixed_text(site.partnership, YEAR, text="Elke school helpt elk kind.")
    a_fixed_text(site.partnership, YEAR, text=SHARED)
    wording = a_wording(site, YEAR)
    question = a_question(site, YEAR, by=adviser)
    add_from_school(question, "Hulp die bij het kind past.", by=director, now=who(director).now)
    names = {"site": site.pk, "brin6": site.brin6, "wording": wording.pk, "question": question.pk}
    return adviser, director, names


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_of_a_region_are_accessible_and_fit(world, open_page, way):
    adviser, director, names = world
    seen: set[str] = set()
    wrong = {}
    for user, addresses in ((director, OF_SCHOOL), (adviser, OF_REGION)):
        page = open_page("/", user=user, **WAYS[way])
        wrong |= look(page, [address.format(**names) for address in addresses], WAYS[way]["width"], seen, way)
    assert wrong == {}


def test_a_region_looks_at_a_text_and_lays_it_down(world, open_page):
    adviser, _, _ = world
    page = open_page(f"/scholen/vaste-tekst/{YEAR}/evaluation/", user=adviser)
    page.get_by_label("Vaste tekst").fill("Elk jaar kijken wij terug met ouders.")
    page.get_by_role("button", name="Bekijk het voorbeeld").click()
    page.get_by_text("Zo komt het er te staan").wait_for()
    page.get_by_role("button", name="Leg vast").click()
    page.get_by_text("De vaste tekst is vastgelegd").wait_for()
