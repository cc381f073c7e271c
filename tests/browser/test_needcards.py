"""Are the screens on which schools ask each other accessible, also on a narrow screen, by keyboard alone and on paper?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from dekkend.needcards.actions.ending import close
from dekkend.needcards.actions.writing import choose
from dekkend.needcards.models import NeedCard
from dekkend.needcards.words.cards import Outcome
from tests.browser.conftest import width_of
from tests.browser.test_every_screen import WAYS, look
from tests.factories.ground import a_large_area
from tests.factories.needcards import TEXT, a_concept, a_question, answered, asked, keeper, who
from tests.factories.organisations import a_site

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OF_SENDER = [
    "/rondvragen/",
    "/rondvragen/gesteld/",
    "/rondvragen/gesteld/?stand=withdrawn",
    "/rondvragen/nieuw/",
    "/rondvragen/{concept}/schrijf/",
    "/rondvragen/{concept}/scholen/",
    "/rondvragen/{concept}/nakijken/",
    "/rondvragen/{card}/",
    "/rondvragen/{card}/antwoord/{inquiry}/",
    "/rondvragen/{card}/sluit/",
    "/rondvragen/{closed}/",
    "/rondvragen/{wiped}/",
]
OF_ASKED = ["/rondvragen/", "/rondvragen/gevraagd/{inquiry}/", "/rondvragen/gevraagd/{over}/"]
SCREENS = [*OF_SENDER, *OF_ASKED]


@pytest.fixture
def world(site):
    """A concept with a name to decide about, an open card with every kind of answer, one that is closed and one that was wiped."""
    others = [a_site(site.partnership, name=name) for name in ("De Oude Haven aan het Lange Water", "De Zeevonkel", "De Stuurhut")]
    ours, *theirs = [keeper(each) for each in (site, *others)]
    a_site(site.partnership, name="Waar Nog Niemand Is")
    concept = a_concept(site, ours, text=f"{TEXT} Het kind komt uit Zilverduin.")
    choose(concept, [], [others[0].pk], who(ours))
    a_large_area("9999")
    card = a_question(site, ours, *others, area="9999")
    answered(card, others[0], theirs[0], "question", "Hoeveel dagen per week?")
    answered(card, others[1], theirs[1], "no", "Onze specialist is met verlof.", "staff_absent", "full")
    closed = a_question(site, ours, others[0])
    close(closed, Outcome.NOT_NEEDED, None, who(ours))
    now = timezone.now()
    given = {"asked": "place", "answer_by": timezone.localdate() - timedelta(40), "made_at": now, "sent_at": now, "closed_at": now}
    left = {"state": "wiped", "wiped_at": now, "outcome": "untold", "tally": {"asked": 3, "answers": {"no": 1, "": 2}}}
    wiped = NeedCard.objects.create(site=site, **given, **left)
    keys = {"concept": concept.pk, "card": card.pk, "closed": closed.pk, "wiped": wiped.pk}
    return ours, theirs[0], keys | {"inquiry": asked(card, others[0]).pk, "over": asked(closed, others[0]).pk}


@pytest.mark.parametrize("way", WAYS)
def test_the_screens_of_need_cards_are_accessible_and_fit(world, open_page, way):
    ours, theirs, names = world
    seen: set[str] = set()
    wrong = {}
    for user, addresses in ((ours, OF_SENDER), (theirs, OF_ASKED)):
        page = open_page("/", user=user, **WAYS[way])
        wrong |= look(page, [address.format(**names) for address in addresses], WAYS[way]["width"], seen, way)
    assert wrong == {}


def test_a_card_is_written_and_sent_with_the_keyboard_alone(world, open_page):
    ours, _, _ = world
    page = open_page("/rondvragen/nieuw/", user=ours, width=360)
    page.get_by_label("Advies", exact=True).press("Space")
    page.get_by_label("Groep of leeftijd").press("ArrowDown")
    page.get_by_label("Autisme").press("Space")
    page.get_by_label("Wat heeft dit kind nodig?").fill("Sem wil graag rust.")
    page.get_by_role("button", name="Bewaar en kies scholen").press("Enter")
    expect(page.get_by_text("'Sem' lijkt een naam")).to_be_visible()
    page.get_by_label("Wat heeft dit kind nodig?").fill("Dit kind wil graag rust.")
    page.get_by_role("button", name="Bewaar en kies scholen").press("Enter")
    page.wait_for_url("**/scholen/")
    page.get_by_label("De Zeevonkel").press("Space")
    page.get_by_role("button", name="Bewaar en kijk na").press("Enter")
    page.wait_for_url("**/nakijken/")
    page.get_by_role("button", name="Stel de vraag aan 1 school").press("Enter")
    expect(page.get_by_text("De vraag is gesteld aan 1 school.")).to_be_visible()


def test_paper_shows_the_answers_and_no_buttons(world, open_page):
    ours, _, names = world
    page = open_page(f"/rondvragen/{names['card']}/", user=ours)
    page.emulate_media(media="print")
    assert page.get_by_text("Onze specialist is met verlof.").is_visible()
    assert not page.get_by_role("link", name="Bedank en sluit af").is_visible()
    assert width_of(page) <= 1280
