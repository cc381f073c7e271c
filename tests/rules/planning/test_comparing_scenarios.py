"""Are differences between scenarios and today what a slow count says, do they add up, and do small numbers stay hidden in them?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dekkend.coverage.rules.capacity import costs
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.rules.suppression import FEWEST, groups
from dekkend.coverage.words import COVERED, NOWHERE, Per, Rate, Settings
from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES
from dekkend.kernel.school_years import SchoolYear
from dekkend.planning.queries.scenarios import outcome_of
from dekkend.planning.rules.comparing_scenarios import Side, by_kind, most_changed, whole
from dekkend.planning.rules.scenario_places import by_place, turns
from dekkend.planning.rules.scenario_words import differences, money
from dekkend.planning.words.changes import AddOffer, ChangeHours, CloseSite, EndOffer, Newcomers
from dekkend.planning.words.turns import Turn
from tests.factories.coverage import NT2, a_site_at, an_area_at, counted
from tests.factories.scenarios import with_offers

LIFT = "facilities.lift"
TWO = Settings(codes=(NT2, LIFT))
point = st.tuples(st.integers(0, 6000), st.integers(0, 6000))
children = st.one_of(st.integers(1, 4), st.integers(0, 60), st.none())
sign = st.sampled_from([NO, YES, PAUSED, UNKNOWN])


@st.composite
def regions_and_changes(draw):
    """A small region with few children in many areas, and some changes to it."""
    areas = [
        an_area_at(number, *draw(point), children=draw(children), municipality=draw(st.sampled_from(["A", "B"])))
        for number in range(draw(st.integers(1, 9)))
    ]
    sites = [a_site_at(number, *draw(point)) for number in range(draw(st.integers(1, 5)))]
    signs = [draw(st.tuples(sign, sign)) for _ in sites]
    brin6, code = st.sampled_from([site.brin6 for site in sites]), st.sampled_from([NT2, LIFT])
    one = st.one_of(
        st.builds(CloseSite, brin6),
        st.builds(AddOffer, brin6, code),
        st.builds(EndOffer, brin6, code),
        st.builds(Newcomers, st.sampled_from([area.postcode for area in areas]), st.integers(5, 300)),
    )
    return sites, areas, signs, draw(st.lists(one, max_size=5))


def sides(sites, areas, signs, changes):
    today = with_offers(counted(sites, areas, signs, TWO))
    outcome = outcome_of(today, changes)
    return Side("Nu", today), Side("Dan", outcome.coverage, 1, newcomers=outcome.newcomers)


def published(today, other):
    """Every number of children that a screen or a file about this scenario shows; what the user typed apart."""
    shown = [number for side in (today, other) for number in (whole(side).children, whole(side).alone)]
    shown += [whole(side).figure.covered for side in (today, other)]
    for kind in by_kind(today, (other,)):
        for side in kind.sides:
            shown += [side.row.children, side.row.covered, side.row.possible, side.row.alone, side.lost, side.gained]
    return shown + [turn.children for turn in turns(today.coverage, other.coverage, other.newcomers)]


@given(regions_and_changes())
@settings(max_examples=150, deadline=None)
def test_no_figure_of_a_scenario_is_about_one_to_four_children(region):
    assert not [number for number in published(*sides(*region)) if number is not None and 0 < number < FEWEST]


@pytest.mark.slow
@given(regions_and_changes(), st.randoms())
@settings(max_examples=150, deadline=None)
def test_figures_of_a_scenario_are_the_same_however_the_children_of_a_group_are_spread(region, chance):
    """So no scenario, and no difference between one and today, can tell a small area: not even one to which the user adds newcomers."""
    sites, areas, signs, changes = region
    other = list(areas)
    for members in groups(areas):
        for one, two in combinations(members, 2):
            if other[one].children > 1 and other[two].children < 4 and chance.random() < 0.5:
                other[one] = replace(other[one], children=other[one].children - 1)
                other[two] = replace(other[two], children=other[two].children + 1)
    assume(groups(other) == groups(areas))
    assert published(*sides(sites, areas, signs, changes)) == published(*sides(sites, other, signs, changes))


@given(regions_and_changes())
@settings(max_examples=150, deadline=None)
def test_what_is_lost_and_gained_and_who_came_add_up_to_the_difference(region):
    today, other = sides(*region)
    extra = other.coverage.ground.children - today.coverage.ground.children
    near = other.coverage.counts.standing == COVERED
    for column, kind in enumerate(by_kind(today, (other,))):
        now, then = kind.sides
        assert then.row.covered == now.row.covered - then.lost + then.gained + int(extra @ near[:, column])
    assert int(extra.sum()) == sum(other.newcomers.values())


@given(regions_and_changes())
@settings(max_examples=150, deadline=None)
def test_every_difference_has_its_places(region):
    """What is lost or gained of a kind is the sum of the places in the list behind it, small ones counted where their group counts."""
    today, other = sides(*region)
    found = turns(today.coverage, other.coverage, other.newcomers)
    weight = dict(zip([area.postcode for area in today.coverage.areas], today.coverage.ground.children.tolist(), strict=True))
    for kind in by_kind(today, (other,)):
        for turn, number in ((Turn.LOST, kind.most_lost), (Turn.GAINED, kind.most_gained)):
            assert number == sum(weight[each.postcode] for each in found if each.code == kind.code and each.turn is turn)
        assert kind.sides[1].places == sum(each.code == kind.code for each in found)
    for each in found:
        assert bool(each.before) == (each.turn in (Turn.LOST, Turn.FRAGILE, Turn.FIRMER))
        assert bool(each.after) == (each.turn in (Turn.GAINED, Turn.FRAGILE, Turn.FIRMER))


@given(regions_and_changes())
@settings(max_examples=60, deadline=None)
def test_beside_itself_nothing_is_different(region):
    today, other = sides(*region[:3], [])
    assert not any(kind.differs for kind in by_kind(today, (other,)))
    assert turns(today.coverage, other.coverage) == ()
    assert most_changed(today.coverage, [other.coverage]) == ""
    assert len(differences(today, other)) == 1


@pytest.fixture
def village():
    """A school with NT2 for eight hours at 100 children, one with NT2 at 60 within reach of both, and a lift nowhere."""
    sites = [a_site_at(1, 0, 0, name="De Wulk"), a_site_at(2, 1500, 0, name="De Kokkel")]
    areas = [an_area_at(1, 0, 0, 100), an_area_at(2, 3000, 0, 60)]
    return with_offers(counted(sites, areas, [[YES, NO], [YES, NO]], TWO), hours=Decimal(8))


def words(today, *changes, rates=()):
    outcome = outcome_of(today, changes)
    year = SchoolYear(2026)
    return differences(
        Side("Nu", today, costs=costs(today, rates, year)),
        Side("Dan", outcome.coverage, 1, costs(outcome.coverage, rates, year), outcome.newcomers),
    )


def test_differences_are_said_in_sentences(village):
    assert words(village, CloseSite(village.sites[1].brin6)) == (
        "60 kinderen hebben dit niet meer dichtbij: Nederlands als tweede taal (NT2).",
        "Van alle hulp is 31% thuisnabij; nu is dat 50%.",
        "Wat niet gedekt is: dan 3 witte vlekken; nu 2 witte vlekken.",
        "100 kinderen hebben voor een soort hulp maar één school dichtbij; nu zijn dat er 60.",
        "Er is 8 uur hulp per week; nu is dat 16 uur.",
    )


def test_a_difference_that_whole_percents_do_not_show_is_not_told_as_one(village):
    areas = [an_area_at(1, 0, 0, 10_000), an_area_at(2, 50_000, 0, 9_990), an_area_at(3, 3000, 0, 20)]
    today = with_offers(counted(list(village.sites), areas, [[YES, YES], [YES, YES]], TWO))
    told = words(today, EndOffer(village.sites[1].brin6, LIFT))
    assert "Van alle hulp blijft 50% thuisnabij: het verschil is minder dan 1%." in told


def test_a_school_less_within_reach_is_told_as_fragile_with_the_schools_behind_it(village):
    outcome = outcome_of(village, (EndOffer(village.sites[1].brin6, NT2),))
    found = [
        (each.postcode, each.turn, [near.site.name for near in each.before], [near.site.name for near in each.after])
        for each in turns(village, outcome.coverage)
    ]
    assert found == [
        ("1002", Turn.LOST, ["De Kokkel"], []),
        ("1001", Turn.FRAGILE, ["De Wulk", "De Kokkel"], ["De Wulk"]),
    ]
    lost = turns(village, outcome.coverage)[0]
    assert (lost.nearest.site.name, lost.nearest.km) == ("De Wulk", 3.8)
    assert (outcome.coverage.counts.only[0] != NOWHERE).any()


def test_costs_are_told_where_the_region_filled_in_what_it_costs(village):
    rates = (Rate(NT2, Per.HOUR, Decimal("1000.00")),)
    told = words(village, ChangeHours(village.sites[0].brin6, NT2, Decimal(12)), rates=rates)
    assert told == ("Er is 20 uur hulp per week; nu is dat 16 uur.", "Het kost € 20.000 per schooljaar; nu is dat € 16.000.")


def test_an_offer_without_hours_that_is_paid_by_the_hour_is_not_told_as_free(village):
    today = replace(village, marks=replace(village.marks, signs=np.array([[YES, NO], [NO, NO]])))
    rates = (Rate(NT2, Per.HOUR, Decimal("1000.00")),)
    told = words(today, AddOffer(village.sites[1].brin6, NT2), rates=rates)
    assert told[-1] == "Van 1 keer hulp erbij is niet bekend wat het kost: het aantal uren per week is leeg."
    other = outcome_of(today, (AddOffer(village.sites[1].brin6, NT2),)).coverage
    side = whole(Side("Dan", other, costs=costs(other, rates, SchoolYear(2026))))
    assert money(side) == "€ 8.000 (van 1 keer hulp niet bekend)"
    closed = words(today, AddOffer(village.sites[1].brin6, NT2), CloseSite(village.sites[0].brin6), rates=rates)
    assert "Voor zover bekend kost het € 0 per schooljaar; nu is dat € 8.000." in closed


def test_kinds_with_as_many_children_share_a_sentence(village):
    told = words(village, AddOffer(village.sites[0].brin6, LIFT), EndOffer(village.sites[1].brin6, NT2))
    assert told[0] == "60 kinderen hebben dit niet meer dichtbij: Nederlands als tweede taal (NT2)."
    assert told[1] == "100 kinderen krijgen dit dichtbij: Lift."


def test_newcomers_in_a_small_area_are_told_and_its_own_number_is_not(village):
    sites, areas = list(village.sites), [an_area_at(1, 0, 0, 100), an_area_at(2, 3000, 0, 3)]
    today = with_offers(counted(sites, areas, [[YES, NO], [YES, NO]], TWO))
    outcome = outcome_of(today, (Newcomers("1002", 40), CloseSite(sites[1].brin6)))
    [row] = [each for each in turns(today, outcome.coverage, outcome.newcomers) if each.turn is Turn.LOST]
    assert (row.postcode, row.children, row.newcomers) == ("1002", None, 40)
    assert [figure.children for figure in of_region(outcome.coverage)] == [140, 140]
    assert np.array_equal(outcome.coverage.ground.small, today.ground.small)


def test_kinds_that_turn_alike_at_one_place_are_one_row_of_the_document():
    sites = [a_site_at(1, 0, 0, name="De Wulk")]
    today = with_offers(counted(sites, [an_area_at(1, 0, 0, 100), an_area_at(2, 500, 0, 60)], [[YES, YES]], TWO))
    rows = by_place(turns(today, outcome_of(today, (CloseSite(sites[0].brin6),)).coverage))
    assert [(row.first.postcode, row.kinds) for row in rows] == [
        ("1001", ("Lift", "Nederlands als tweede taal (NT2)")),
        ("1002", ("Lift", "Nederlands als tweede taal (NT2)")),
    ]
