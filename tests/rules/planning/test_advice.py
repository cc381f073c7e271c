"""Is the advice about a region what a slow, obvious count says: best of all, with true reasons, and without small numbers?"""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.rules.suppression import FEWEST
from dekkend.coverage.words import Settings
from dekkend.coverage.words.coverage import COVERED, NO, PAUSED, UNKNOWN, YES
from dekkend.planning.gateways.reach import reach_of, with_offers
from dekkend.planning.queries.working_out import advise
from dekkend.planning.rules.building import build
from dekkend.planning.rules.told import OtherFormat, as_data, from_data
from dekkend.planning.words.advice import Advice
from dekkend.planning.words.asking import Asked, Least, Way
from tests.factories.coverage import NT2, a_site_at, an_area_at, counted

LIFT = "facilities.lift"
TWO = Settings(codes=(NT2, LIFT))  # 2 km each
COSTS = {NT2: 300, LIFT: 200}
point = st.tuples(st.integers(0, 5000), st.integers(0, 5000))
sign = st.sampled_from([NO, NO, YES, PAUSED, UNKNOWN])


@st.composite
def regions(draw):
    """Up to 5 sites and 8 areas in five by five kilometres, with two kinds."""
    sites = [a_site_at(number, *at) for number, at in enumerate(draw(st.lists(point, min_size=1, max_size=5)))]
    areas = [
        an_area_at(number, *at, children=draw(st.none() | st.integers(0, 40)), municipality=draw(st.sampled_from(["A", "B"])))
        for number, at in enumerate(draw(st.lists(point, min_size=1, max_size=8)))
    ]
    return counted(sites, areas, [draw(st.tuples(sign, sign)) for _ in sites], TWO)


def built_of(coverage, asked):
    return build(coverage, asked, reach_of(coverage), COSTS if asked.needs_money else dict.fromkeys(asked.codes, 1))


def advice_of(coverage, asked) -> Advice:
    built = built_of(coverage, asked)
    return advise(coverage, built, asked)


def best(number: int, **more) -> Asked:
    return Asked((NT2, LIFT), Way.OFFERS, number, **more)


def covered(coverage, offers) -> int:
    """Children times kinds, once these sites have these kinds; counted anew by the rules of coverage."""
    return together(of_region(with_offers(coverage, offers))).covered


def could(coverage) -> list[tuple[int, int]]:
    """Every site with every kind that it does not have."""
    return [(row, column) for row in range(len(coverage.sites)) for column in range(2) if coverage.marks.signs[row, column] != YES]


def chosen(coverage, advice) -> list[tuple[int, int]]:
    rows = {site.brin6: row for row, site in enumerate(coverage.sites)}
    return [(rows[choice.brin6], coverage.column(choice.code)) for choice in advice.choices]


@pytest.mark.slow
@given(regions(), st.integers(1, 3))
@settings(max_examples=80, deadline=None)
def test_no_other_choice_of_as_many_offers_covers_more_children(coverage, number):
    advice = advice_of(coverage, best(number))
    most = max(covered(coverage, offers) for many in range(number + 1) for offers in combinations(could(coverage), many))
    assert advice.proof.proven
    assert len(advice.choices) <= number
    assert advice.after.figure.covered == covered(coverage, chosen(coverage, advice)) == most
    assert advice.proof.value == advice.proof.bound == most - advice.before.figure.covered


@given(regions(), st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_no_other_choice_for_the_money_covers_more_children(coverage, euros):
    advice = advice_of(coverage, Asked((NT2, LIFT), Way.EUROS, euros))
    prices = [300, 200]
    fits = (
        offers
        for many in range(4)
        for offers in combinations(could(coverage), many)
        if sum(prices[column] for _, column in offers) <= euros * 100
    )
    assert advice.proof.value >= max(covered(coverage, offers) for offers in fits) - advice.before.figure.covered
    assert sum(choice.cents for choice in advice.choices) == advice.proof.cost <= euros * 100


@pytest.mark.slow
@given(regions(), st.integers(1, 100), st.sampled_from(Least))
@settings(max_examples=60, deadline=None)
def test_the_least_for_a_share_reaches_it_and_nothing_less_does(coverage, share, measure):
    asked = Asked((NT2, LIFT), Way.SHARE, share, least=measure)
    advice = advice_of(coverage, asked)
    prices = [300, 200] if asked.needs_money else [1, 1]
    everything = covered(coverage, could(coverage))
    target = min(advice.target, everything)
    assert advice.proof.unreachable == (everything < advice.target)
    assert advice.after.figure.covered >= target
    less = (
        offers
        for many in range(min(len(could(coverage)), 4) + 1)
        for offers in combinations(could(coverage), many)
        if sum(prices[column] for _, column in offers) < advice.proof.cost
    )
    assert not [offers for offers in less if covered(coverage, offers) >= target]


@pytest.mark.slow
@given(regions(), st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_each_reason_is_what_counting_anew_says(coverage, number):
    advice = advice_of(coverage, best(number))
    offers = chosen(coverage, advice)
    for at, choice in enumerate(advice.choices):
        others = [offer for offer in offers if offer != offers[at]]
        assert choice.adds == covered(coverage, offers[: at + 1]) - covered(coverage, offers[:at])
        assert choice.alone == advice.after.figure.covered - covered(coverage, others)
        row = offers[at][0]
        gone = coverage.marks.signs.copy()
        gone[row] = NO
        without = with_offers(coverage_with(coverage, gone), [offer for offer in offers if offer[0] != row])
        there = with_offers(coverage, offers).counts.standing == COVERED
        gone_somewhere = (there & (without.counts.standing != COVERED)).any(axis=1)
        assert choice.closes == int(coverage.ground.children[gone_somewhere].sum())  # each child once
    more = max((covered(coverage, [*offers, offer]) for offer in could(coverage)), default=0) - advice.after.figure.covered
    assert (advice.next.adds if advice.next else 0) == max(0, more)


QUESTIONS = [
    lambda number: best(number, certain=("99AA02",)),
    lambda number: best(number, without=("99AA02",)),
    lambda number: Asked((NT2, LIFT), Way.EUROS, number * 2),
    lambda number: Asked((NT2, LIFT), Way.SHARE, number * 20),
    lambda number: Asked((NT2, LIFT), Way.SHARE, number * 20, least=Least.EUROS),
    lambda number: Asked((NT2, LIFT), Way.SHARE, number * 10, least=Least.EUROS, certain=("99AA02",)),
]


@pytest.mark.slow
@given(regions(), st.integers(2, 4), st.sampled_from(QUESTIONS))
@settings(max_examples=120, deadline=None)
def test_what_comes_instead_of_a_school_is_the_best_of_all_that_the_question_allows(coverage, number, question):
    """A school that cannot, loses all its rows of the plan; one offer of any kind at any other school may come for them."""
    asked = question(number)
    advice = advice_of(coverage, asked)
    offers, prices = chosen(coverage, advice), [300, 200] if asked.needs_money else [1, 1]
    target = -(-advice.before.figure.children * asked.number // 100)
    for (row, _), choice in zip(offers, advice.choices, strict=True):
        stays = [offer for offer in offers if offer[0] != row]
        room = asked.number * 100 - sum(prices[column] for _, column in stays) if asked.way is Way.EUROS else 10_000
        told = {
            offer: covered(coverage, [*stays, offer])
            for offer in could(coverage)
            if offer[0] != row and offer not in stays and coverage.sites[offer[0]].brin6 not in asked.without and prices[offer[1]] <= room
        }
        helpful = {offer: then for offer, then in told.items() if then > covered(coverage, stays)}
        enough = {offer: then for offer, then in helpful.items() if asked.way is Way.SHARE and then >= target}
        cheapest = min((prices[column] for _, column in enough), default=0)
        wanted = {offer: then for offer, then in enough.items() if prices[offer[1]] == cheapest} or helpful
        assert (choice.instead is not None) == bool(wanted)
        if choice.instead:
            site = next(row for row, each in enumerate(coverage.sites) if each.brin6 == choice.instead.brin6)
            then = wanted[site, coverage.column(choice.instead.code)]
            assert then == max(wanted.values())
            assert choice.instead.adds == then - covered(coverage, stays)
            assert choice.instead.fewer == advice.after.figure.covered - then
            assert choice.instead.reaches == (asked.way is not Way.SHARE or then >= target)


def test_of_a_school_with_two_rows_both_fall_away_and_another_kind_may_come_instead():
    sites = [a_site_at(1, 0, 0), a_site_at(2, 20_000, 0)]
    areas = [an_area_at(1, 0, 0, 50), an_area_at(2, 20_000, 0, 40)]
    coverage = counted(sites, areas, [[NO, NO], [YES, NO]], TWO)
    advice = advice_of(coverage, best(2))
    assert [(choice.brin6, choice.alone) for choice in advice.choices] == [(sites[0].brin6, 50)] * 2
    assert {(choice.instead.code, choice.instead.adds, choice.instead.fewer) for choice in advice.choices} == {(LIFT, 40, 60)}


def coverage_with(coverage, signs):
    from dataclasses import replace

    return replace(coverage, marks=replace(coverage.marks, signs=signs))


@pytest.mark.slow
@given(regions(), st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_what_is_not_known_stays_between_the_bounds(coverage, number):
    advice = advice_of(coverage, best(number))
    for stand in (advice, *advice.kinds):
        was, will = stand.before.figure, stand.after.figure
        assert was.covered <= will.covered <= will.covered + will.possible <= will.children == was.children
        assert was.covered + was.possible <= will.covered + will.possible


@pytest.mark.slow
@given(regions(), st.integers(1, 4))
@settings(max_examples=120, deadline=None)
def test_no_number_of_a_plan_is_about_one_to_four_children(coverage, number):
    advice = advice_of(coverage, best(number))
    told = [advice.proof.value, advice.next.adds if advice.next else 0]
    for choice in advice.choices:
        told += [choice.adds, choice.alone, choice.closes]
        told += [choice.instead.adds] if choice.instead else []
    for stand in (advice.before, advice.after):
        told += [stand.figure.covered, stand.figure.possible, stand.figure.bare, stand.alone]
    assert not [figure for figure in told if 0 < figure < FEWEST]


@given(regions(), st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_an_advice_survives_being_stored(coverage, number):
    advice = advice_of(coverage, best(number))
    assert from_data(json.loads(json.dumps(as_data(advice)))) == advice


def test_an_advice_of_another_format_is_not_read():
    with pytest.raises(OtherFormat):
        from_data({"format": "dekkend-plan/0"})


@given(regions(), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_who_cannot_is_not_in_it_and_who_must_is(coverage, number):
    first, last = coverage.sites[0].brin6, coverage.sites[-1].brin6
    assume(first != last)
    asked = best(number + 2, without=(first,), certain=(last,))
    advice = advice_of(coverage, asked)
    lacks = {(last, kind.code) for column, kind in enumerate(coverage.kinds) if coverage.marks.signs[-1, column] != YES}
    assert first not in {choice.brin6 for choice in advice.choices}
    assert {(choice.brin6, choice.code) for choice in advice.choices if choice.certain} == lacks
    rest = [offer for offer in could(coverage) if offer[0] not in (0, len(coverage.sites) - 1)]
    fixed = [offer for offer in could(coverage) if offer[0] == len(coverage.sites) - 1]
    most = max(
        covered(coverage, [*fixed, *offers])
        for many in range(number + 3 - len(fixed))
        for offers in combinations(rest, min(many, len(rest)))
    )
    assert advice.after.figure.covered == most
    assert advice.proof.bound == advice.proof.value
