"""How long is a part-day, a day, a full week and a school year in this installation?

Asked by the reader, the check, the checking screens and the school page, so that they count alike.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from dekkend.kernel.settings import number_setting
from dekkend.profiles.words.hours import HoursRules

_USUAL = HoursRules()


def hours_in_force(environment: Mapping[str, str] = os.environ) -> HoursRules:
    """What is counted with, from the `DEKKEND_HOURS_...` variables. Raises WrongSetting."""

    def number(name: str, usual: float, most: float) -> float:
        return number_setting(environment, name, usual, least=1, most=most)

    return HoursRules(
        part_day=number("DEKKEND_HOURS_PART_DAY", _USUAL.part_day, 12),
        day=number("DEKKEND_HOURS_DAY", _USUAL.day, 12),
        full_time=number("DEKKEND_HOURS_FULL_TIME", _USUAL.full_time, 60),
        school_weeks=number("DEKKEND_HOURS_SCHOOL_WEEKS", _USUAL.school_weeks, 52),
    )
