"""How is what lists write in several ways written here in one: headings, codes, postcodes, numbers that may be masked?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from dekkend.register.words.records import Count

MOST = 10_000_000  # no school or postcode has more people
MASKED = (1, 4)  # what DUO means by "<5" and by -1
BRIN6 = re.compile(r"\d{2}[A-Z]{2}\d{2}")
BRIN4 = re.compile(r"\d{2}[A-Z]{2}")
POSTCODE = re.compile(r"[1-9]\d{3}[A-Z]{2}")
PC4 = re.compile(r"[1-9]\d{3}")
REGION = re.compile(r"(?:PO)-?(\d{2})-?(\d{2})", re.IGNORECASE)
SCHEME = re.compile(r"^[a-z]+://", re.IGNORECASE)
IN_NAME = re.compile(r"(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])?(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)")


@lru_cache(maxsize=512)
def heading(text: str) -> str:
    """A column head as we compare it: "BEVOEGD GEZAG NUMMER" and "bevoegd_gezag_nummer" are the same."""
    return re.sub(r"[^A-Z0-9]+", "_", text.strip().upper()).strip("_")


def first_of(row: Mapping[str, str], *names: str) -> str:
    """The first of these columns that is there and says something, without spaces around it."""
    return next((value for name in names if (value := clean(row.get(name)))), "")


def clean(value: object) -> str:
    """Text without double or outer spaces and without signs that cannot be printed; None is no text."""
    text = "" if value is None else unicodedata.normalize("NFC", str(value))
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def brin6_of(code: str, brin4: str = "") -> str:
    """The code of six signs, from six or from a school code and its last two digits (none: 00). "" when it cannot be one."""
    code, brin4 = code.strip().upper(), brin4.strip().upper()
    if BRIN6.fullmatch(code):
        return code
    if BRIN4.fullmatch(code):
        return f"{code}00"
    if not BRIN4.fullmatch(brin4):
        return ""
    if code == "":
        return f"{brin4}00"
    return f"{brin4}{code.zfill(2)}" if code.isdigit() and len(code) <= 2 else ""


def postcode_of(text: str) -> str:
    """PC6 without a space, or "" when it is not one."""
    tight = "".join(text.upper().split())
    return tight if POSTCODE.fullmatch(tight) else ""


def pc4_of(text: str) -> str:
    tight = text.strip()
    return tight if PC4.fullmatch(tight) else ""


def region_of(text: str) -> str:
    """ "PO2815" and "PO-28-15" are the same; anything else ("Europoort") is no partnership."""
    found = REGION.fullmatch(text.strip())
    return f"PO{found[1]}{found[2]}" if found else ""


def website_of(text: str) -> str:
    """An address without scheme and closing slash; a lone space or dash is none."""
    plain = SCHEME.sub("", clean(text)).rstrip("/")
    return plain if "." in plain else ""


def key_of(text: str) -> str:
    """Letters and digits alone: "S GRAVENHAGE" and "'s-Gravenhage" are the same name."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def number_between(text: str) -> tuple[int, int] | None:
    """A number as bounds: "12" is 12 to 12, "<5" and "-1" are 1 to 4. None when nothing stands there. Raises ValueError otherwise."""
    tight = text.strip().replace(" ", "")
    if tight in ("", "."):
        return None
    if tight in ("<5", "-1"):
        return MASKED
    number = int(tight)
    if not 0 <= number <= MOST:
        raise ValueError(tight)
    return number, number


def added(*bounds: tuple[int, int]) -> tuple[int, int]:
    """The bounds of a sum."""
    return sum(low for low, _ in bounds), sum(high for _, high in bounds)


def counted(bounds: tuple[int, int] | None, on: date | None) -> Count | None:
    return None if bounds is None else Count(*bounds, on)


def count_day(listed: date) -> date:
    """Of which count are the pupils in a list that does not say so? DUO publishes that of 1 October after it is settled, a year later:
    a list of November 2024 holds that of 1 October 2023."""
    return date(listed.year - (1 if listed.month >= 10 else 2), 10, 1)


def day_in_name(name: str) -> date | None:
    """The date that stands in the name of a file: 2024-11 is 1 November 2024, 2024 alone is 1 January; None when there is none."""
    found = IN_NAME.search(name)
    return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
