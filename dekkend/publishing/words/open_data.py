"""Which words does the open data have: version, licences, codes of states and kinds, and what changed when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

VERSION = "1.0.0"  # semantic: a new major version gets a new address
PROBLEM = "application/problem+json"  # RFC 9457
JSON = "application/json"
CSV = "text/csv"
OPEN_ROOTS = ("/api", "/open/hsds")
BEGINNINGS = ("/api/v1", "/open/hsds/v3")  # also without the slash: the same answer, no redirect

MOST_ROWS = 100  # in one answer
USUAL_ROWS = 25
LAST_PAGE = 100_000


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which conditions everyone may use the data. `code` is that of SPDX."""

    code: str
    name: str
    address: str


LICENCES = {
    licence.code: licence
    for licence in (
        Licence("CC0-1.0", "CC0 1.0 Universeel", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"),
        Licence("CC-BY-4.0", "Naamsvermelding 4.0 Internationaal (CC BY 4.0)", "https://creativecommons.org/licenses/by/4.0/deed.nl"),
    )
}

# In the API, by the codes of our own words.
KINDS: Final = {
    "regular": "basisschool",
    "special_primary": "speciaal-basisonderwijs",
    "special": "speciaal-onderwijs",
    "secondary_special": "voortgezet-speciaal-onderwijs",
}
STATES: Final = {
    "available": "beschikbaar",
    "paused": "tijdelijk-niet-beschikbaar",
    "planned": "komt-later",
    "gone": "bestaat-niet-meer",
}
YES, NO, UNKNOWN = "ja", "nee", "onbekend"


@dataclass(frozen=True, slots=True)
class Release:
    """One version of the API and what is different in it."""

    version: str
    on: date
    changes: tuple[str, ...]


RELEASES = (
    Release(
        "1.0.0",
        date(2026, 11, 22),
        (
            "Eerste versie: scholen, ondersteuningsprofielen, ondersteuningsaanbod, ondersteuningsvormen en samenwerkingsverbanden.",
            "Het hele aanbod van een samenwerkingsverband als CSV.",
            "Dezelfde gegevens in de vorm van HSDS 3.",
        ),
    ),
)
