"""Can nobody tell how many children live where they are few, whatever figures are added up and subtracted?"""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from dekkend.coverage.rules.figures import by_area, by_municipality, of_region
from dekkend.coverage.rules.fragility import on_one_site
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.rules.suppression import FEWEST, groups, left_out, tells_nothing, weights
from dekkend.coverage.words import Settings
from dekkend.coverage.words.coverage import NO, UNKNOWN, YES
from tests.factories.coverage import NT2, a_site_at, an_area_at, counted

KINDS = Settings(codes=(NT2, "facilities.lift"))
children = st.one_of(st.integers(1, 4), st.integers(1, 4), st.integers(0, 60), st.none())
point = st.tuples(st.integers(0, 6000), st.integers(0, 6000))


@st.composite
def many_small(draw):
    areas = [
        an_area_at(number, *draw(point), children=draw(children), municipality=draw(st.sampled_from(["A", "B"])))
        for number in range(draw(st.integers(1, 10)))
    ]
    sites = [a_site_at(number, *draw(point)) for number in range(draw(st.integers(0, 5)))]
    signs = [draw(st.tuples(*[st.sampled_from([NO, YES, UNKNOWN])] * 2)) for _ in sites]
    return sites, areas, signs


def published(coverage):
    """Every number of children that any screen or file shows."""
    rows = [*by_municipality(coverage), *by_area(coverage)]
    figures = [*of_region(coverage), *(figure for row in rows for figure in row.figures)]
    shown = [number for figure in figures for number in (figure.children, figure.covered, figure.possible, figure.bare)]
    shown += [row.children for row in rows] + [spot.children for spot in white_spots(coverage)]
    return shown + [number for each in on_one_site(coverage) for number in (each.children, each.surely)]


@pytest.mark.slow
@given(many_small())
@settings(max_examples=200, deadline=None)
def test_no_figure_is_ever_about_one_to_four_children(region):
    assert not [number for number in published(counted(*region, KINDS)) if number is not None and 0 < number < FEWEST]


@given(many_small(), st.randoms())
@settings(max_examples=150, deadline=None)
def test_figures_are_the_same_however_the_children_of_a_group_are_spread(region, chance):
    """What does not depend on something cannot tell it."""
    sites, areas, signs = region
    other = list(areas)
    for members in groups(areas):
        for one, two in combinations(members, 2):
            if other[one].children > 1 and other[two].children < 4 and chance.random() < 0.5:
                other[one] = an_area_like(other[one], other[one].children - 1)
                other[two] = an_area_like(other[two], other[two].children + 1)
    assume(groups(other) == groups(areas))
    assert published(counted(sites, areas, signs, KINDS)) == published(counted(sites, other, signs, KINDS))


def an_area_like(area, number):
    return an_area_at(int(area.postcode) - 1000, *area.point, children=number, municipality=area.municipality)


@given(many_small())
@settings(max_examples=60, deadline=None)
def test_no_adding_and_subtracting_of_all_that_is_shown_tells_a_small_area(region):
    """Exactly, by linear programming: of every small area the least and the most it can be, given every figure over areas that is shown."""
    coverage = counted(*region, KINDS)
    areas, ground = coverage.areas, coverage.ground
    together = groups(areas)
    small = np.flatnonzero(ground.small).tolist()
    weighed = {row: members for members in together for row in [members[len(members) // 2]]}
    equations, totals = [], []
    for members in sums_over(coverage):
        # a figure is the weights of some areas; of a group it tells what all of the group have together
        line = np.zeros(len(areas))
        for row in members:
            line[weighed.get(row, [])] = 1
        equations.append(line[small])
        known = sum(int(ground.children[row]) for row in members if row not in weighed)
        totals.append(sum(int(ground.children[row]) for row in members) - known)
    for at in range(len(small)):
        aim = np.zeros(len(small))
        aim[at] = 1
        # that an area has few children is shown too: everyone knows that it is one to four
        least = linprog(aim, A_eq=np.array(equations), b_eq=totals, bounds=(1, 4))
        most = linprog(-aim, A_eq=np.array(equations), b_eq=totals, bounds=(1, 4))
        assert (least.fun, -most.fun) == (pytest.approx(1), pytest.approx(4))


def sums_over(coverage):
    """The rows of areas of which some figure is the sum."""
    everywhere = range(len(coverage.areas))
    for members in [everywhere, *([row for row in everywhere if coverage.areas[row].municipality == name] for name in ("A", "B"))]:
        yield list(members)
        for column in range(len(coverage.kinds)):
            for state in (0, 1, 2):
                yield [row for row in members if coverage.counts.standing[row, column] == state]
    yield from ([row] for row in everywhere if not coverage.ground.small[row])


def test_small_areas_count_together_and_nobody_is_lost():
    areas = [an_area_at(number, 0, 0, many) for number, many in enumerate([3, 100, 1, 2, 2, 3])]
    weight, small = weights(areas)
    assert groups(areas) == [[0, 2, 3], [4, 5]]
    assert weight.tolist() == [0, 100, 6, 0, 0, 5]
    assert small.tolist() == [True, False, True, True, True, True]
    assert left_out(areas) == 0


@pytest.mark.parametrize(
    ("numbers", "found"), [([4, 4], []), ([1] * 5, []), ([4, 4, 1], [[0, 1, 2]]), ([4, 4, 4, 4], []), ([2, 3, 4, 4], [[0, 1, 2, 3]])]
)
def test_a_sum_that_tells_each_of_its_parts_is_no_group(numbers, found):
    """Two areas of few children with 8 together have 4 each: that counts nowhere, unless others make it tell nothing."""
    assert groups([an_area_at(number, 0, 0, many) for number, many in enumerate(numbers)]) == found


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_sum_tells_nothing_when_every_number_is_still_possible_for_each(count):
    for together in range(count, 4 * count + 1):
        first = {numbers[0] for numbers in product(range(1, 5), repeat=count) if sum(numbers) == together}
        assert tells_nothing(together, count) == (first == {1, 2, 3, 4})


def test_who_is_left_and_would_give_others_away_counts_nowhere():
    areas = [an_area_at(number, 0, 0, many) for number, many in enumerate([2, 3, 0.2])]
    assert groups(areas) == [[0, 1]]
    assert left_out(areas) == 1


def test_what_is_left_joins_the_last_group_of_its_municipality():
    areas = [an_area_at(number, 0, 0, many) for number, many in enumerate([3, 3, 2])]
    assert groups(areas) == [[0, 1, 2]]
    assert weights(areas)[0].tolist() == [0, 8, 0]


def test_too_few_in_a_municipality_count_nowhere():
    areas = [an_area_at(1, 0, 0, 3, "A"), an_area_at(2, 0, 0, 4, "B"), an_area_at(3, 0, 0, 50, "A")]
    assert groups(areas) == []
    assert left_out(areas) == 2
    assert weights(areas)[0].tolist() == [0, 0, 50]


@pytest.mark.parametrize(("many", "hidden", "weight"), [(None, False, 0), (0, False, 0), (0.2, True, 0), (4.4, True, 0), (4.5, False, 5)])
def test_few_begins_above_nothing_and_ends_below_five(many, hidden, weight):
    weighed, small = weights([an_area_at(1, 0, 0, many)])
    assert (bool(small[0]), int(weighed[0])) == (hidden, weight)
