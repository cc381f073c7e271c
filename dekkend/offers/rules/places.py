"""How many places does a school say that it has, in its own words?"""

from __future__ import annotations

import re

# A school writes "plek voor 12 kinderen", "12 plaatsen", "groep van 8 leerlingen"; no more than three digits, or it is something else.
_PLACES = re.compile(
    r"\b(\d{1,3})\s+(?:plaatsen|plekken)\b|\b(?:plaats|plek|groep)\s+(?:voor|van)\s+(\d{1,3})\s+(?:kinderen|leerlingen)\b", re.I
)


def places_in(text: str) -> int | None:
    """How many places a school says that it has; None when it does not say, or says more than one number."""
    found = {int(first or second) for first, second in _PLACES.findall(text)}
    return found.pop() if len(found) == 1 else None
