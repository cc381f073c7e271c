"""How does a test get a region on the map: sites and areas at points, and what each site says of each kind?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from dekkend.coverage.gateways.nearness import count, ground_of
from dekkend.coverage.rules.kinds import kinds_of
from dekkend.coverage.words import Coverage, Kind, Settings
from dekkend.coverage.words.coverage import UNKNOWN, Marks
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.register.words import Area, SiteOnMap

NT2 = "expertise.second_language"
NT2_ONLY = Settings(codes=(NT2,))


def a_site_at(number: int, x: float, y: float, *, board: str = "Stichting De Golfslag", **fields: object) -> SiteOnMap:
    known = {
        "brin6": f"99{chr(65 + number // 2600)}{chr(65 + number // 100 % 26)}{number % 100:02}",
        "site_id": number,
        "name": f"De Vuursprot {number}",
        "kind": "regular",
        "postcode": "9999ZA",
        "place": "Zilverduin",
        "municipality": "Zilverkust",
        "region": "PO9999",
        "board_id": None,
        "board": board,
        "point": (x, y),
        "pupils": 200,
    }
    return SiteOnMap(**(known | fields))


def an_area_at(number: int, x: float, y: float, children: float | None, municipality: str = "Zilverkust") -> Area:
    return Area(str(1000 + number), f"Duin {number}", municipality, "PO9999", (x, y), children)


def counted(
    sites: Sequence[SiteOnMap], areas: Sequence[Area], signs: Sequence[Sequence[int]], settings: Settings = NT2_ONLY, around: int = 0
) -> Coverage:
    """Coverage of these, without a database; the last `around` sites lie outside the region."""
    inside = len(sites) - around
    ground = ground_of(sites[:inside], sites[inside:], areas)
    kinds: tuple[Kind, ...] = kinds_of(settings, load_catalogue())
    marks = Marks(np.array(signs, dtype=np.uint8).reshape(len(sites), len(kinds)))
    counts = count(ground, kinds, marks.signs, settings.detour)
    answered = frozenset(row for row in range(len(sites)) if (marks.signs[row] != UNKNOWN).any())
    return Coverage("PO9999", "SWV Zilverkust", date(2026, 10, 5), "", settings, kinds, ground, marks, counts, answered)
