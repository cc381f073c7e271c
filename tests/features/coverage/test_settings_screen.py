"""Can a region choose on screen how its coverage is counted, and which kinds of support; see first what it does, and take it back?"""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from dekkend.audit.models import Entry
from dekkend.coverage.models import CoverageSettings, OwnNorm
from dekkend.coverage.queries import chosen_norms, settings_of
from dekkend.coverage.words import Settings
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, a_public_offer
from tests.factories.organisations import a_region

pytestmark = pytest.mark.django_db
PLACE = "/dekking/instellingen/"
PLAY = "external_experts.play_therapy"  # not on the form


@pytest.fixture
def placed(site):
    """A school with NT2; 100 children there and 60 ten kilometres away."""
    a_public_offer(site)
    take_up()
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    return site


@pytest.fixture
def adviser(signed_in, placed):
    return signed_in(Role.ADVISER, placed)


def page_of(client, address: str) -> str:
    return client.get(address).content.decode()


def filled_in(adviser, address: str = PLACE, **changes: object) -> dict[str, object]:
    form = adviser.get(address).context["form"]
    known = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return {name: in_a_field(value) for name, value in known.items() if value not in (None, False, [])} | changes


def last_choice() -> int:
    return CoverageSettings.anywhere.latest("pk").pk


def in_a_field(value: object) -> object:
    return value if isinstance(value, list) else str(value).replace(".", ",")


def test_a_change_of_the_settings_is_looked_at_kept_and_undone(adviser, placed):
    usual = settings_of(placed.partnership)
    looked = adviser.post("/dekking/instellingen/", filled_in(adviser, radius_language="25", doe="bekijk"))
    assert "Nog niet bewaard" in looked.content.decode()
    assert looked.context["after"]["low"] > looked.context["before"]["low"]
    assert settings_of(placed.partnership) == usual
    own = "Autisme 1,5\nNederlands als tweede taal (NT2): 25"
    assert adviser.post("/dekking/instellingen/", filled_in(adviser, own_radii=own, doe="bewaar")).status_code == 302
    assert settings_of(placed.partnership).own_radii == (("expertise.autism", 1.5), (NT2, 25.0))
    assert "100% van de kinderen" in page_of(adviser, f"/dekking/soort/{NT2}/")
    back = adviser.post("/dekking/instellingen/terug/", {"keuze": last_choice()}, follow=True).content.decode()
    assert "Alle cijfers zijn nu zo gerekend: Autisme op de standaardafstand; " in back
    assert settings_of(placed.partnership) == usual


@pytest.mark.parametrize("own", ["NT2 2", "nt2: 2,0 km", "expertise.second_language 2", "Nederlands als tweede taal (NT2) 2"])
def test_a_kind_is_called_here_as_it_is_called_elsewhere(adviser, placed, own):
    assert adviser.post(PLACE, filled_in(adviser, own_radii=own, doe="bewaar")).status_code == 302
    assert settings_of(placed.partnership).own_radii == ((NT2, 2.0),)


@pytest.mark.parametrize("own", ["Autisme 1\nautisme 2", "NT2 1\nNederlands als tweede taal (NT2) 1"])
def test_two_distances_for_one_kind_are_refused(adviser, placed, own):
    answer = adviser.post(PLACE, filled_in(adviser, own_radii=own, doe="bewaar"))
    assert answer.status_code == 422
    assert "Deze hulp staat er al. Kies één afstand" in answer.content.decode()
    assert settings_of(placed.partnership) == Settings()


def test_the_history_calls_a_norm_by_its_name_also_after_it_was_withdrawn(adviser, placed):
    upload(adviser)
    adviser.post(PLACE, filled_in(adviser, norms=["eigen"], doe="bewaar"))
    adviser.post(f"{PLACE}norm/{OwnNorm.anywhere.get().pk}/weg/")
    assert "normen: Eigen norm" in page_of(adviser, PLACE)
    assert Entry.objects.filter(event="coverage.set").latest("pk").details["choice"] == "normen: Eigen norm"


@pytest.mark.parametrize("own", ["Toveren 1", "Autisme dichtbij", "Autisme ١", "Autisme nan", "Autisme", "expertise 2"])
def test_a_line_that_is_not_understood_is_said(adviser, own):
    answer = adviser.post("/dekking/instellingen/", filled_in(adviser, own_radii=own))
    assert answer.status_code == 422
    assert own in answer.content.decode()


def test_a_region_chooses_which_kinds_count_and_that_stands_with_every_figure(adviser, placed):
    assert "Geteld zijn de 32 soorten hulp van het formulier." in page_of(adviser, "/dekking/")
    nothing = {f"kinds_{domain}": [] for domain in ("learning", "language", "behaviour", "body", "senses", "health", "home", "school")}
    own = nothing | {"which": "own", "kinds_language": [NT2], "kinds_behaviour": [PLAY]}
    looked = adviser.post(PLACE, filled_in(adviser, **own, doe="bekijk"))
    assert "Nog niet bewaard" in looked.content.decode()
    assert settings_of(placed.partnership).codes == ()
    assert adviser.post(PLACE, filled_in(adviser, **own, doe="bewaar")).status_code == 302
    assert set(settings_of(placed.partnership).codes) == {NT2, PLAY}
    for address in ("/dekking/", "/dekking/soorten/", "/dekking/witte-vlekken/"):
        assert "Geteld zijn 2 soorten hulp, die de regio koos." in page_of(adviser, address)
    book = load_workbook(io.BytesIO(adviser.get("/dekking/dekking.xlsx").content))
    assert {values[1] for values in book["Soorten hulp"].iter_rows(min_row=2, values_only=True)} == {NT2, PLAY}
    assert "Geteld zijn 2 soorten hulp" in str(list(book["Methode en instellingen"].iter_rows(values_only=True)))
    assert "Autisme" not in page_of(adviser, "/dekking/")
    assert "telt nu mee: Speltherapie of creatieve therapie" in page_of(adviser, PLACE)
    assert "telt nu mee: Speltherapie" in Entry.objects.filter(event="coverage.set").latest("pk").details["choice"]
    adviser.post(f"{PLACE}terug/", {"keuze": last_choice()})
    assert settings_of(placed.partnership).codes == ()


def test_at_least_one_kind_counts(adviser, placed):
    form = {name: value for name, value in filled_in(adviser, which="own").items() if not name.startswith("kinds_")}
    answer = adviser.post(PLACE, form)
    assert answer.status_code == 422
    assert "Kies er minstens" in answer.content.decode()


def test_the_kinds_of_the_form_by_hand_are_the_usual_choice(adviser, placed):
    usual = settings_of(placed.partnership)
    assert adviser.post(PLACE, filled_in(adviser, which="own", doe="bewaar")).status_code == 302
    assert settings_of(placed.partnership) == usual


def test_a_kind_that_does_not_count_is_counted_for_who_asks_for_it(adviser):
    answer = adviser.get(f"/dekking/soort/{PLAY}/?straal=1")
    assert (answer.status_code, answer["Location"]) == (302, f"/dekking/soort/{PLAY}/?straal=1&soort={PLAY}")
    assert "Speltherapie" in page_of(adviser, answer["Location"])
    assert adviser.get("/dekking/soort/expertise.flying/").status_code == 404


@pytest.mark.parametrize("euros", ["0", "-5"])
def test_an_amount_of_nothing_is_refused_in_our_own_words(signed_in, placed, euros):
    director = signed_in(Role.PARTNERSHIP_DIRECTOR, placed)
    answer = director.post(f"{PLACE}bedragen/", {"code": NT2, "per": "school", "euros": euros})
    assert answer.status_code == 422
    assert "Vul een bedrag in van meer dan 0 euro, of laat het leeg als het niet bekend is." in answer.content.decode()


NORM = """
name: eigen
version: "{version}"
title: Eigen norm
source: Verzonnen
valid_from: {day}
items: [{{label: NT2, one_of: [expertise.second_language], level: {level}}}]
"""


def upload(adviser, *, version: str = "1", day: str = "2026-08-01", level: str = "1") -> str:
    file = SimpleUploadedFile("norm.yaml", NORM.format(version=version, day=day, level=level).encode())
    return adviser.post(f"{PLACE}norm/", {"file": file}, follow=True).content.decode()


@pytest.mark.parametrize("level", ["[1]", "{a: 1}", "null"])
def test_a_norm_that_asks_a_level_that_cannot_be_is_refused_on_screen(adviser, level):
    assert "Onderdeel 1 vraagt een niveau dat niet kan." in upload(adviser, level=level)


def test_of_versions_with_the_same_first_day_the_one_added_last_counts_and_the_screen_says_so(adviser, placed):
    def version_that_counts() -> str:
        [norm] = chosen_norms(placed.partnership, Settings(norms=("eigen",)), today=timezone.localdate())
        return norm.version

    assert "Geldt sinds 1 augustus 2026." in upload(adviser, version="4")
    page = upload(adviser, version="2")
    assert version_that_counts() == "2"
    assert "is toegevoegd. Geldt sinds 1 augustus 2026." in page
    assert "Geldt niet: versie 2 begint ook op 1 augustus 2026 en is later toegevoegd." in page
    upload(adviser, version="4")  # once more: the same version, but now the last
    assert version_that_counts() == "4"
    assert "is toegevoegd. Geldt niet meer: versie 4 kwam op 1 augustus 2026 ervoor in de plaats." in upload(
        adviser, version="1", day="2025-08-01"
    )
    assert version_that_counts() == "4"


def test_a_version_that_is_brought_back_stands_where_it_stood(adviser, placed):
    upload(adviser, version="1")
    upload(adviser, version="2")
    first = OwnNorm.anywhere.get(version="1")
    adviser.post(f"{PLACE}norm/{first.pk}/weg/")
    adviser.post(f"{PLACE}norm/{first.pk}/terug/")
    [norm] = chosen_norms(placed.partnership, Settings(norms=("eigen",)), today=timezone.localdate())
    assert norm.version == "2"


def test_two_who_choose_at_once_overwrite_nothing(adviser, placed):
    mine = filled_in(adviser, radius_home="4", doe="bewaar")
    adviser.post(PLACE, filled_in(adviser, radius_health="3", doe="bewaar"))
    answer = adviser.post(PLACE, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Intussen is er iets anders gekozen" in page
    assert "Gezondheid binnen 3 km" in page
    assert "U koos: Thuis en buurt binnen 4 km." in page
    assert "Hier koos u iets anders dan de ander" not in page
    assert dict(settings_of(placed.partnership).radii)["home"] == 2.0
    form = answer.context["form"]
    assert (form["radius_health"].value(), form["radius_home"].value()) == (3, 4)
    assert adviser.post(PLACE, mine | {name: in_a_field(form[name].value()) for name in ("upon", "radius_health")}).status_code == 302
    radii = dict(settings_of(placed.partnership).radii)
    assert (radii["health"], radii["home"]) == (3.0, 4.0)


def test_where_two_chose_the_same_differently_it_is_said_whose_choice_counts(adviser, placed):
    mine = filled_in(adviser, radius_health="4", doe="bekijk")
    adviser.post(PLACE, filled_in(adviser, radius_health="3", doe="bewaar"))
    page = adviser.post(PLACE, mine).content.decode()
    assert "Als u bewaart, geldt uw keuze: Gezondheid binnen 4 km." in page
    assert dict(settings_of(placed.partnership).radii)["health"] == 3.0


@pytest.mark.parametrize("upon", ["", "verzonnen"])
def test_a_form_that_does_not_say_upon_what_overwrites_nothing(adviser, placed, upon):
    answer = adviser.post(PLACE, filled_in(adviser, radius_home="4", doe="bewaar") | {"upon": upon})
    assert answer.status_code == 409
    assert settings_of(placed.partnership) == Settings()


def test_undoing_twice_takes_one_choice_back(adviser, placed):
    adviser.post(PLACE, filled_in(adviser, radius_home="4", doe="bewaar"))
    named = {"keuze": last_choice()}
    adviser.post(f"{PLACE}terug/", named)
    again = adviser.post(f"{PLACE}terug/", named, follow=True).content.decode()
    assert "Deze keuze is niet meer de laatste" in again
    assert settings_of(placed.partnership) == Settings()
    for nothing in ("", "x", "9" * 5000):
        adviser.post(f"{PLACE}terug/", {"keuze": nothing})
    assert CoverageSettings.anywhere.count() == 2


def test_every_earlier_way_of_counting_can_be_chosen_again(adviser, placed):
    for km in ("3", "4", "5", "6", "7", "8"):
        adviser.post(PLACE, filled_in(adviser, radius_home=km, doe="bewaar"))
    first = CoverageSettings.anywhere.earliest("pk")
    assert f"?keuze={first.pk}" not in page_of(adviser, PLACE)
    assert "Toon alle 6 keuzes" in page_of(adviser, PLACE)
    assert f"?keuze={first.pk}" in page_of(adviser, f"{PLACE}?keuzes=alle")
    address = f"{PLACE}?keuze={first.pk}"
    looked = adviser.get(address)
    assert "Als u dit bewaart, verandert: Thuis en buurt binnen 3 km." in looked.content.decode()
    assert looked.context["after"]["low"] is not None
    assert adviser.post(address, filled_in(adviser, address, doe="bewaar")).status_code == 302
    assert dict(settings_of(placed.partnership).radii)["home"] == 3.0
    adviser.post(f"{PLACE}?keuze=standaard", filled_in(adviser, f"{PLACE}?keuze=standaard", doe="bewaar"))
    assert settings_of(placed.partnership) == Settings()


def test_an_earlier_way_of_another_region_is_not_there(adviser):
    other = CoverageSettings.anywhere.create(partnership=a_region("SWV Polder"), at=timezone.now(), values={})
    for key in (other.pk, "0", "x", "9" * 5000):
        assert adviser.get(f"{PLACE}?keuze={key}").status_code == 404


def test_an_earlier_way_with_a_norm_that_was_withdrawn_comes_back_without_it(adviser, placed):
    upload(adviser)
    adviser.post(PLACE, filled_in(adviser, norms=["eigen"], radius_home="4", doe="bewaar"))
    adviser.post(f"{PLACE}norm/{OwnNorm.anywhere.get().pk}/weg/")
    address = f"{PLACE}?keuze={last_choice()}"
    adviser.post(PLACE, filled_in(adviser, radius_home="5", doe="bewaar"))
    assert adviser.post(address, filled_in(adviser, address, doe="bewaar")).status_code == 302
    settings = settings_of(placed.partnership)
    assert (dict(settings.radii)["home"], settings.norms) == (4.0, ())


def test_the_button_behind_an_amount_takes_back_that_amount_once(signed_in, placed):
    director = signed_in(Role.PARTNERSHIP_DIRECTOR, placed)
    for euros in ("100", "200", "300"):
        director.post(f"{PLACE}bedragen/", {"code": NT2, "per": "school", "euros": euros})
    [(_, _, key)] = director.get(f"{PLACE}bedragen/").context["rates"]
    for _press in range(2):
        director.post(f"{PLACE}bedragen/terug/", {"code": NT2, "bedrag": key})
    [(rate, _, _)] = director.get(f"{PLACE}bedragen/").context["rates"]
    assert rate.euros == 200
