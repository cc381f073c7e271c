"""Is what someone typed, or put into an address, a whole number that we can count with?"""

from __future__ import annotations

LONGEST = 18  # digits; more than that fits in no key of ours


def whole_number(text: str, *, digits: int = LONGEST) -> int | None:
    """The number; None for anything that is not written with plain digits only.

    `str.isdigit` alone says yes to signs such as "²", which `int` refuses, and `int` refuses thousands of digits too.
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else None
