"""What is this file, by its headings or by what stands on its first place on the map; never by its name?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.register.words.bundle import FileKind

SITE_CODE = ("BRIN6", "VESTIGINGSCODE", "VESTIGINGSNUMMER", "BRIN_NUMMER", "INSTELLINGSCODE")
SITE_NAME = ("NAAM", "VESTIGINGSNAAM", "INSTELLINGSNAAM")
PUPILS = ("AANTAL_LEERLINGEN", "TOTAAL", "TOTAAL_LEERLINGEN")
BANDS = ("INWONERS_0_4", "INWONERS_5_9", "INWONERS_10_14")


def table_kind(headings: Iterable[str]) -> FileKind:
    """The kind of a table with these headings, written as `writing.heading` does. The narrowest description goes first."""
    has = set(headings)
    if has & set(SITE_CODE):
        return _of_sites(has)
    if "PC4" in has:
        return _of_postcodes(has)
    if {"POSTCODE", "LATITUDE", "LONGITUDE"} <= has and has & {"WOONPLAATS", "PLAATS"}:
        return FileKind.CENTROIDS
    if {"BEVOEGD_GEZAG_NUMMER", "BEVOEGD_GEZAG_NAAM"} <= has:
        return FileKind.BOARDS
    if "SWV_PO" in has:
        return FileKind.NOT_NEEDED
    return FileKind.UNKNOWN


def _of_sites(has: set[str]) -> FileKind:
    if has & set(SITE_NAME) and has & {"POSTCODE", "STRAAT", "STRAATNAAM"}:
        return FileKind.SITES
    return FileKind.PUPILS if has & set(PUPILS) else FileKind.UNKNOWN


def _of_postcodes(has: set[str]) -> FileKind:
    if set(BANDS) <= has:
        return FileKind.CHILDREN
    if {"LEEFTIJD", "INWONERS"} <= has:
        return FileKind.AGES
    if {"LAT", "LON"} <= has:
        return FileKind.PLACES
    return FileKind.REGIONS if "SWV_PO" in has else FileKind.UNKNOWN


def map_kind(properties: Iterable[str], shape: str) -> FileKind:
    """The kind of a map by the names of what it tells of its first feature, and that feature's shape ("Point", "Polygon", ...)."""
    has = set(properties)
    if shape == "Point" and has & set(SITE_CODE):
        return FileKind.SITE_POINTS
    if shape not in ("Polygon", "MultiPolygon"):
        return FileKind.UNKNOWN
    if has & {"PC4", "PC6", "POSTCODE"}:
        return FileKind.AREA_OUTLINES
    return FileKind.BORDERS if has & {"GEMEENTE", "GEMEENTENAAM"} else FileKind.UNKNOWN
