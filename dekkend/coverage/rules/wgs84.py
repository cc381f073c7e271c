"""At which longitude and latitude does a point of the Dutch grid lie?"""

from __future__ import annotations

from dekkend.register.words import Point

# The centre of the grid: Amersfoort, in grid metres (EPSG:28992) and in degrees of WGS84 (EPSG:4326).
CENTRE = (155_000.0, 463_000.0)
CENTRE_DEGREES = (5.38720621, 52.15517440)
SECONDS = 3600.0  # seconds of arc in a degree

# Source: Schreutelkamp and Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoordinaten",
# Geodesia 2001: powers of x and y in 100 km, and seconds of arc. Its error is under half a metre in the whole country.
TO_LONGITUDE = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
)
TO_LATITUDE = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.24750),
    (2, 1, -0.84978),
    (0, 3, -0.06550),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.00530),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)


def degrees(point: Point) -> tuple[float, float]:
    """(longitude, latitude) in degrees of WGS84, to six decimals (a tenth of a metre), of a point in grid metres."""
    x, y = (point[0] - CENTRE[0]) / 1e5, (point[1] - CENTRE[1]) / 1e5
    longitude = CENTRE_DEGREES[0] + sum(c * x**p * y**q for p, q, c in TO_LONGITUDE) / SECONDS
    latitude = CENTRE_DEGREES[1] + sum(c * x**p * y**q for p, q, c in TO_LATITUDE) / SECONDS
    return round(longitude, 6), round(latitude, 6)
