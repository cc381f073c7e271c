"""Does someone without an account find schools by place, by need and by both, with the reason and with what is not known?"""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.coverage.models import CoverageSettings
from dekkend.finder.queries.index import forget
from dekkend.organisations.models import Place
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.rules.catalogue import say_offer
from dekkend.register.models import PostcodeRegion
from dekkend.register.queries.geography import forget as forget_ground
from dekkend.ui.templatetags.ui import in_words
from tests.factories.offers import NT2
from tests.features.finder.conftest import TODAY

pytestmark = pytest.mark.django_db


def ask(client: Client | None = None, **given):
    return (client or Client()).post("/zoeken/", given, follow=True)


def body(response) -> str:
    return response.content.decode()


def test_a_place_alone_shows_the_schools_around_it(ground):
    page = ask(plaats="9999 ZZ")
    assert page.redirect_chain[0][0] == "/zoeken/?plaats=9999+ZZ&afstand=5"
    assert "2 scholen in de buurt" in body(page)
    assert body(page).index("Het Baken") < body(page).index("De Vuursprot")
    assert "0,5 km" in body(page)


def test_a_typed_need_shows_the_school_that_has_it_with_its_sentence_and_the_word_that_matched(ground):
    page = ask(plaats="Zilverduin", nodig="mijn dochter spreekt nog geen Nederlands")
    shown = body(page)
    assert page.status_code == 200
    assert "1 school kan helpen" in shown
    assert "U schreef ‘spreekt nog geen Nederlands’. Wij zochten op:" in shown
    assert "Nederlands als tweede taal (NT2)" in shown
    assert shown.index("De Vuursprot") < shown.index("Het Baken"), "what fits stands before what is not known"
    assert "Deze school heeft hier nog geen aanbod openbaar gemaakt." in shown
    assert "Kunt u mij vertellen of iemand in het team kinderen helpt die nog Nederlands leren?" in shown
    assert "elke school schriftelijk aanmelden" in shown
    assert "artikel 40 lid 2 WPO" in shown


def test_neither_place_nor_need_is_asked_for_again(ground):
    page = Client().post("/zoeken/", {})
    assert page.status_code == 422
    assert "Een van de twee is genoeg" in body(page)


def test_a_place_that_we_do_not_know_is_said(ground):
    page = Client().post("/zoeken/", {"plaats": "Nergenshuizen", "nodig": "autisme"})
    assert page.status_code == 422
    assert "Wij kennen de plaats ‘Nergenshuizen’ niet" in body(page)
    assert 'value="autisme"' in body(page)


def test_a_place_elsewhere_is_told_where_one_looks_here(ground):
    for typed in ("Amsterdam", "1011"):
        page = body(Client().post("/zoeken/", {"plaats": typed}))
        assert f"Hier zoekt u in {ground['near'].partnership.name}: vul een plaats of postcode van daar in." in page


@pytest.mark.parametrize("typed", ["Zilverduyn", "zilver duin"])
def test_a_misspelt_place_is_asked_after_and_the_need_stays(ground, typed):
    page = body(Client().post("/zoeken/", {"plaats": typed, "nodig": "autisme"}))
    assert 'name="plaats" value="Zilverduin"' in page
    assert "plaats=Zilverduin" in Client().post("/zoeken/", {"plaats": [typed, "Zilverduin"]}).headers["Location"]


def test_of_places_with_one_name_it_is_asked_which_one_and_the_need_stays(ground):
    Place.objects.create(postcode="9998", name="Zilverduin", municipality="Binnenland", x=90_000.0, y=550_000.0, children={"5-9": 900})
    shown = Client().post("/zoeken/", {"plaats": "Zilverduin", "nodig": "nt2"})
    assert shown.status_code == 422
    for choice in ("Zilverduin (Zilverkust)", "Zilverduin (Binnenland)"):
        assert f'name="plaats" value="{choice}"' in body(shown)
    assert 'value="nt2"' in body(shown)
    assert "1 school kan helpen" in body(ask(plaats="Zilverduin (Zilverkust)", nodig="nt2"))


@pytest.mark.parametrize("given", [{"plaats": "Vuursprot"}, {"nodig": "de vuursprodt"}])
def test_the_name_of_a_school_in_either_box_leads_to_that_school(ground, given):
    page = body(ask(**given))
    assert f'href="/scholen/{ground["near"].brin6}/">De Vuursprot</a>' in page


def test_distances_are_those_that_the_region_of_the_place_counts_with(ground):
    assert "1,0 km" in body(ask(plaats="9999"))
    assert "Zo rekent het samenwerkingsverband" not in body(ask(plaats="9999"))
    region = ground["near"].partnership
    PostcodeRegion.objects.create(postcode="9999", region=region.code, valid_from=TODAY)
    forget()
    forget_ground()
    CoverageSettings.anywhere.create(partnership=region, values={"detour": 2.0}, at=timezone.now())
    for place in ("9999", "Zilverduin"):
        shown = body(ask(plaats=place))
        assert "1,6 km" in shown
        assert "Afstand is de rechte lijn maal 2: een schatting van de weg. Zo rekent het samenwerkingsverband van deze plaats." in shown


def test_what_is_typed_as_a_name_stands_in_the_address_only_when_a_school_is_called_so(ground):
    client = Client()
    assert client.post("/", {"naam": "vuursprot"}).headers["Location"] == "/?naam=vuursprot"
    told = client.post("/", {"naam": "autisme voor mijn zoon Piet"})
    assert told.status_code == 200
    assert "Wij vonden geen school met deze naam of plaats" in body(told)
    assert "no-store" in told.headers["Cache-Control"]
    assert "naam=autisme" not in body(told)
    assert "zoon Piet" not in body(client.post("/", {"naam": "autisme voor mijn dochter"}))
    assert client.post("/", {"naam": ""}).headers["Location"] == "/"
    assert client.post("/", {"naam": "vuursprot"}, headers={"origin": "https://elders.example"}).status_code == 403
    for page in ("/", "/zoeken/"):
        form = body(client.get(page)).partition('id="naam"')[0].rpartition("<form ")[2]
        assert form.startswith('method="post"')


def test_schools_side_by_side_come_with_their_kind_and_how_to_reach_them(ground):
    shown = body(Client().get("/zoeken/vergelijken/", {"school": ground["near"].brin6}))
    assert 'href="tel:0001234500"' in shown
    assert 'href="mailto:info@vuursprot.example"' in shown
    assert "Soort school" in shown
    assert "data-print hidden" in shown


def test_a_misspelt_name_of_a_school_is_asked_after(ground):
    assert f'href="/scholen/{ground["near"].brin6}/">De Vuursprot</a>' in body(Client().get("/", {"naam": "vuursport"}))


def test_a_need_from_the_list_needs_no_words(ground):
    page = ask(plaats="9999", kies=NT2)
    assert "1 school kan helpen" in body(page)
    assert "U koos:" in body(page)


def test_a_school_that_answered_no_is_not_told_as_if_it_said_nothing(ground):
    """De Vuursprot ticked that it has nothing for children who hear badly; of cluster 2 it wrote nothing down."""
    client = Client()
    page = ask(client, plaats="Zilverduin", nodig="mijn dochter is slechthorend")
    found = body(page)
    school = found[found.index("De Vuursprot") :]
    said = say_offer(load_catalogue(), "facilities.deaf_provision", "not_applicable")
    assert school.index(said) < school.index("Aangekruist in het ondersteuningsaanbod 2026-2027.")
    slot = page.redirect_chain[-1][0].rstrip("/").split("/")[-1]
    compared = body(client.get(f"/zoeken/vergelijken/?vraag={slot}&school={ground['near'].brin6}"))
    assert said in compared
    assert "Kunt u mij vertellen of" in compared


@pytest.mark.parametrize("address", ["?plaats=9999&pagina=²", "?plaats=9999&afstand=²", "?plaats=9999&pagina=" + "9" * 400])
def test_no_sign_in_the_address_breaks_the_page(ground, address):
    assert Client().get(f"/zoeken/{address}").status_code == 200


def test_on_paper_stand_the_day_and_how_to_reach_each_school(ground):
    page = body(Client().get("/zoeken/?plaats=9999"))
    assert f"Gezocht op {in_words(timezone.localdate())}." in page
    assert f"{ground['near'].address}, {ground['near'].postcode}" in page
    assert page.count('form="vergelijken"') > page.count('class="dk-result"'), "one may compare below each group"


def test_a_clear_no_stands_apart_from_what_is_not_known(ground):
    page = body(ask(plaats="Zilverduin", kies=["facilities.deaf_provision", "external_experts.hearing_language_support"]))
    assert page.index("Niet bekend is geen nee") < page.index("Deze scholen schreven op dat zij een deel van wat u zoekt niet hebben")
