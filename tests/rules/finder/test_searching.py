"""Does each school stand where it belongs: what fits first, unknown never as no, and no offer ever to the disadvantage of a school?"""

from __future__ import annotations

import contextlib
import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dekkend.finder.rules.drawing import drawing
from dekkend.finder.rules.indexing import own_words
from dekkend.finder.rules.places import UnknownPlace, places_of, spot_of
from dekkend.finder.rules.searching import OUTCOMES, search
from dekkend.finder.rules.telling import NO_PROFILE, card_of, told_km
from dekkend.finder.views.showing import wider
from dekkend.finder.words.results import DETOUR, NO, PAUSED, UNKNOWN, YES, Need, Order, Outcome, Spot, Wish
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.profiles.rules.catalogue import say_offer
from dekkend.register.words import Area
from tests.rules.finder.conftest import CODES, a_site_on_map, index_of

HERE = Spot("9999", (0.0, 0.0), area="9999")
LIFT, TOILET, AUTISM = "facilities.lift", "facilities.accessible_toilet", "expertise.autism"
TODAY = date(2026, 10, 5)
STATE = st.sampled_from((UNKNOWN, NO, PAUSED, YES))


def outcome(states: dict[str, int], *needs: Need) -> Outcome:
    hits = search(index_of([states], [(0.0, 0.0)]), Wish(needs, HERE))
    return OUTCOMES[int(hits.outcomes[0])]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ({LIFT: YES, TOILET: YES}, Outcome.FITS),
        ({LIFT: YES, TOILET: NO}, Outcome.PARTLY),
        ({LIFT: YES}, Outcome.PARTLY),
        ({LIFT: PAUSED, TOILET: YES}, Outcome.PARTLY),
        ({LIFT: PAUSED, TOILET: NO}, Outcome.PAUSED),
        ({LIFT: PAUSED}, Outcome.PAUSED),
        ({LIFT: NO}, Outcome.NOT_ALL),
        ({}, Outcome.UNKNOWN),
        ({LIFT: NO, TOILET: NO}, Outcome.HAS_NOT),
    ],
)
def test_a_school_stands_under_what_it_can(states, expected):
    assert outcome(states, Need((LIFT,)), Need((TOILET,))) is expected


def test_one_of_several_kinds_answers_a_need_and_no_counts_only_when_all_are_no():
    either = Need((LIFT, TOILET))
    assert outcome({LIFT: NO, TOILET: YES}, either) is Outcome.FITS
    assert outcome({LIFT: NO}, either) is Outcome.UNKNOWN
    assert outcome({LIFT: NO, TOILET: NO}, either) is Outcome.HAS_NOT


def test_within_an_outcome_the_nearest_stands_first_and_what_fits_before_all():
    index = index_of([{LIFT: NO}, {LIFT: YES}, {}, {LIFT: YES}], [(100.0, 0.0), (3000.0, 0.0), (200.0, 0.0), (1000.0, 0.0)])
    hits = search(index, Wish((Need((LIFT,)),), HERE, reach=None))
    assert hits.order.tolist() == [3, 1, 2, 0]
    assert hits.distances[3] == pytest.approx(1.0 * DETOUR)
    assert {outcome: number for outcome, number in hits.counts.items() if number} == {
        Outcome.FITS: 2,
        Outcome.UNKNOWN: 1,
        Outcome.HAS_NOT: 1,
    }


@pytest.mark.parametrize(("metres", "inside"), [(1599.0, True), (1600.0, True), (1601.0, False)])
def test_the_reach_counts_along_the_road(metres, inside):
    hits = search(index_of([{}], [(metres, 0.0)]), Wish((), HERE, reach=2))
    assert (hits.total == 1) is inside


def test_when_nothing_fits_in_reach_the_nearest_that_does_is_told():
    index = index_of([{}, {LIFT: YES}], [(100.0, 0.0), (8000.0, 0.0)])
    hits = search(index, Wish((Need((LIFT,)),), HERE, reach=5))
    assert hits.nearest_fit == pytest.approx(10.0)


@pytest.mark.parametrize(("nearest", "expected"), [(None, "5"), (4.9, "5"), (10.0, "10"), (20.04, "alle"), (21.0, "alle")])
def test_the_way_further_holds_the_nearest_school_that_fits(nearest, expected):
    assert wider(Wish((), HERE, reach=2), nearest) == expected


def test_a_school_of_which_nobody_knows_where_it_lies_is_not_hidden_from_its_own_postcode():
    index = index_of([{LIFT: YES}], [None])
    assert search(index, Wish((), HERE, reach=2)).total == 1  # it stands in the middle of its area
    assert search(index, Wish((), Spot("1234", (90_000.0, 0.0), area="1234"), reach=2)).total == 0


def test_nor_when_its_postcode_lies_nowhere_either():
    index = replace(index_of([{LIFT: YES}], [None]), x=np.array([np.nan]), y=np.array([np.nan]))
    assert search(index, Wish((), HERE, reach=2)).total == 1
    assert search(index, Wish((), Spot("1234", (0.0, 0.0), area="1234"), reach=2)).total == 0


@given(st.lists(st.dictionaries(st.sampled_from(CODES[:6]), STATE, max_size=6), min_size=2, max_size=12), st.data())
@settings(max_examples=60, deadline=None)
def test_an_offer_more_never_lowers_the_place_of_a_school(states, data):
    points = [(float(number * 100 % 700), float(number * 37 % 500)) for number in range(len(states))]
    needs = tuple(Need((code,)) for code in data.draw(st.lists(st.sampled_from(CODES[:6]), min_size=1, max_size=3, unique=True)))
    at = data.draw(st.integers(0, len(states) - 1))
    code = data.draw(st.sampled_from(CODES[:6]))
    wish = Wish(needs, HERE, reach=None, order=data.draw(st.sampled_from((Order.DISTANCE, Order.NAME))))
    before = search(index_of(states, points), wish).order.tolist().index(at)
    more = [*states[:at], states[at] | {code: YES}, *states[at + 1 :]]
    assert search(index_of(more, points), wish).order.tolist().index(at) <= before


@given(
    st.dictionaries(st.sampled_from(CODES[:5]), STATE, max_size=5),
    st.lists(st.sampled_from(CODES[:5]), min_size=1, max_size=3, unique=True),
)
@settings(max_examples=60, deadline=None)
def test_unknown_is_never_shown_as_no(states, codes):
    index = index_of([states], [(0.0, 0.0)])
    needs = tuple(Need((code,)) for code in codes)
    card = card_of(index, search(index, Wish(needs, HERE)), 0, 1, needs, load_catalogue(), TODAY)
    for code, line in zip(codes, card.lines, strict=True):
        state = states.get(code, UNKNOWN)
        assert line.sign == {UNKNOWN: "unknown", NO: "no", PAUSED: "paused", YES: "yes"}[state]
        assert bool(line.ask) is (state in (UNKNOWN, PAUSED)), "what is not known comes with its question"
    assert (card.outcome is Outcome.HAS_NOT) is all(states.get(code, UNKNOWN) == NO for code in codes)


EAR, LIVES = "facilities.deaf_provision", "external_experts.hearing_language_support"


def lines_of(states: dict[str, int], *codes: str):
    index = index_of([states], [(0.0, 0.0)])
    needs = (Need(codes),)
    return card_of(index, search(index, Wish(needs, HERE)), 0, 1, needs, load_catalogue(), TODAY)


def test_a_no_is_told_beside_what_is_not_known_and_never_hidden_behind_it():
    card = lines_of({EAR: NO}, EAR, LIVES)
    assert card.outcome is Outcome.UNKNOWN
    assert card.lines[0].sign == "unknown"
    no, unknown = card.lines[0].told
    assert (no.sign, no.code, no.year, no.confirmed_on) == ("no", EAR, "2026-2027", date(2026, 9, 1))
    assert no.sentence == say_offer(load_catalogue(), EAR, "no")
    assert (unknown.sign, unknown.code) == ("unknown", LIVES)
    assert card.ask == unknown.ask != ""


def test_every_kind_that_a_school_does_not_have_or_did_not_write_down_has_its_own_line():
    assert [line.code for line in lines_of({EAR: NO, LIVES: NO}, EAR, LIVES).lines[0].told] == [EAR, LIVES]
    card = lines_of({LIFT: YES}, EAR, LIVES)
    assert [line.sign for line in card.lines[0].told] == ["unknown", "unknown"]
    assert card.ask.count("Kunt u mij vertellen of") == 2
    assert [line.code for line in lines_of({EAR: NO, LIVES: YES}, EAR, LIVES).lines[0].told] == [LIVES]


def test_of_a_school_without_a_profile_it_is_said_once_with_a_question_for_each_kind():
    card = lines_of({}, EAR, LIVES)
    assert [line.sentence for line in card.lines[0].told] == [NO_PROFILE]
    assert card.ask.count("Kunt u mij vertellen of") == 2


def test_what_was_only_ticked_is_told_apart_from_what_the_school_wrote():
    assert not lines_of({EAR: NO}, EAR).lines[0].ticked, "it wrote words with it"
    index = index_of([{EAR: NO}], [(0.0, 0.0)])
    column = index.column(EAR)
    index = replace(index, reasons=({column: replace(index.reasons[0][column], text="")},))
    needs = (Need((EAR,)),)
    assert card_of(index, search(index, Wish(needs, HERE)), 0, 1, needs, load_catalogue(), TODAY).lines[0].ticked


@pytest.mark.parametrize(
    ("key", "note", "quote", "expected"),
    [
        (EAR, "", "", ""),
        (EAR, "een ringleiding in de aula", "", "een ringleiding in de aula"),
        (EAR, "een ringleiding", "Doof: een ringleiding", "Doof: een ringleiding"),
        ("facilities.own-1", "in de aula", "", "Ringleiding: in de aula"),
        ("facilities.own-1", "", "", "Ringleiding"),
    ],
)
def test_the_words_of_a_school_are_its_document_its_note_or_the_name_of_its_own_row(key, note, quote, expected):
    assert own_words(key, "present", "Ringleiding", note, quote) == expected


def test_the_arrays_say_what_a_slow_walk_says(country):
    needs = (Need((LIFT, TOILET)), Need((AUTISM,)))
    hits = search(country, Wish(needs, HERE, reach=5))
    for at, site in enumerate(country.sites):
        signs = []
        for need in needs:
            states = [int(country.states[at, country.column(code)]) for code in need.codes]
            signs.append(YES if YES in states else PAUSED if PAUSED in states else NO if set(states) == {NO} else UNKNOWN)
        assert hits.signs[at].tolist() == signs
        near = math.dist(site.point, HERE.point) * DETOUR / 1000 <= 5
        assert (at in hits.order.tolist()) is near


def test_a_postcode_a_place_and_what_we_do_not_know(country):
    assert spot_of("9999 zz", country.areas, country.places).rough
    assert spot_of("zilverduin", country.areas, country.places).label == "Zilverduin"
    assert spot_of("", country.areas, country.places) is None
    for wrong in ("0000", "Nergens", "1234567", "'; --"):
        with pytest.raises(UnknownPlace):
            spot_of(wrong, country.areas, country.places)


def an_area(postcode: str, name: str, municipality: str, x: float, children: float) -> Area:
    return Area(postcode, name, municipality, "PO0000", (x, 0.0), children)


TWINS = (an_area("9991", "Wierum", "Oostgemeente", 0.0, 10.0), an_area("9992", "Wierum", "Westgemeente", 60_000.0, 500.0))


def test_places_of_the_same_name_are_never_one_place_in_between():
    places = places_of(TWINS, ())
    with pytest.raises(UnknownPlace, match="meer dan een plaats") as why:
        spot_of("wierum", {}, places)
    assert why.value.choices == ("Wierum (Oostgemeente)", "Wierum (Westgemeente)")
    assert spot_of(why.value.choices[1], {}, places).point == (60_000.0, 0.0)


def test_a_municipality_of_several_places_asks_which_and_a_town_goes_before_the_municipality_of_its_name():
    places = places_of((*TWINS, an_area("9993", "Kiel", "Oostgemeente", 9000.0, 5.0), an_area("9994", "Buurt", "Kiel", 1.0, 5.0)), ())
    with pytest.raises(UnknownPlace) as why:
        spot_of("Oostgemeente", {}, places)
    assert why.value.choices == ("Kiel", "Wierum (Oostgemeente)")
    assert spot_of("Westgemeente", {}, places).label == "Wierum (Westgemeente)"
    assert spot_of("kiel", {}, places).point == (9000.0, 0.0)


def test_a_place_of_several_areas_lies_where_its_children_live():
    parts = (an_area("9991", "Wierum", "Oostgemeente", 0.0, 899.0), an_area("9992", "Wierum", "Oostgemeente", 1000.0, 99.0))
    assert spot_of("Wierum", {}, places_of(parts, ())).point == pytest.approx((100.0, 0.0))


@pytest.mark.parametrize(("km", "told"), [(5.0, 5.0), (5.04, 5.1), (4.97, 5.0), (2.001, 2.1), (3.04, 3.0), (20.01, 20.1), (15.0, 15.0)])
def test_no_distance_is_told_that_belies_how_far_one_looked(km, told):
    assert told_km(km) == told


@given(st.text(max_size=120))
def test_no_text_at_all_makes_looking_for_a_place_fail_otherwise(text):
    index = index_of([{}], [(0.0, 0.0)])
    with contextlib.suppress(UnknownPlace):
        spot = spot_of(text, index.areas, index.places)
        assert spot is None or spot.label


def test_the_map_holds_the_schools_of_the_list_under_the_same_numbers(country):
    needs = (Need((LIFT,)),)
    hits = search(country, Wish(needs, HERE, reach=5))
    shown = hits.order.tolist()[:10]
    cards = [card_of(country, hits, at, number, needs, load_catalogue(), TODAY) for number, at in enumerate(shown, 1)]
    drawn = drawing(country, hits, HERE, 5, cards, shown)
    assert [pin.number for pin in drawn.pins] == [card.number for card in cards]
    assert all(0 <= pin.x <= 256 and 0 <= pin.y <= 272 for pin in drawn.pins)
    assert drawn.home == (128.0, 136.0)


def test_the_numbers_of_schools_that_cover_each_other_stand_together():
    index = index_of([{}, {}, {}], [(0.0, 0.0), (10.0, 10.0), (1500.0, 0.0)])
    hits = search(index, Wish((), HERE, reach=2))
    cards = [card_of(index, hits, at, at + 1, (), load_catalogue(), TODAY) for at in range(3)]
    pins = drawing(index, hits, HERE, 2, cards, [0, 1, 2]).pins
    assert [(pin.number, pin.under, pin.sign) for pin in pins] == [(1, 0, "1, 2"), (2, 1, ""), (3, 0, "")]


def test_a_school_outside_the_box_is_left_to_the_list():
    index = index_of([{}], [(0.0, 90_000.0)])
    hits = search(index, Wish((), HERE, reach=None))
    card = card_of(index, hits, 0, 1, (), load_catalogue(), TODAY)
    assert drawing(index, hits, HERE, 2, [card], [0]).pins == ()
    assert a_site_on_map(1, None).point is None
    assert np.isfinite(hits.distances[0])


def test_what_the_form_does_not_ask_is_said_as_such_and_stays_unknown_with_its_question():
    index = replace(index_of([{LIFT: YES}], [(0.0, 0.0)]), not_asked=(frozenset({LIVES}),))
    needs = (Need((LIVES,)), Need((TOILET,)))
    card = card_of(index, search(index, Wish(needs, HERE)), 0, 1, needs, load_catalogue(), TODAY)
    assert card.lines[0].sign == "unknown"
    assert card.lines[0].sentence.startswith("Hier wordt scholen niet gevraagd of ")
    assert card.lines[0].ask in card.ask
    assert card.lines[1].sentence == say_offer(load_catalogue(), TOILET, None)
