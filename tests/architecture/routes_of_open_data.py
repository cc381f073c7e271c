"""Which role gets which answer from the open data? The same for everyone. A part of the table in `test_every_route.py`."""

from __future__ import annotations

from tests.architecture.answers import EVERYONE, NO_POST, NOT_FOUND, Table

SITE = {"vestigingscode": "brin6"}
YEAR = {**SITE, "schooljaar": "public_year"}
ALL = (
    "begin",
    "wijzigingen",
    "openapi-json",
    "openapi-yaml",
    "scholen",
    "samenwerkingsverbanden",
    "ondersteuningsvormen",
)
HSDS = ("about", "services", "service-at-locations", "organizations", "locations", "taxonomies", "taxonomy-terms")
ONE_OF = ("service", "service-at-location", "organization", "location", "taxonomy", "taxonomy-term")

OPEN_DATA: Table = {
    "open_data": ({}, EVERYONE),
    **{f"api:{name}": ({}, EVERYONE, NO_POST) for name in ALL},
    **{f"api:{name}": (SITE, EVERYONE, NO_POST) for name in ("school", "ondersteuningsaanbod", "ondersteuningsprofielen")},
    "api:ondersteuningsprofiel": (YEAR, EVERYONE, NO_POST),
    "api:ondersteuningsprofiel-versie": ({**YEAR, "versie": "number"}, EVERYONE, NO_POST),
    "api:samenwerkingsverband": ({"code": "no_region"}, NOT_FOUND, NO_POST),
    "api:regionaal-aanbod": ({"code": "no_region"}, NOT_FOUND, NO_POST),
    **{f"hsds:{name}": ({}, EVERYONE, NO_POST) for name in HSDS},
    **{f"hsds:{name}": ({"id": "no_region"}, NOT_FOUND, NO_POST) for name in ONE_OF},
}
