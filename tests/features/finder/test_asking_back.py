"""Is what is unsure asked first, are several needs and "not needed" shown, and do filters, comparing and English work?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.finder.queries.index import forget
from dekkend.offers.actions import saying
from dekkend.offers.actions.projecting import take_up
from dekkend.offers.words import Availability, Said
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.ui.templatetags.ui import in_words
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_site
from tests.features.finder.conftest import AGO, TODAY, at

pytestmark = pytest.mark.django_db


def ask(client: Client | None = None, **given):
    return (client or Client()).post("/zoeken/", {"plaats": "9999"} | given, follow=True)


def body(response) -> str:
    return response.content.decode()


def last(response) -> str:
    return response.redirect_chain[-1][0]


def test_a_misspelt_word_is_asked_about_and_the_choice_is_searched_on(ground):
    client = Client()
    page = ask(client, nodig="autisem")
    assert last(page).endswith("/bedoeling/")
    assert "U schreef ‘autisem’. Dat lijkt op ‘autisme’. Bedoelt u:" in body(page)
    slot = last(page).split("/")[3]
    result = client.post("/zoeken/", {"vraag": slot, "kies": "expertise.autism"}, follow=True)
    assert "/uitkomst/" in last(result)
    assert "bedoeling" not in last(result)
    assert "Autisme" in body(result)


def test_what_nobody_knows_leads_to_the_list_and_not_to_a_guess(ground):
    page = ask(nodig="kameleon")
    assert last(page).endswith("/bedoeling/")
    assert "Wij begrepen uw woorden niet." in body(page)
    assert "‘kameleon’" in body(page)
    assert body(page).count('name="kies"') == 40


def test_choosing_nothing_shows_the_schools_around_and_says_so(ground):
    client = Client()
    slot = last(ask(client, nodig="kameleon")).split("/")[3]
    page = client.post("/zoeken/", {"vraag": slot}, follow=True)
    assert page.status_code == 200
    assert "2 scholen in de buurt" in body(page)


def test_a_word_with_which_nothing_was_chosen_is_said_to_be_left_out(ground):
    client = Client()
    slot = last(ask(client, nodig="leert Nederlands en is angstig")).split("/")[3]
    page = body(client.post("/zoeken/", {"vraag": slot, "kies": "expertise.second_language"}, follow=True))
    assert "U koos niets bij ‘angstig’. Daar zochten wij niet op." in page
    assert "U koos niets bij ‘leert Nederlands’" not in page
    page = body(client.post("/zoeken/", {"vraag": slot, "kies": ["expertise.second_language", "expertise.fear_of_failure"]}, follow=True))
    assert "U koos niets bij" not in page


def test_what_is_not_needed_is_shown_and_left_out(ground):
    shown = body(ask(nodig="leert Nederlands, geen lift nodig"))
    assert "U schreef dat ‘lift’ niet nodig is. Daar zochten wij niet op." in shown
    assert "1 school kan helpen" in shown


def test_a_word_beside_what_was_understood_is_said(ground):
    shown = body(ask(nodig="leert Nederlands en houdt van glimwormen"))
    assert "Dit begrepen wij niet, dus daar zochten wij niet op:" in shown
    assert "‘glimwormen’" in shown


def test_what_is_paused_says_until_when_and_what_to_ask(ground, person):
    director, until = person(Role.DIRECTOR, ground["near"]), TODAY + timedelta(20)
    said = Said(Availability.PAUSED, until=until, note_for_parents="De taalklas begint weer na de vakantie.")
    given = {"by": director, "scope": scope_of(director, TODAY), "today": TODAY, "now": timezone.now()}
    saying.declare(ground["near"], NT2, said, **given)
    shown = body(ask(nodig="nt2"))
    assert "1 school kan het nu niet" in shown
    assert "Kunnen voor een deel helpen" not in shown
    assert "dk-result__number--paused" in shown
    assert "Dit kan nu even niet, tot en met" in shown
    assert "wanneer kan het wel?" in shown
    assert f"Bevestigd op {in_words(AGO)}" in shown, "the pause confirms nothing"
    assert "De taalklas begint weer na de vakantie." in shown
    assert "De dichtstbijzijnde school die dit wel heeft ligt op 15,0 km." in shown


def test_filters_and_order_stand_in_the_address_and_narrow_the_list(ground):
    client = Client()
    address = last(ask(client, nodig="nt2"))
    wide = body(client.get(address + "?afstand=alle&sorteer=naam"))
    assert "2 scholen kunnen helpen" in wide
    assert wide.index("De Einder") < wide.index("De Vuursprot")
    assert "1 school kan helpen" in body(client.get(address + "?afstand=alle&richting=Openbaar"))
    none = body(client.get(address + "?soort=special"))
    assert "Geen school gevonden" in none
    assert client.get(address + "?afstand=x&soort=y&sorteer=z&pagina=-4").status_code == 200


def test_schools_stand_side_by_side_on_what_was_asked_without_it_in_the_address(ground):
    client = Client()
    slot = last(ask(client, nodig="nt2")).split("/")[3]
    codes = "&".join(f"school={site.brin6}" for site in (ground["near"], ground["silent"]))
    page = body(client.get(f"/zoeken/vergelijken/?vraag={slot}&{codes}"))
    assert "Nederlands als tweede taal (NT2)" in page
    assert page.count('<th scope="col">') == 3
    assert "Deze school heeft hier nog geen aanbod openbaar gemaakt." in page
    assert "Geen scholen gekozen" in body(client.get("/zoeken/vergelijken/"))


def test_without_a_question_schools_are_compared_on_all_they_say_and_no_more_than_four(ground):
    codes = "&".join(f"school={site.brin6}" for site in ground.values())
    page = body(Client().get(f"/zoeken/vergelijken/?{codes}"))
    assert page.count('<th scope="row">') > 10
    many = "&".join(f"school={ground['near'].brin6}" for _ in range(5))
    assert "U ziet de eerste 4." in body(Client().get(f"/zoeken/vergelijken/?{many}"))


def test_a_need_without_a_place_is_answered_with_the_advice_to_give_one(ground):
    shown = body(ask(plaats="", nodig="nt2"))
    assert "2 scholen kunnen helpen" in shown
    assert "U vulde geen plaats in." in shown


def test_in_english_english_is_understood_and_spoken(ground, settings):
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = ask(client, nodig="she does not speak any Dutch yet")
    assert page.status_code == 200
    assert 'lang="en"' in body(page)
    assert "uitkomst" in last(page)


def test_a_mail_with_the_question_stands_ready(ground):
    shown = body(ask(nodig="nt2 en autisme"))
    assert "Vraag het de school:" in shown
    assert "mailto:" not in shown.partition("Het Baken")[2].partition("</li>")[0], "who has no address gets no button"


def test_the_number_of_queries_is_the_same_for_few_and_for_many_schools(ground, site):
    def counted() -> int:
        client = Client()
        address = last(ask(client, nodig="nt2"))
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert client.get(address).status_code == 200
        return len(found)

    few = counted()
    for number in range(3):
        a_public_offer(at(a_site(site.partnership, site.board, name=f"School {number}"), 500 + number), on=AGO)
    assert counted() == few
    assert few <= 6


def test_making_the_arrays_costs_as_many_queries_for_few_as_for_many_schools(ground, site):
    def counted() -> int:
        forget()
        with CaptureQueriesContext(connection) as found:
            Client().get("/zoeken/?plaats=9999")
        return len(found)

    counted()
    few = counted()
    for number in range(3):
        a_public_offer(at(a_site(site.partnership, site.board, name=f"School {number}"), 500 + number), on=AGO)
    counted()
    assert counted() == few


def test_a_profile_that_is_published_is_found_at_once(ground):
    assert "1 school kan helpen" in body(ask(nodig="nt2"))
    a_public_offer(ground["silent"], on=AGO)
    take_up()
    assert "2 scholen kunnen helpen" in body(ask(nodig="nt2"))


def test_words_that_mean_the_same_and_words_that_say_nothing_are_told(ground):
    shown = body(ask(nodig="leert Nederlands, nieuwkomer uit de stad"))
    assert "‘nieuwkomer’ hoort bij hetzelfde." in shown
    assert "Woorden waar wij niet op zochten" in shown
    assert "‘stad’" in shown
    shown = body(ask(nodig="een fijne school"))
    assert "Deze woorden zeggen ons niet welke hulp nodig is: ‘een’, ‘fijne’, ‘school’." in shown
    assert shown.count('name="kies"') == 40


def test_a_not_that_leaves_it_unclear_is_asked_about(ground):
    page = ask(nodig="nog geen diagnose autisme")
    assert last(page).endswith("/bedoeling/")
    assert "U schreef ‘autisme’ met een woord als ‘niet’ of ‘geen’ erbij." in body(page)


def test_what_the_form_of_the_region_does_not_ask_is_no_fault_of_the_school(ground):
    shown = body(ask(nodig="ergotherapie"))
    assert "Hier wordt scholen niet gevraagd of" in shown
    assert "De school heeft niet opgeschreven" not in shown
    assert "Vraag het de school:" in shown
    assert "Hier wordt scholen niet gevraagd" not in body(ask(nodig="autisme"))


def test_a_school_and_a_place_that_are_named_with_the_need_are_offered(ground):
    client = Client()
    shown = body(ask(client, nodig="de vuursprot leert Nederlands"))
    assert "Zoekt u een van deze scholen?" in shown
    assert "De Vuursprot" in shown
    assert "Dit begrepen wij niet" not in shown
    page = ask(client, plaats="", nodig="leert Nederlands, wij gaan verhuizen naar Zilverduin")
    assert "Zoek vanaf Zilverduin" in body(page)
    assert body(page).count("Zilverduin</button>") == 1
    slot = last(page).split("/")[3]
    moved = client.post("/zoeken/", {"vraag": slot, "plaats": "Zilverduin", "kies": "expertise.second_language"}, follow=True)
    assert "km van Zilverduin" in body(moved)
    assert "U schreef ‘leert Nederlands’. Wij zochten op:" in body(moved)
    assert "zilverduin" not in last(moved).casefold()


def test_a_place_alone_in_the_field_of_the_need_is_offered_where_we_ask_what_was_meant(ground):
    page = body(ask(plaats="", nodig="verhuizen naar Zilverduin"))
    assert "U schreef een plaats. Wilt u van daar zoeken?" in page
    assert "Dit begrepen wij niet" not in page
