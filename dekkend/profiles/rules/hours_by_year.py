"""How many hours of own expertise a week did a school have in each year, as far as it wrote that down?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dekkend.profiles.rules.catalogue import offer_level
from dekkend.profiles.rules.hours import hours_per_week
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.hours import HoursRules

BLOCK = "expertise"
LEAST_YEARS = 2  # one year is no line


def hours_by_year(
    catalogue: Catalogue, years: Sequence[tuple[str, Mapping[str, Any]]], hours: HoursRules | None = None
) -> tuple[tuple[str, float | None], ...]:
    """(school year, hours a week) of `years` (school year, values), the oldest first; nothing unless two of them are known.

    Of a year in which no help has known hours the sum is not known: None, never zero.
    """
    summed = tuple((year, _sum(catalogue, values, hours)) for year, values in sorted(years, key=lambda pair: pair[0]))
    return summed if sum(known is not None for _, known in summed) >= LEAST_YEARS else ()


def _sum(catalogue: Catalogue, values: Mapping[str, Any], hours: HoursRules | None) -> float | None:
    rows = ((values.get(BLOCK) or {}).get("rows") or {}).items()
    notes = [answer.get("note") for row, answer in rows if offer_level(catalogue, f"{BLOCK}.{row}", answer.get("choice"))]
    counted = [hours_per_week(note, hours).value for note in notes if note]
    known = [value for value in counted if value is not None]
    return sum(known) if known else None
