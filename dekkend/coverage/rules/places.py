"""Which areas are counted where the register knows the same children twice: by PC4 and by PC6?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.register.words import Area

FINE = 6  # signs of the postcode of one street


def finest(areas: Iterable[Area]) -> tuple[Area, ...]:
    """Each PC4 area, or its PC6 areas when it is known of any of these how many children live there; never both."""
    all_ = tuple(areas)
    fine = {area.postcode[:4] for area in all_ if len(area.postcode) == FINE and area.children is not None}
    return tuple(area for area in all_ if (len(area.postcode) == FINE) == (area.postcode[:4] in fine))
