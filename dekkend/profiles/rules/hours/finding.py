"""Which marks about time stand in a text: amounts, periods, days, clock times, and words that leave it open?

The text is read once from left to right with one pattern; what it does not know it passes over.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dekkend.profiles.rules.hours.counts import read_count
from dekkend.profiles.rules.hours.marks import Amount, Day, Doubt, Mark, Period, Times
from dekkend.profiles.rules.hours.pattern import HALF_OF_NEXT, MARK, PEOPLE, SHORT_DAYS
from dekkend.profiles.words.hours import HoursRules

_TIMES = {"eenmaal": 1, "eens": 1, "tweemaal": 2, "driemaal": 3}
_EACH = {"": 1, "twee": 2, "drie": 3, "vier": 4, "2": 2, "3": 3, "4": 4}
_BOUNDS = {
    "ceiling": ("max", "max.", "maximaal", "hooguit", "hoogstens", "ten hoogste", "tot", "minder dan", "niet meer dan"),
    "floor": ("min.", "minimaal", "minstens", "ten minste", "tenminste", "meer dan", "niet minder dan"),
}
_DOUBTS = {"clock": "clock", "clock2": "clock", "range": "range", "range2": "range", "season": "temporary"}


def find_marks(text: str, rules: HoursRules) -> list[Mark]:
    """All marks in `text`, in order. Weeks are counted with `rules`."""
    marks: list[Mark] = []
    for match in MARK.finditer(text):
        marks += _marks(match, text, rules)
    if PEOPLE.search(text):
        marks.append(Doubt("people", len(text), len(text)))
    return marks


def _marks(match: re.Match[str], text: str, rules: HoursRules) -> list[Mark]:
    part = {name: value for name, value in match.groupdict().items() if value is not None}
    at = match.start(), match.end()
    if "count" in part:
        return [_amount(part, text, *at)]
    if "times" in part or "once" in part:
        return [Times(_TIMES.get(part.get("once", "").lower(), 0) or read_count(part.get("times", "1")), *at)]
    if "factor" in part:
        return [Amount(read_count(part["factor"][:4]), "fte", *at)]
    if "full" in part:
        return [Amount(1, "full_time", *at, bracketed=_is_bracketed(text, at[0]))]
    if {"day", "from", "dayshort", "shorthalf"} & part.keys():
        return _days(match, part, text, *at)
    if {"per", "omper", "weekly", "adverb"} & part.keys():
        return [_period(part, rules, *at)]
    return [Doubt(_doubt(part), *at)]


def _amount(part: dict[str, str], text: str, start: int, end: int) -> Mark:
    before = part.get("before", "").strip().lower()
    if doubt := next((code for code, words in _BOUNDS.items() if before in words), None):
        return Doubt(doubt, start, end)
    half = 0.5 if part.get("adjective", "").lower() in ("halve", "half") else 1
    unit, size = _unit(part["unit"].lower())
    return Amount(read_count(part["count"]) * half * size, unit, start, end, bool(before), _is_bracketed(text, start))


def _days(match: re.Match[str], part: dict[str, str], text: str, start: int, end: int) -> list[Mark]:
    if "day" in part:
        return [Day("part_day" if part.get("half", "-") != "-" or _half_follows(text, match) else "day", start, end)]
    if "shorthalf" in part:
        return [Day("part_day", start, end)]
    if "from" in part:
        return _from_until(part, start, end)
    if "eachhalf" in part:  # "ma, wo ochtend": both mornings, or one of them?
        return [Doubt("vague", start, end)]
    return [Day("day", start, end) for _ in re.findall(r"\b(?:ma|di|wo|do|vr)\b", part["dayshort"], re.IGNORECASE)]


def _from_until(part: dict[str, str], start: int, end: int) -> list[Mark]:
    """From Monday through Friday. With a dash, "di-do" may also be two days; only neighbours and a whole week are clear."""
    first, last = (SHORT_DAYS.index(part[name][:2].lower()) for name in ("from", "until"))
    days = last - first + 1
    clear = part["through"] not in "-–" or days in (2, 5)
    return [Day("day", start, end)] * days if clear and days > 0 else [Doubt("vague", start, end)]


def _unit(word: str) -> tuple[str, float]:
    """The kind of unit, and how many of it one is."""
    if word.startswith("kwartier"):
        return "minute", 15
    if word.startswith("min"):
        return "minute", 1
    if word.startswith(("dagd", "dgd", "ochtend", "middag", "morgen")):
        return "part_day", 1
    if "dag" in word or word.startswith("dgn"):
        return "day", 1
    return ("fte", 1) if word[0] in "fw" else ("hour", 1)


def _is_bracketed(text: str, start: int) -> bool:
    return text.count("(", 0, start) > text.count(")", 0, start)


def _half_follows(text: str, match: re.Match[str]) -> bool:
    """In "maandag- en woensdagochtend" the half belongs to both."""
    return match["half"] == "-" and bool(HALF_OF_NEXT.match(text[match.end() : match.end() + 60]))


def _doubt(part: dict[str, str]) -> str:
    name = next(iter(part))
    return _DOUBTS.get(name, name)


def _period(part: dict[str, str], rules: HoursRules, start: int, end: int) -> Mark:
    if "weekly" in part:
        return _counted("week", _EACH[part.get("each", "").lower()], rules, start, end)
    if "adverb" in part:
        return _adverb(part["adverb"].lower(), rules, start, end)
    if "omper" in part:
        count = read_count(part["omn"]) if "omn" in part else 2
        period = _counted(part["omper"].lower(), count, rules, start, end)
        return replace(period, loose="omn" in part) if isinstance(period, Period) else period
    return _counted(part["per"].lower(), read_count(part["n"]) if "n" in part else 1, rules, start, end)


def _adverb(word: str, rules: HoursRules, start: int, end: int) -> Mark:
    if word.startswith(("veertien", "14")):
        return _counted("week", 2, rules, start, end)
    unit = next((unit for unit in ("week", "maand") if unit in word), "dag" if "dagelijks" in word else "jaar")
    return _counted("week" if word == "pw" else unit, 1, rules, start, end)


def _counted(unit: str, count: float, rules: HoursRules, start: int, end: int) -> Mark:
    weeks_a_month = rules.school_weeks / rules.school_months
    if "dag" in unit and count in (7, 14, 21, 28):
        unit, count = "week", count / 7
    if unit.startswith(("dag", "ochtend", "middag")):
        half = not unit.startswith("dag")
        return Period(count / rules.school_days, ("per dag", "a day"), start, end, mornings=half)
    if "jaar" in unit or unit == "jaren":
        return Period(count * rules.school_weeks, _words(count, "schooljaar", "schooljaren", "school year"), start, end)
    if unit.startswith("m"):
        return Period(count * weeks_a_month, _words(count, "maand", "maanden", "month"), start, end)
    return Period(count, _words(count, "week", "weken", "week"), start, end)


def _words(count: float, one: str, more: str, english: str) -> tuple[str, str]:
    if count == 1:
        return f"per {one}", f"a {english}"
    return f"per {count:g} {more}", f"every {count:g} {english}s"
