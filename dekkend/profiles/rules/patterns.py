"""Which shape must a single value have, so that our own check and the published schema say the same?

Each pattern works alike in Python and in ECMA 262 (JSON Schema). In Python "$" also matches before a last newline; so each ends in a look
ahead that forbids it.
"""

from __future__ import annotations

import re

from dekkend.profiles.words.profile import BAD_SIGNS, BRIN6
from dekkend.profiles.words.template import FieldType

_END = "$(?!\\n)"
_YEAR = "(?:19|20)[0-9]{2}"
_LEAP_YEAR = "(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))"
_DATE = (
    f"{_YEAR}(?:-(?:0[1-9]|1[0-2]))?"
    f"|{_YEAR}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    f"|{_YEAR}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|{_YEAR}-02-(?:0[1-9]|1[0-9]|2[0-8])"
    f"|{_LEAP_YEAR}-02-29"
)

TEXT = f"^[^{BAD_SIGNS}]*{_END}"
LINE = f"^[^\\n{BAD_SIGNS}]*{_END}"
SITE = f"^{BRIN6}{_END}"
DATE = f"^(?:{_DATE}){_END}"
MONEY = f"^(?:0|[1-9][0-9]{{0,9}})(?:\\.[0-9]{{2}})?{_END}"
NUMBER = f"^-?(?:0|[1-9][0-9]{{0,11}})(?:\\.[0-9]{{1,6}})?{_END}"
# Links are shown to parents: an address with a scheme other than http(s) is no web address.
URL = f"^(?!(?![hH][tT][tT][pP][sS]?://)[\\t ]*[A-Za-z][A-Za-z0-9+.\\-]*[\\t ]*:(?![0-9]))[^\\n{BAD_SIGNS}]*{_END}"

BY_TYPE: dict[FieldType, tuple[str, str]] = {
    # pattern, and what is said when a value does not fit
    FieldType.TEXT: (LINE, "tekst op één regel, zonder stuurtekens"),
    FieldType.EMAIL: (LINE, "tekst op één regel, zonder stuurtekens"),
    FieldType.PHONE: (LINE, "tekst op één regel, zonder stuurtekens"),
    FieldType.URL: (URL, "een webadres, met of zonder https:// ervoor"),
    FieldType.DATE: (DATE, "een datum als 2023-09-14, 2023-09 of 2023"),
    FieldType.MONEY: (MONEY, 'een bedrag als "8500" of "52172.50"'),
    FieldType.NUMBER: (NUMBER, 'een getal als "12" of "2.5"'),
}

_compiled: dict[str, re.Pattern[str]] = {}


def fits(pattern: str, text: str) -> bool:
    """Does `text` have this shape?"""
    compiled = _compiled.setdefault(pattern, re.compile(pattern))
    return bool(compiled.search(text))
