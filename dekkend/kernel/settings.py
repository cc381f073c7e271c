"""Which number was written for a setting, and is it one that can be used?"""

from __future__ import annotations

import math
from collections.abc import Mapping


class WrongSetting(ValueError):
    """A setting holds what cannot be used; the message is a Dutch sentence: what, why, what now."""


def number_setting(written: Mapping[str, str], name: str, default: float, *, least: float, most: float) -> float:
    """The number in `written[name]`, `default` when it is absent or empty. Raises WrongSetting outside `least` to `most`."""
    text = written.get(name, "").strip()
    if not text:
        return default
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        raise WrongSetting(f"{name} is {text[:40]!r}, en dat moet een getal van {least:g} tot en met {most:g} zijn. Pas de instelling aan.")
    return number


def whole_setting(written: Mapping[str, str], name: str, default: int, *, least: int, most: int) -> int:
    """As `number_setting`, for what cannot be a fraction."""
    number = number_setting(written, name, default, least=least, most=most)
    if number != int(number):
        raise WrongSetting(f"{name} is {number:g}, en dat moet een heel getal zijn. Pas de instelling aan.")
    return int(number)
