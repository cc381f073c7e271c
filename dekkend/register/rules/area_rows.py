"""What does one row say about a postcode area: its children, its place, its partnership?"""

from __future__ import annotations

from collections.abc import Mapping

from dekkend.kernel.sentences import say
from dekkend.register.rules.site_rows import Unusable
from dekkend.register.rules.writing import first_of, number_between, pc4_of, postcode_of, region_of

Row = Mapping[str, str]
Bounds = tuple[int, int]
BANDS = {"INWONERS_0_4": "0-4", "INWONERS_5_9": "5-9", "INWONERS_10_14": "10-14"}

NO_POSTCODE = say("De postcode ontbreekt of klopt niet.")
ODD_NUMBER = say("Het aantal inwoners is geen getal.")
NO_REGION = say("Dit is geen nummer van een samenwerkingsverband: het blijft onbekend.")
NO_POINT = say("De ligging ontbreekt of ligt buiten Nederland.")


def postcode_in(row: Row) -> str:
    """PC4 or PC6. Raises Unusable."""
    written = first_of(row, "PC6", "PC4", "POSTCODE")
    postcode = pc4_of(written) or postcode_of(written)
    if not postcode:
        raise Unusable(NO_POSTCODE)
    return postcode


def children_in(row: Row) -> dict[str, Bounds]:
    """Per age group the bounds; a group without a number is not there."""
    return {band: bounds for column, band in BANDS.items() if (bounds := bounds_in(row, column))}


def age_in(row: Row) -> tuple[str, Bounds] | None:
    """Age group and bounds of a row with one group; None for groups that are not children."""
    band = first_of(row, "LEEFTIJD")
    if band not in BANDS.values():
        return None
    bounds = bounds_in(row, "INWONERS")
    return (band, bounds) if bounds else None


def bounds_in(row: Row, column: str) -> Bounds | None:
    try:
        return number_between(first_of(row, column))
    except ValueError:
        raise Unusable(ODD_NUMBER) from None


def region_in(row: Row) -> str:
    """The partnership of a row of the table. Raises Unusable when what stands there is none."""
    region = region_of(first_of(row, "SWV_PO"))
    if not region:
        raise Unusable(NO_REGION)
    return region


def place_in(row: Row) -> tuple[str, str]:
    """Name of the place and of the municipality, "" when not said."""
    return first_of(row, "PLAATS", "WOONPLAATS")[:100], first_of(row, "GEMEENTE")[:100]


def degrees_in(row: Row) -> tuple[float, float] | None:
    """Longitude and latitude; None when they are not said. Raises Unusable when they lie outside the Netherlands."""
    lon, lat = first_of(row, "LON", "LONGITUDE", "GPS_LONGITUDE"), first_of(row, "LAT", "LATITUDE", "GPS_LATITUDE")
    if not lon or not lat:
        return None
    try:
        found = float(lon.replace(",", ".")), float(lat.replace(",", "."))
    except ValueError:
        raise Unusable(NO_POINT) from None
    if not is_dutch(*found):
        raise Unusable(NO_POINT)
    return found


def is_dutch(lon: float, lat: float) -> bool:
    """Within the box around the European Netherlands; also the guard against degrees that were swapped."""
    return 3.0 < lon < 7.4 and 50.6 < lat < 53.8
