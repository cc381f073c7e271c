"""Does an outline stay where it was when it gets fewer points, and are children counted as CBS's bands allow?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.register.rules.children import children_of_4_to_11
from dekkend.register.rules.nearness import Neighbourhood
from dekkend.register.rules.outlines import _off, box, flat, simplify, unflat

POINTS = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 2000)), min_size=5, max_size=30, unique=True)


@given(POINTS)
def test_no_point_that_was_left_out_lies_further_away_than_the_tolerance(points):
    kept = simplify(points, 50.0)
    assert set(kept) <= set(points)
    sides = list(zip(kept, [*kept[1:], kept[0]], strict=True))
    assert all(min(_off(point, *side) for side in sides) <= 50.0**2 + 1e-6 for point in points)


def test_a_straight_coast_becomes_its_corners():
    square = [(float(x), 0.0) for x in range(0, 100, 10)] + [(100.0, float(y)) for y in range(0, 100, 10)] + [(100.0, 100.0), (0.0, 100.0)]
    assert simplify(square, 1.0) == ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0))


def test_a_speck_keeps_three_points():
    assert len(simplify([(0.0, 0.0), (1.0, 0.0), (2.0, 0.5), (1.0, 1.0), (0.0, 1.0)], 500.0)) >= 3


def test_stored_and_read_back_an_outline_is_the_same_in_whole_metres():
    ring = ((1.0, 2.0), (3.0, 4.0), (5.0, 0.0))
    assert unflat(flat([ring])) == (ring,)
    assert box([ring]) == (1.0, 0.0, 5.0, 4.0)


@given(st.lists(st.tuples(st.floats(0, 50_000), st.floats(0, 50_000)), max_size=8), st.tuples(st.floats(0, 50_000), st.floats(0, 50_000)))
def test_near_is_what_a_slow_count_says(points, here):
    assert (here in Neighbourhood(points)) == any(math.dist(here, point) ** 2 <= 10_000.0**2 for point in points)


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ({"0-4": 100, "5-9": 50, "10-14": 25}, 80.0),
        ({"0-4": 0, "5-9": 0, "10-14": 0}, 0.0),
        ({"0-4": 100, "5-9": 50}, None),
        ({}, None),
        ({"0-4": [1, 4], "5-9": 50, "10-14": 25}, None),
        ({"0-4": [5, 5], "5-9": [10, 10], "10-14": [5, 5]}, 13.0),
    ],
)
def test_children_of_four_to_eleven_or_unknown(children, expected):
    assert children_of_4_to_11(children) == expected
