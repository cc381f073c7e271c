"""Which date does a Dutch text mean, and how precisely does it say so?

A date keeps the precision it was written with, as a string that sorts: "2023-09-14", "2023-09" or "2023". Day and month always stand
in the Dutch order. A date whose century was not written ("14-9-'23") or that leaves room for another reading is `assumed`.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_SHORT = {"jan": 1, "feb": 2, "febr": 2, "febuari": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8}
_SHORT |= {"sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12}
_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | _SHORT

_NAME = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:(?:19|20)\d\d|['’‘`´]\s?\d\d)"
_SEPARATOR = r"\s?(?P<s{0}>[-‐-―−./])\s?"
_WRITTEN = re.compile(
    r"(?<![\w€])(?<!\d[-‐-―−./,:])(?:"
    r"(?P<iso>(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2})"
    rf"|(?P<d1>\d{{1,2}}){_SEPARATOR.format(1)}(?P<m1>\d{{1,2}})\s?(?P=s1)\s?(?P<y1>{_YEAR}|\d\d)"
    rf"|(?P<d4>\d\d) (?P<m4>\d\d) (?P<y4>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:\s?(?:ste|de|e)\b)?[\s\-./]{{0,3}}(?P<n2>{_NAME})[\s\-./]{{0,3}}(?P<y2>{_YEAR}|\d\d(?=\s*(?:$|[.,;)])))"
    rf"|(?P<n3>{_NAME})[\s\-./]{{0,3}}(?P<y3>{_YEAR})"
    r"|(?P<m5>\d{1,2})\s?[-‐-―−./]\s?(?P<y5>(?:19|20)\d\d)"
    r"|(?P<isomonth>(?:19|20)\d\d-\d\d)"
    r"|(?P<y6>(?:19|20)\d\d)"
    r")(?!\w)(?![-‐-―−./,]\d)",
    re.IGNORECASE,
)
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)}|ma|di|wo|do|vr|za|zo)\b[.,]?\s*$", re.IGNORECASE)
_NO_YEAR_BEFORE = re.compile(
    r"(?:€|\beur|\b(?:voorjaar|najaar|zomer|herfst|winter|lente|schooljaar|cursusjaar)|\d\s?(?:[-‐-―−/]|t/m|tot|en))\s*$", re.IGNORECASE
)
_NO_YEAR_AFTER = re.compile(r"\s?(?:[A-Z]{2}\b|(?i:euro|eur\b|leerlingen|kinderen|uur|uren|m2|[-‐-―−/]\s?['’]?\d|t/m|tot\b|,-))")
_NUMBERED = re.compile(r"(?:hoofdstuk|paragraaf|par\.?|§|versie|v\.?|blz\.?|pagina|bijlage|artikel|art\.?|stap|hfst\.?)\s*$", re.IGNORECASE)
_OTHER_MONTH = re.compile(rf"{_NAME}\s*(?:[-‐-―−/]|en|of|t/m|tot)\s*$", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:(?:datum|d\.?d\.?|op|per|de|van|in|vanaf|eind|begin|medio|vastgesteld|opgesteld)\b[\s.:]*"
    r"|(?:ma|di|wo|do|vr|za|zo)(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?\b[.,]?\s*"
    r"|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*,\s*)*"
)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A date with its precision. `assumed` is true when the text leaves room for another date."""

    value: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, at `text[start:end]`."""

    value: str
    start: int
    end: int
    assumed: bool = False


def read_date(text: str) -> ReadDate | None:
    """The one date that `text` is, with nothing beside it but a place, a weekday or a word such as "d.d."; otherwise None."""
    text = " ".join(text.split()).strip(" .,;")
    found = find_dates(text)
    if len(found) != 1 or found[0].end != len(text):
        return None
    if not _FILLER.fullmatch(text[: found[0].start]):
        return None
    return ReadDate(found[0].value, found[0].assumed)


def find_dates(text: str) -> list[FoundDate]:
    """All dates in running text, in order. A day without a year, a season and a school year are no dates; nor is 31 February."""
    found = []
    for match in _WRITTEN.finditer(text):
        value = _value(match, text)
        if value:
            found.append(FoundDate(value, match.start(), match.end(), _is_assumed(match, text, value)))
    return found


def is_date(value: str) -> bool:
    """Is this string a date as the exchange format writes it: 2023-09-14, 2023-09 or 2023?"""
    if not re.fullmatch(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?", value, re.ASCII):
        return False
    year, month, day = (*[int(part) for part in value.split("-")], 1, 1)[:3]
    return _made(year, month, day) != ""


def first_day(value: str) -> datetime.date:
    """The first day that a date of any precision can mean. Raises ValueError for a string that is no date."""
    return datetime.date.fromisoformat(value + "-01-01"[: 10 - len(value)] if len(value) == 4 else (value + "-01")[:10])


def last_day(value: str) -> datetime.date:
    """The last day that a date of any precision can mean: 2023-09 gives 30 September 2023. Raises ValueError as `first_day`."""
    first = first_day(value)
    if len(value) == 4:
        return first.replace(month=12, day=31)
    if len(value) == 7:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first


def say_date(value: str) -> str:
    """The date written out in Dutch: "14 september 2023", "september 2023" or "2023"."""
    day = first_day(value)
    if len(value) == 4:
        return value
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return month if len(value) == 7 else f"{day.day} {month}"


def _value(match: re.Match[str], text: str) -> str:
    parts = match.groupdict()
    if parts["iso"]:
        year, month, day = re.split(r"[-/.]", parts["iso"])
        return _made(int(year), int(month), int(day))
    if parts["isomonth"]:
        return _iso_month(parts["isomonth"])
    if parts["y6"]:
        return "" if _is_no_year(match, text) else parts["y6"]
    if parts["d1"] and not (len(parts["y1"]) == 2 and _NUMBERED.search(text[max(0, match.start() - 20) : match.start()])):
        return _made(_year(parts["y1"]), int(parts["m1"]), int(parts["d1"]))
    if parts["d4"]:
        return _made(_year(parts["y4"]), int(parts["m4"]), int(parts["d4"]))
    if parts["n2"]:
        return _made(_year(parts["y2"]), _month(parts["n2"]), int(parts["d2"]))
    if parts["n3"]:
        return _made(_year(parts["y3"]), _month(parts["n3"]))
    return _made(_year(parts["y5"]), int(parts["m5"])) if parts["m5"] else ""


def _iso_month(text: str) -> str:
    year, month = int(text[:4]), int(text[5:])
    # 2011-12 is far more often the school year 2011-2012 than December 2011
    return "" if month == (year + 1) % 100 else _made(year, month)


def _is_no_year(match: re.Match[str], text: str) -> bool:
    return bool(_NO_YEAR_BEFORE.search(text[max(0, match.start() - 20) : match.start()]) or _NO_YEAR_AFTER.match(text, match.end()))


def _is_assumed(match: re.Match[str], text: str, value: str) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    century_unwritten = value[:4] not in match.group()
    two_months = bool(match["n3"] and _OTHER_MONTH.search(before))
    return century_unwritten or two_months or _weekday_differs(before, value)


def _weekday_differs(before: str, value: str) -> bool:
    named = _WEEKDAY.search(before)
    if not named or len(value) != 10:
        return False
    return _WEEKDAYS[first_day(value).weekday()][:2] != named[1][:2].lower()


def _year(text: str) -> int:
    digits = int(text.lstrip("'’‘`´ "))
    if digits >= 100:
        return digits
    return 2000 + digits if digits < 70 else 1900 + digits


def _month(name: str) -> int:
    return _MONTH_NUMBERS[name.lower().rstrip(".")]


def _made(year: int, month: int, day: int | None = None) -> str:
    """The date as a string, or "" when there is no such day."""
    if not (1900 <= year <= 2099 and 1 <= month <= 12):
        return ""
    if day is None:
        return f"{year}-{month:02}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ""
    return f"{year}-{month:02}-{day:02}"
