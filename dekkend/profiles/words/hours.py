"""What is the answer to "how many hours a week is this there"?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HoursRules:
    """What a region counts with. All in hours, except `school_weeks` (weeks a year), `school_months` and `school_days` (days a week)."""

    part_day: float = 4
    day: float = 8
    full_time: float = 40
    school_weeks: float = 40
    school_months: float = 10
    school_days: float = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours per week, or None when the text does not say. `rule` tells in Dutch how it was counted or why it was not; `rule_en` in English.

    `assumed` is true when something that the text leaves open was filled in by rule: most often that it is about every week.
    """

    value: float | None
    rule: str
    rule_en: str
    assumed: bool = False
