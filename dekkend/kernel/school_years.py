"""Which school year does a text or a day belong to?

A school year runs from 1 August to 31 July (WPO, article 1). It is written "2023-2024".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

_DASH = r"\s?(?:[-‐-―−/_])\s?"
_TICK = r"['’‘`´]\s?"
_FULL = re.compile(rf"(?<![\d€])(?<!\d[-/.,])(?<!€ )(?P<a>(?:19|20)\d\d){_DASH}(?P<b>(?:19|20)\d\d|{_TICK}\d\d|\d\d)(?![\d])(?![-/.,]\d)")
_SHORT = re.compile(rf"(?<![\d€])(?<!\d[-/.,])(?P<a>{_TICK}\d\d|\d\d){_DASH}(?P<b>{_TICK}\d\d|\d\d)(?!\d)(?![-/.,]\d)")
_SPREAD = re.compile(r"(?<![\d])(?P<a>(?:19|20)\d\d) {0,3}- {0,10}(?P<b>(?:19|20)\d\d)(?!\d)")
_CUE = re.compile(r"(?:schoolja(?:ar|ren)|cursusjaar|jaarplan|schoolgids|schoolplan|profiel|sop)\W{0,3}(?:\w+\W){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """The school year that starts on 1 August of year `start`."""

    start: int

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"

    @property
    def first_day(self) -> datetime.date:
        return datetime.date(self.start, 8, 1)

    @property
    def last_day(self) -> datetime.date:
        return datetime.date(self.start + 1, 7, 31)

    @property
    def next(self) -> SchoolYear:
        return SchoolYear(self.start + 1)

    @property
    def previous(self) -> SchoolYear:
        return SchoolYear(self.start - 1)

    @classmethod
    def of(cls, day: datetime.date) -> SchoolYear:
        return cls(day.year if day.month >= 8 else day.year - 1)


@dataclass(frozen=True, slots=True)
class FoundSchoolYear:
    """A school year in a text, at `text[start:end]`. `assumed` when the century was not written."""

    year: SchoolYear
    start: int
    end: int
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period of several years in a text ("2019-2023", "24 - 28"), at `text[start:end]`; `first` and `last` are calendar years."""

    first: int
    last: int
    start: int
    end: int


def parse_school_year(value: str) -> SchoolYear | None:
    """Strictly the form of the exchange format, "2023-2024"; anything else is None."""
    match = re.fullmatch(r"((?:19|20)\d\d)-((?:19|20)\d\d)", value, re.ASCII)
    if not match or int(match[2]) != int(match[1]) + 1:
        return None
    return SchoolYear(int(match[1]))


def read_school_year(text: str) -> FoundSchoolYear | None:
    """The one school year that `text` is, in any usual writing; "24 - 28" and "2019-2023" are none."""
    text = re.sub(r"^(?:het\s+)?(?:schooljaar|cursusjaar)\s*:?\s*", "", " ".join(text.split()).strip(" .,;:"), flags=re.IGNORECASE)
    for pattern in (_FULL, _SHORT):
        match = pattern.fullmatch(text)
        if match and (year := _school_year(match)):
            return FoundSchoolYear(year, match.start(), match.end(), pattern is _SHORT)
    return None


def find_school_years(text: str) -> list[FoundSchoolYear]:
    """All school years in running text, in order. "23-24" counts only after a word such as "schooljaar", or with an apostrophe."""
    found = {}
    for match in _matches(text, (_FULL, _SHORT)):
        year = _school_year(match)
        if year and (match.re is not _SHORT or _stands_for_a_year(match, text)):
            found[match.start()] = FoundSchoolYear(year, match.start(), match.end(), assumed=match.re is _SHORT)
    return [found[start] for start in sorted(found)]


def find_periods(text: str) -> list[FoundPeriod]:
    """Periods of 2 to 8 years, as school plans carry them: "2019-2023", "2019 t/m 2023", "schoolplan 24 - 28"."""
    spread = re.sub(r"t/m|tot en met", lambda m: "-".ljust(len(m.group())), text)
    found = {}
    for match in _matches(spread, (_FULL, _SHORT, _SPREAD)):
        first, last = _number(match["a"]), _number(match["b"])
        if 2 <= last - first <= 8 and (match.re is not _SHORT or _stands_for_a_year(match, text)):
            found[match.start()] = FoundPeriod(first, last, match.start(), match.end())
    return [found[start] for start in sorted(found)]


def _matches(text: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[re.Match[str]]:
    """The matches of all patterns that do not overlap one of an earlier pattern."""
    taken = bytearray(len(text))
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                yield match


def _stands_for_a_year(match: re.Match[str], text: str) -> bool:
    return match["a"][0] in "'’‘`´" or bool(_CUE.search(text[max(0, match.start() - 30) : match.start()]))


def _school_year(match: re.Match[str]) -> SchoolYear | None:
    first, last = _number(match["a"]), _number(match["b"])
    return SchoolYear(first) if last == first + 1 else None


def _number(text: str) -> int:
    number = int(text.lstrip("'’‘`´ "))
    return number if number >= 100 else 2000 + number
