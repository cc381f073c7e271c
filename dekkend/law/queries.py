"""What does the law say on this day?"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from dekkend.law.gateways import every_value
from dekkend.law.rules import Law, law_of


@lru_cache(maxsize=512)
def on(day: date) -> Law:
    """`on(day).number("adoption.guide_years")`: the law of that day."""
    return law_of(every_value(), day)
