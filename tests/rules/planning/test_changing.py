"""Is a scenario what a slow count of the changed region says, and does each change do what everyone expects of it?"""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dekkend.coverage.rules.capacity import capacity
from dekkend.coverage.rules.figures import of_region
from dekkend.coverage.words import BARE, COVERED, POSSIBLE, Settings
from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES
from dekkend.planning.queries.scenarios import outcome_of
from dekkend.planning.words.changes import AddOffer, ChangeHours, CloseSite, EndOffer, Newcomers
from tests.factories.coverage import NT2, NT2_ONLY, a_site_at, an_area_at, counted
from tests.factories.scenarios import with_offers

LIFT = "facilities.lift"
CODES = (NT2, LIFT, "expertise.sick_pupils")  # 2, 2 and 5 km
THREE = Settings(codes=CODES)
point = st.tuples(st.integers(0, 9000), st.integers(0, 9000))
sign = st.sampled_from([NO, YES, PAUSED, UNKNOWN])


@st.composite
def regions(draw):
    """Up to 8 sites and 10 areas in nine by nine kilometres, with three kinds."""
    sites = [a_site_at(number, *at) for number, at in enumerate(draw(st.lists(point, min_size=1, max_size=8)))]
    areas = [
        an_area_at(number, *at, children=draw(st.none() | st.integers(0, 40)), municipality=draw(st.sampled_from(["A", "B"])))
        for number, at in enumerate(draw(st.lists(point, min_size=1, max_size=10)))
    ]
    signs = [draw(st.tuples(sign, sign, sign)) for _ in sites]
    return with_offers(counted(sites, areas, signs, THREE))


def a_change(coverage):
    """One change somewhere in this region; some do not fit."""
    brin6, code = st.sampled_from([site.brin6 for site in coverage.sites]), st.sampled_from(CODES)
    postcode = st.sampled_from([area.postcode for area in coverage.areas])
    return st.one_of(
        st.builds(CloseSite, brin6),
        st.builds(AddOffer, brin6, code, st.none() | st.just(Decimal(6))),
        st.builds(EndOffer, brin6, code),
        st.builds(ChangeHours, brin6, code, st.just(Decimal(12))),
        st.builds(Newcomers, postcode, st.integers(5, 300)),
    )


def figures(coverage):
    return [(each.children, each.covered, each.possible) for each in of_region(coverage)]


def slowly(coverage, changes):
    """The same region told as plain lists, changed one after another, and counted one by one."""
    rows = {site.brin6: (site.point, coverage.marks.signs[row].tolist()) for row, site in enumerate(coverage.sites)}
    columns = {kind.code: column for column, kind in enumerate(coverage.kinds)}
    children = dict(zip([area.postcode for area in coverage.areas], coverage.ground.children.tolist(), strict=True))
    for change in changes:
        if isinstance(change, Newcomers):
            children[change.postcode] += change.children
        elif change.brin6 not in rows:
            continue
        elif isinstance(change, CloseSite):
            del rows[change.brin6]
        elif isinstance(change, AddOffer):
            rows[change.brin6][1][columns[change.code]] = YES
        elif isinstance(change, EndOffer) and rows[change.brin6][1][columns[change.code]] == YES:
            rows[change.brin6][1][columns[change.code]] = NO
    found = []
    for at, kind in enumerate(coverage.kinds):
        states = {COVERED: 0, POSSIBLE: 0, BARE: 0}
        for area in coverage.areas:
            near = [signs[at] for place, signs in rows.values() if math.dist(place, area.point) * 1.25 <= kind.radius_km * 1000 + 1e-6]
            states[COVERED if YES in near else POSSIBLE if UNKNOWN in near else BARE] += children[area.postcode]
        found.append((sum(states.values()), states[COVERED], states[POSSIBLE]))
    return found


@pytest.mark.slow
@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_scenario_is_what_a_slow_count_of_the_changed_region_says(data):
    coverage = data.draw(regions())
    changes = data.draw(st.lists(a_change(coverage), max_size=6))
    assert figures(outcome_of(coverage, changes).coverage) == slowly(coverage, changes)


@given(regions())
@settings(max_examples=50, deadline=None)
def test_without_changes_nothing_changes(coverage):
    outcome = outcome_of(coverage, ())
    assert np.array_equal(outcome.coverage.counts.standing, coverage.counts.standing)
    assert np.array_equal(outcome.coverage.counts.only, coverage.counts.only)
    assert figures(outcome.coverage) == figures(coverage)
    assert outcome.told == ()


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_school_that_closes_never_raises_a_figure(data):
    coverage = data.draw(regions())
    site = data.draw(st.sampled_from(coverage.sites))
    before, after = of_region(coverage), of_region(outcome_of(coverage, (CloseSite(site.brin6),)).coverage)
    assert all(new.covered <= old.covered and new.bare >= old.bare for old, new in zip(before, after, strict=True))


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100, deadline=None)
def test_one_more_offer_never_lowers_a_figure_and_ending_it_again_gives_back_what_was(data):
    coverage = data.draw(regions())
    site, code = data.draw(st.sampled_from(coverage.sites)), data.draw(st.sampled_from(CODES))
    added = outcome_of(coverage, (AddOffer(site.brin6, code),))
    assert all(new.covered >= old.covered for old, new in zip(of_region(coverage), of_region(added.coverage), strict=True))
    ended = outcome_of(coverage, (AddOffer(site.brin6, code), EndOffer(site.brin6, code)))
    was = coverage.sign(coverage.sites.index(site), coverage.column(code))
    if added.told[0].fits and was.value in ("no", "paused"):
        assert figures(ended.coverage) == figures(coverage)


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100, deadline=None)
def test_the_order_of_changes_to_different_schools_and_places_does_not_matter(data):
    coverage = data.draw(regions())
    changes = data.draw(st.lists(a_change(coverage), max_size=6, unique_by=lambda change: getattr(change, "brin6", change.key)))
    other = data.draw(st.permutations(changes))
    one, two = outcome_of(coverage, changes), outcome_of(coverage, other)
    assert figures(one.coverage) == figures(two.coverage)
    assert {each.change: each.fits for each in one.told} == {each.change: each.fits for each in two.told}


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100, deadline=None)
def test_what_does_not_fit_changes_nothing(data):
    coverage = data.draw(regions())
    outcome = outcome_of(coverage, data.draw(st.lists(a_change(coverage), max_size=6)))
    fitting = [each.change for each in outcome.told if each.fits]
    assert figures(outcome_of(coverage, fitting).coverage) == figures(outcome.coverage)


@pytest.fixture
def two_schools():
    """Two schools ten kilometres apart, the first with NT2 for eight hours; 100 children at the first, 60 at the second."""
    sites = [a_site_at(1, 0, 0, name="De Wulk"), a_site_at(2, 10_000, 0, name="De Kokkel")]
    return with_offers(counted(sites, [an_area_at(1, 0, 0, 100), an_area_at(2, 10_000, 0, 60)], [[YES], [NO]]), hours=Decimal(8))


def told(coverage, *changes):
    return [(each.sentence, each.hindrance) for each in outcome_of(coverage, changes).told]


def test_each_change_is_told_in_a_sentence(two_schools):
    one, two = (site.brin6 for site in two_schools.sites)
    kind = "Nederlands als tweede taal (NT2)"
    assert told(
        two_schools, ChangeHours(one, NT2, Decimal("12.5")), AddOffer(two, NT2, Decimal(4)), Newcomers("1002", 120, "nieuwbouw")
    ) == [
        (f"De Wulk geeft 12,5 uur per week in plaats van 8: {kind}.", ""),
        (f"De Kokkel krijgt erbij: {kind}, 4 uur per week.", ""),
        ("In 1002 Duin 2 komen 120 kinderen wonen (nieuwbouw).", ""),
    ]
    assert told(two_schools, CloseSite(one), EndOffer(one, NT2)) == [
        ("De Wulk sluit.", ""),
        (f"De Wulk stopt met: {kind}.", "De school sluit al in dit scenario."),
    ]


def test_what_no_longer_fits_says_why(two_schools):
    one, two = (site.brin6 for site in two_schools.sites)
    found = told(two_schools, CloseSite("99ZZ99"), AddOffer(one, NT2), EndOffer(two, NT2), AddOffer(two, LIFT), Newcomers("9876", 20))
    assert [why for _, why in found] == [
        "De school staat niet meer in het register van deze regio.",
        "De school heeft dit al.",
        "De school heeft dit nu ook niet.",
        "Deze soort hulp telt niet mee bij de instellingen van uw regio.",
        "Dit gebied staat niet in het register van deze regio.",
    ]
    lines = outcome_of(two_schools, (CloseSite("99ZZ99"),)).coverage.lines
    assert lines[-1] == "Dit telt niet mee: 99ZZ99 sluit. Reden: De school staat niet meer in het register van deze regio."


def test_what_a_later_change_undoes_says_so(two_schools):
    one, two = (site.brin6 for site in two_schools.sites)
    stops, closes, back = (
        f"Later in dit scenario {what}." for what in ("stopt deze hulp", "sluit deze school", "krijgt de school deze hulp weer")
    )
    for changes, undone in [
        ([AddOffer(two, NT2), EndOffer(two, NT2)], [stops, ""]),
        ([ChangeHours(one, NT2, Decimal(20)), EndOffer(one, NT2)], [stops, ""]),
        ([EndOffer(one, NT2), AddOffer(one, NT2)], [back, ""]),
        ([AddOffer(two, NT2), EndOffer(one, NT2)], ["", ""]),
        ([AddOffer(two, NT2), EndOffer(two, NT2), CloseSite(two)], [closes, closes, ""]),
        ([AddOffer(two, NT2, Decimal(2)), ChangeHours(two, NT2, Decimal(20))], ["", ""]),
        ([CloseSite(one), EndOffer(one, NT2), Newcomers("1001", 20)], ["", "", ""]),
    ]:
        assert [each.undone for each in outcome_of(two_schools, changes).told] == undone
    lines = outcome_of(two_schools, (AddOffer(two, NT2), EndOffer(two, NT2))).coverage.lines
    assert f"Reden: {stops}" in lines[-2]


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100, deadline=None)
def test_nothing_is_left_of_what_a_later_change_undoes(data):
    """The same region with whatever hours: what was undone shows in no figure."""
    coverage = data.draw(regions())
    outcome = outcome_of(coverage, data.draw(st.lists(a_change(coverage), max_size=6)))
    for each in outcome.told:
        if not each.undone:
            continue
        row = next((row for row, site in enumerate(outcome.coverage.sites) if site.brin6 == each.change.brin6), None)
        has = row is not None and outcome.coverage.marks.signs[row, outcome.coverage.column(each.change.code)] == YES
        assert has == isinstance(each.change, EndOffer) or row is None


def test_a_school_outside_the_region_cannot_be_changed():
    sites = [a_site_at(1, 0, 0), a_site_at(2, 0, 0, region="PO8888")]
    coverage = with_offers(counted(sites, [an_area_at(1, 0, 0, 100)], [[NO], [YES]], NT2_ONLY, around=1))
    [(_, why)] = told(coverage, CloseSite(sites[1].brin6))
    assert why == "De school staat niet meer in het register van deze regio."


def test_hours_change_without_changing_who_is_covered(two_schools):
    one = two_schools.sites[0].brin6
    after = outcome_of(two_schools, (ChangeHours(one, NT2, Decimal(20)),)).coverage
    assert (capacity(two_schools)[0].hours, capacity(after)[0].hours) == (Decimal(8), Decimal(20))
    assert figures(after) == figures(two_schools)


def test_a_school_of_which_nobody_knows_where_it_lies_gets_nothing(two_schools):
    coverage = with_offers(counted([a_site_at(1, 0, 0, point=None)], [an_area_at(1, 0, 0, 100)], [[NO]]))
    [(_, why)] = told(coverage, AddOffer(coverage.sites[0].brin6, NT2))
    assert why == "Waar de school ligt, is niet bekend. Daarom dekt zij geen plek."


def test_the_region_of_today_stays_as_it_is(two_schools):
    signs, children = two_schools.marks.signs.copy(), two_schools.ground.children.copy()
    one, two = (site.brin6 for site in two_schools.sites)
    outcome_of(two_schools, (AddOffer(two, NT2), EndOffer(one, NT2), Newcomers("1001", 50)))
    assert np.array_equal(two_schools.marks.signs, signs)
    assert np.array_equal(two_schools.ground.children, children)
