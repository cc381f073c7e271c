"""Is this a code of a school site, a postcode, a number; and how is it written?"""

from __future__ import annotations

import re

from dekkend.kernel.sentences import say

BRIN6 = re.compile(r"\d{2}[A-Z]{2}\d{2}")
POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}")


def brin6_problem(text: str) -> str:
    """What is wrong with this site code, or "" when nothing is. A code is 2 digits, 2 letters, 2 digits: 17YO00."""
    if BRIN6.fullmatch(text):
        return ""
    return say("Een vestigingscode heeft 2 cijfers, 2 hoofdletters en 2 cijfers, bijvoorbeeld 99ZZ00.")


def postcode_problem(text: str) -> str:
    """What is wrong with this postcode, or "" when nothing is."""
    if POSTCODE.fullmatch(text):
        return ""
    return say("Een postcode heeft 4 cijfers en 2 hoofdletters, bijvoorbeeld 9999 ZZ.")
