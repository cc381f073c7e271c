"""Is coverage what a slow, obvious count says, and does it do what everyone expects when something changes?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dekkend.coverage.rules.figures import by_area, by_municipality, of_region, together
from dekkend.coverage.rules.fragility import children_on_one_site, on_one_site
from dekkend.coverage.rules.kinds import with_radius
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.words import BARE, COVERED, NOWHERE, POSSIBLE, Settings
from dekkend.coverage.words.coverage import NO, PAUSED, UNKNOWN, YES
from tests.factories.coverage import NT2, NT2_ONLY, a_site_at, an_area_at, counted

CODES = (NT2, "facilities.lift", "expertise.sick_pupils")  # 2, 2 and 5 km
THREE = Settings(codes=CODES)
point = st.tuples(st.integers(0, 9000), st.integers(0, 9000))
sign = st.sampled_from([NO, YES, PAUSED, UNKNOWN])


@st.composite
def regions(draw):
    """Up to 12 sites and 12 areas in nine by nine kilometres, with three kinds."""
    sites = [a_site_at(number, *at) for number, at in enumerate(draw(st.lists(point, max_size=12)))]
    areas = [
        an_area_at(number, *at, children=draw(st.none() | st.integers(0, 40)), municipality=draw(st.sampled_from(["A", "B"])))
        for number, at in enumerate(draw(st.lists(point, max_size=12)))
    ]
    signs = [draw(st.tuples(sign, sign, sign)) for _ in sites]
    return sites, areas, signs


def slowly(coverage):
    """Each area, each kind, each site; one after the other, as one would explain it."""
    standing, yes, only = [], [], []
    for area in coverage.areas:
        states, counts, alone = [], [], []
        for column, kind in enumerate(coverage.kinds):
            near = [
                row for row, site in enumerate(coverage.sites) if math.dist(site.point, area.point) * 1.25 <= kind.radius_km * 1000 + 1e-6
            ]
            have = [row for row in near if coverage.marks.signs[row, column] == YES]
            silent = [row for row in near if coverage.marks.signs[row, column] == UNKNOWN]
            states.append(COVERED if have else POSSIBLE if silent else BARE)
            counts.append(len(have))
            alone.append(have[0] if len(have) == 1 else NOWHERE)
        standing.append(states)
        yes.append(counts)
        only.append(alone)
    return standing, yes, only


@given(regions())
@settings(max_examples=150, deadline=None)
def test_coverage_is_what_a_slow_count_says(region):
    coverage = counted(*region, THREE)
    standing, yes, only = slowly(coverage)
    assert coverage.counts.standing.tolist() == standing
    assert coverage.counts.yes.tolist() == yes
    assert coverage.counts.only.tolist() == only
    for column, figure in enumerate(of_region(coverage)):
        weighed = list(zip(coverage.ground.children.tolist(), standing, strict=True))
        assert figure.covered == sum(children for children, states in weighed if states[column] == COVERED)
        assert figure.possible == sum(children for children, states in weighed if states[column] == POSSIBLE)


@given(regions(), st.data())
@settings(max_examples=100, deadline=None)
def test_one_more_offer_never_lowers_a_figure(region, data):
    sites, areas, signs = region
    if not sites:
        return
    row, column = data.draw(st.integers(0, len(sites) - 1)), data.draw(st.integers(0, 2))
    before = of_region(counted(sites, areas, signs, THREE))
    more = [list(each) for each in signs]
    more[row][column] = YES
    after = of_region(counted(sites, areas, more, THREE))
    assert all(new.covered >= old.covered for old, new in zip(before, after, strict=True))


@given(regions())
@settings(max_examples=100, deadline=None)
def test_the_bounds_enclose_whatever_the_silent_schools_turn_out_to_say(region):
    sites, areas, signs = region
    shown = of_region(counted(sites, areas, signs, THREE))
    least = of_region(counted(sites, areas, [[NO if each == UNKNOWN else each for each in row] for row in signs], THREE))
    most = of_region(counted(sites, areas, [[YES if each == UNKNOWN else each for each in row] for row in signs], THREE))
    for figure, low, high in zip(shown, least, most, strict=True):
        assert low.covered == figure.covered <= figure.covered + figure.possible == high.covered <= figure.children


@given(regions(), st.sampled_from([1.0, 2.0]))
@settings(max_examples=60, deadline=None)
def test_further_away_never_covers_less(region, km):
    near, far = (of_region(counted(*region, with_radius(THREE, distance))) for distance in (km, km * 2))
    assert all(old.covered <= new.covered for old, new in zip(near, far, strict=True))


@given(regions())
@settings(max_examples=60, deadline=None)
def test_the_parts_add_up_to_the_whole(region):
    coverage = counted(*region, THREE)
    whole = of_region(coverage)
    for rows in (by_municipality(coverage), by_area(coverage)):
        for column, figure in enumerate(whole):
            if rows is not None and not coverage.ground.small.any():
                assert sum(row.figures[column].covered for row in rows) == figure.covered
                assert sum(row.figures[column].bare for row in rows) == figure.bare
    assert together(whole).covered == sum(figure.covered for figure in whole)


@given(regions())
@settings(max_examples=60, deadline=None)
def test_white_spots_are_the_areas_without_and_name_the_nearest(region):
    coverage = counted(*region, THREE)
    spots = {(spot.area.postcode, spot.kind.code): spot for spot in white_spots(coverage)}
    for at, area in enumerate(coverage.areas):
        for column, kind in enumerate(coverage.kinds):
            spot = spots.get((area.postcode, kind.code))
            empty = area.children == 0 or (
                coverage.ground.children[at] == 0 and not coverage.ground.small[at] and area.children is not None
            )
            assert (spot is None) == (coverage.counts.standing[at, column] == COVERED or empty)
            if spot is None:
                continue
            away = [math.dist(s.point, area.point) for row, s in enumerate(coverage.sites) if coverage.marks.signs[row, column] == YES]
            assert (spot.nearest is None) == (not away)
            # Told in tenths, never across the distance that counts.
            assert spot.nearest is None or spot.nearest.km == pytest.approx(min(away) * 1.25 / 1000, abs=0.101)
            assert spot.sure == (coverage.counts.standing[at, column] == BARE)
    sure = [spot.sure for spot in white_spots(coverage)]
    assert sure == sorted(sure, reverse=True)


@pytest.mark.parametrize(("metres", "covered"), [(1599, True), (1600, True), (1601, False)])
def test_two_kilometres_along_the_way_are_sixteen_hundred_metres_straight(metres, covered):
    coverage = counted([a_site_at(1, 0, 0)], [an_area_at(1, metres, 0, 100)], [[YES]])
    assert (of_region(coverage)[0].covered == 100) is covered


def test_a_school_that_cannot_give_it_now_covers_nobody_and_leaves_nothing_open():
    figure = of_region(counted([a_site_at(1, 0, 0)], [an_area_at(1, 0, 0, 100)], [[PAUSED]]))[0]
    assert (figure.covered, figure.possible, figure.bare) == (0, 0, 100)


def test_a_school_of_which_nobody_knows_where_it_lies_covers_nobody():
    coverage = counted([a_site_at(1, 0, 0, point=None), a_site_at(2, 9000, 0)], [an_area_at(1, 0, 0, 100)], [[YES], [YES]])
    assert of_region(coverage)[0].covered == 0
    assert white_spots(coverage)[0].nearest.site.site_id == 2


def test_children_count_once_for_the_one_school_they_depend_on():
    sites = [a_site_at(1, 0, 0), a_site_at(2, 3000, 0)]
    areas = [an_area_at(1, 0, 0, 100), an_area_at(2, 1500, 0, 50), an_area_at(3, 3000, 0, 30)]
    coverage = counted(sites, areas, [[YES], [YES]])
    assert [(each.site.site_id, each.children, each.surely) for each in on_one_site(coverage)] == [(1, 100, 100), (2, 30, 30)]
    assert children_on_one_site(coverage) == 130


def test_who_has_a_silent_school_near_depends_less_surely():
    coverage = counted([a_site_at(1, 0, 0), a_site_at(2, 100, 0)], [an_area_at(1, 0, 0, 100)], [[YES], [UNKNOWN]])
    assert [(each.children, each.surely) for each in on_one_site(coverage)] == [(100, 0)]


def test_an_area_of_which_nobody_knows_the_children_is_told_and_counts_nowhere():
    coverage = counted([], [an_area_at(1, 0, 0, None), an_area_at(2, 0, 0, 60)], [])
    assert of_region(coverage)[0].children == 60
    assert [spot.children for spot in white_spots(coverage)] == [60, None]


def test_nothing_at_all_is_counted_without_a_word():
    coverage = counted([], [], [], NT2_ONLY)
    assert (of_region(coverage)[0].low, of_region(coverage)[0].high) == (None, None)
    assert np.array_equal(coverage.counts.standing, np.zeros((0, 1)))
