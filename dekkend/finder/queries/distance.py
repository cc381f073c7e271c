"""How many times the straight line is the road, where someone looks from?"""

from __future__ import annotations

from dekkend.coverage.queries import detour_in
from dekkend.finder.words.results import DETOUR, Spot


def detour_at(spot: Spot | None) -> float:
    """As the region of this place counts it, so that the finder and the figures of that region never disagree. One query at most."""
    return detour_in(spot.region) if spot is not None and spot.region else DETOUR
