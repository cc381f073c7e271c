"""Do points on the globe and on the Dutch grid fit together, at places that are known?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.kernel.grid import to_globe, to_grid

# Published with the approximation: Amersfoort, Amsterdam (Westertoren), Groningen (Martinitoren).
KNOWN = [
    ((155_000.0, 463_000.0), (5.38720621, 52.15517440)),
    ((120_700.723, 487_525.501), (4.88352559, 52.37453253)),
    ((233_883.131, 582_065.167), (6.56820053, 53.21938317)),
]


@pytest.mark.parametrize(("metres", "degrees"), KNOWN)
def test_a_known_place_lies_within_half_a_metre(metres, degrees):
    assert to_grid(*degrees) == pytest.approx(metres, abs=0.5)
    assert to_globe(*metres) == pytest.approx(degrees, abs=0.000_005)


@given(st.floats(13_000, 280_000), st.floats(306_000, 615_000))
def test_there_and_back_is_the_same_place(x, y):
    assert to_grid(*to_globe(x, y)) == pytest.approx((x, y), abs=1.0)


def test_many_points_at_once_are_the_same_as_one_by_one():
    lon, lat = np.array([4.9, 5.2]), np.array([52.3, 52.1])
    x, y = to_grid(lon, lat)
    assert [x[1], y[1]] == pytest.approx(list(to_grid(5.2, 52.1)))
