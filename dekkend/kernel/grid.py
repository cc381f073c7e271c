"""Where on the Dutch grid lies a place on the globe, and the other way round?

The closed form of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en
WGS84-kaartcoordinaten" (Geodesia, 2001): polynomials around Amersfoort, within half a metre of the official transformation everywhere on
land. Enough for a map and for distances in kilometres; not for surveying.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

X0, Y0 = 155_000.0, 463_000.0  # metres: Amersfoort on the grid
LAT0, LON0 = 52.15517440, 5.38720621  # degrees: the same point on WGS84
# Powers of (north, east) in 10,000 seconds of arc, to metres.
_X = {
    (0, 1): 190_094.945,
    (1, 1): -11_832.228,
    (2, 1): -114.221,
    (0, 3): -32.391,
    (1, 0): -0.705,
    (3, 1): -2.340,
    (1, 3): -0.608,
    (0, 2): -0.008,
    (2, 3): 0.148,
}
_Y = {
    (1, 0): 309_056.544,
    (0, 2): 3_638.893,
    (2, 0): 73.077,
    (1, 2): -157.984,
    (3, 0): 59.788,
    (0, 1): 0.433,
    (2, 2): -6.439,
    (1, 1): -0.032,
    (0, 4): 0.092,
    (1, 4): -0.054,
}
# Powers of (x, y) in 100 km, to seconds of arc.
_LAT = {
    (0, 1): 3_235.65389,
    (2, 0): -32.58297,
    (0, 2): -0.24750,
    (2, 1): -0.84978,
    (0, 3): -0.06550,
    (2, 2): -0.01709,
    (1, 0): -0.00738,
    (4, 0): 0.00530,
    (2, 3): -0.00039,
    (4, 1): 0.00033,
    (1, 1): -0.00012,
}
_LON = {
    (1, 0): 5_260.52916,
    (1, 1): 105.94684,
    (1, 2): 2.45656,
    (3, 0): -0.81885,
    (1, 3): 0.05594,
    (3, 1): -0.05607,
    (0, 1): 0.01199,
    (3, 2): -0.00256,
    (1, 4): 0.00128,
    (0, 2): 0.00022,
    (2, 0): -0.00022,
    (5, 0): 0.00026,
}


def to_grid(lon: ArrayLike, lat: ArrayLike) -> tuple[Floats, Floats]:
    """WGS84 degrees to (x, y) in metres (RD, EPSG:28992). One number or an array; the shape stays."""
    north = 0.36 * (np.asarray(lat, dtype=float) - LAT0)
    east = 0.36 * (np.asarray(lon, dtype=float) - LON0)
    return X0 + _polynomial(_X, north, east), Y0 + _polynomial(_Y, north, east)


def to_globe(x: ArrayLike, y: ArrayLike) -> tuple[Floats, Floats]:
    """Metres on the grid to (longitude, latitude) in WGS84 degrees. One number or an array; the shape stays."""
    along, up = 1e-5 * (np.asarray(x, dtype=float) - X0), 1e-5 * (np.asarray(y, dtype=float) - Y0)
    return LON0 + _polynomial(_LON, along, up) / 3600, LAT0 + _polynomial(_LAT, along, up) / 3600


def _polynomial(terms: Mapping[tuple[int, int], float], first: Floats, second: Floats) -> Any:
    return sum(factor * first**p * second**q for (p, q), factor in terms.items())
