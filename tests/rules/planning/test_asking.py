"""Which questions for a plan are refused, with which sentence, and what does an offer cost?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.coverage.words import Per, Rate, Refused
from dekkend.planning.rules.asking import NoAmount, as_data, checked, costs_of, from_data, with_hours_that_count
from dekkend.planning.rules.telling import euros, question
from dekkend.planning.words.asking import Asked, Least, Way
from dekkend.profiles.gateways.catalogue import load_catalogue
from tests.factories.coverage import NT2

LIFT = "facilities.lift"
CATALOGUE = load_catalogue()
NAMES = {"99AA00": "De Vuursprot", "99AB00": "De Oude Haven"}
SITES = tuple(NAMES)
USUAL = Asked((NT2,), Way.OFFERS, 3)
YEAR = "2026-2027"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"codes": ()}, "geen soort hulp gekozen"),
        ({"codes": ("expertise.flying",)}, "niet in de catalogus"),
        ({"number": 0}, "1 tot en met 50"),
        ({"number": 51}, "1 tot en met 50"),
        ({"way": Way.SHARE, "number": 101}, "1 tot en met 100"),
        ({"way": Way.EUROS, "number": -5}, "hele euro's"),
        ({"way": Way.EUROS, "number": 10**12}, "hele euro's"),
        ({"radius_km": 0.1}, "tussen 0,5 en 25 km"),
        ({"radius_km": float("nan")}, "tussen 0,5 en 25 km"),
        ({"radius_km": float("inf")}, "tussen 0,5 en 25 km"),
        ({"school_year": "2026"}, "geen schooljaar"),
        ({"site_kinds": ("college",)}, "soort school"),
        ({"without": ("11AA00",)}, "ligt niet in deze regio"),
        ({"certain": ("<script>",)}, "ligt niet in deze regio"),
        ({"without": ("99AA00",), "certain": ("99AA00",)}, "U koos dat De Vuursprot niet kan, en ook dat deze school er zeker bij moet."),
        ({"without": tuple(f"{number}" for number in range(101))}, "te veel scholen"),
        ({"hours": ((NT2, Decimal(0)),)}, "uren per week"),
        ({"hours": ((NT2, Decimal(101)),)}, "uren per week"),
        ({"hours": ((NT2, Decimal("NaN")),)}, "uren per week"),
        ({"hours": (("expertise.flying", Decimal(1)),)}, "uren per week"),
    ],
)
def test_a_question_that_cannot_be_is_refused_with_what_is_possible(changes, sentence):
    with pytest.raises(Refused, match=sentence):
        checked(replace(USUAL, **changes), CATALOGUE, NAMES)


def test_a_good_question_comes_in_the_order_of_the_catalogue():
    asked = Asked((LIFT, NT2), Way.SHARE, 95, without=("99AB00", "99AA00"), hours=((NT2, Decimal(4)),))
    order = [item.code for item in CATALOGUE.items if item.code in asked.codes]
    told = checked(asked, CATALOGUE, NAMES)
    assert told == replace(asked, codes=tuple(order), without=SITES)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"codes": NT2, "way": "offers", "number": 3},
        {"codes": [NT2], "way": "offers", "number": True},
        {"codes": [NT2], "way": "offers", "number": "3"},
        {"codes": [NT2], "way": "everything", "number": 3},
        {"codes": [[NT2]], "way": "offers", "number": 3},
        {"codes": [NT2], "way": "offers", "number": 3, "radius_km": "far"},
        {"codes": [NT2], "way": "offers", "number": 3, "hours": [1]},
        {"codes": [NT2], "way": "offers", "number": 3, "hours": {NT2: "veel"}},
        {"codes": [NT2], "way": "offers", "number": 3, "without": 7},
        {"codes": None, "way": "offers", "number": 3},
    ],
)
def test_data_that_is_no_question_is_refused(data):
    with pytest.raises(Refused, match="geen vraag"):
        from_data(data)


@given(
    st.builds(
        Asked,
        codes=st.lists(st.sampled_from([NT2, LIFT]), min_size=1, unique=True).map(tuple),
        way=st.sampled_from(Way),
        number=st.integers(1, 100),
        least=st.sampled_from(Least),
        radius_km=st.none() | st.floats(0.5, 25),
        without=st.lists(st.sampled_from(SITES), unique=True).map(tuple),
        hours=st.decimals(1, 100, places=2).map(lambda hours: ((NT2, hours),)),
    )
)
def test_a_question_survives_being_stored(asked):
    assert from_data(as_data(asked)) == asked


def costs(asked, *rates):
    return costs_of(asked, CATALOGUE, rates, YEAR)


def test_offers_count_as_one_when_money_is_not_asked():
    assert costs(Asked((NT2, LIFT), Way.OFFERS, 3)) == {NT2: 1, LIFT: 1}


def test_an_amount_per_school_is_what_an_offer_costs_and_per_hour_it_is_times_the_hours():
    asked = Asked((NT2, LIFT), Way.EUROS, 1000, hours=((NT2, Decimal("2.5")),))
    assert costs(asked, Rate(NT2, Per.HOUR, Decimal("1000.01")), Rate(LIFT, Per.SCHOOL, Decimal("80.50"))) == {NT2: 250_003, LIFT: 8050}


def test_hours_stay_only_where_hours_are_paid():
    asked = Asked((NT2, LIFT), Way.EUROS, 1000, hours=((NT2, Decimal(2)), (LIFT, Decimal(2))))
    rates = (Rate(NT2, Per.HOUR, Decimal(10)), Rate(LIFT, Per.SCHOOL, Decimal(10)))
    assert with_hours_that_count(asked, rates).hours == ((NT2, Decimal(2)),)
    assert with_hours_that_count(replace(asked, way=Way.OFFERS), rates).hours == ()


@pytest.mark.parametrize("rates", [(), (Rate(NT2, Per.SCHOOL, Decimal(0)),)])
def test_a_kind_without_an_amount_is_refused_and_leads_to_the_amounts(rates):
    with pytest.raises(NoAmount, match=r"NT2.* kost in 2026-2027, is niet ingevuld\. De directeur of de beheerder.*Bedragen"):
        costs(Asked((NT2,), Way.EUROS, 1000), *rates)


def test_an_amount_per_hour_asks_for_hours():
    with pytest.raises(Refused, match="hoeveel uur per week"):
        costs(Asked((NT2,), Way.SHARE, 95, least=Least.EUROS), Rate(NT2, Per.HOUR, Decimal(1000)))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked((NT2,), Way.OFFERS, 1), "Welke school kan dit het beste gaan geven: Taal?"),
        (Asked((NT2,), Way.OFFERS, 3), "Welke 3 scholen kunnen dit het beste gaan geven: Taal?"),
        (Asked((NT2, LIFT), Way.OFFERS, 3), "Waar helpt 3 keer hulp erbij op een school het meest: Taal, Lift?"),
        (Asked((NT2,), Way.EUROS, 12000), "Waar helpt € 12.000 het meest voor: Taal?"),
        (Asked((NT2,), Way.SHARE, 95), "Met hoe weinig scholen is 95% te dekken: Taal?"),
        (Asked((NT2, LIFT), Way.SHARE, 95), "Met hoe weinig keer hulp erbij op een school is 95% te dekken: Taal, Lift?"),
        (Asked((NT2,), Way.SHARE, 95, least=Least.EUROS), "Met hoe weinig geld is 95% te dekken: Taal?"),
        (Asked(("a", "b", "c", "d"), Way.OFFERS, 2), "Waar helpt 2 keer hulp erbij op een school het meest: 4 soorten hulp?"),
    ],
)
def test_a_question_is_one_sentence(asked, words):
    assert question(asked, {NT2: "Taal", LIFT: "Lift"}) == words


def test_cents_are_written_as_dutch_people_do():
    assert (euros(850_000), euros(1_050)) == ("€ 8.500", "€ 10,50")
