"""How many children of 4 to 11 live in a place, when the figures are by five years, and are they so few that nobody may see it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BANDS = {"0-4": 0.2, "5-9": 1.0, "10-14": 0.4}  # which part of a band is 4 to 11, if every year of it counts the same


FEWEST = 5  # figures about fewer children are not shown


def whole(children: float | None) -> int:
    """Children as they are counted: a whole number, halves upward; 0 when nobody knows."""
    return 0 if children is None else int(children + 0.5)


def is_small(children: float | None) -> bool:
    """Some, but so few that they may not be shown."""
    return children is not None and children > 0 and whole(children) < FEWEST


def children_of_4_to_11(by_age: Mapping[str, Any]) -> float | None:
    """n(0-4)/5 + n(5-9) + 2/5 n(10-14). None when a band is not there, or is masked (a pair of two different bounds)."""
    numbers = [exact(by_age.get(band)) for band in BANDS]
    if any(number is None for number in numbers):
        return None
    return round(sum(part * (number or 0.0) for part, number in zip(BANDS.values(), numbers, strict=True)), 1)


def exact(value: Any) -> float | None:
    """The number itself; of a pair of bounds only when they are the same."""
    if isinstance(value, list | tuple):
        low, high = value
        return float(low) if low == high else None
    return None if value is None else float(value)
