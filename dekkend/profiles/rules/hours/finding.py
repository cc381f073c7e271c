"""Which marks about time stand in a text: amounts, periods, days, clock times, and words that leave it open?

The text is read once from left to right with one pattern; what it does not know it passes over.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dekkend.profiles.rules.hours.counts import NUMBER, read_count
from dekkend.profiles.rules.hours.marks import Amount, Day, Doubt, Mark, Period, Times
from dekkend.profiles.words.hours import HoursRules

_DAY = "(?:maan|dins|woens|donder|vrij)dag"
_UNIT = (
    r"(?P<unit>(?:klok)?uren|(?:klok)?uur|u\b\.?|hrs?|minuten|minuut|min\b\.?|kwartier(?:en)?|dagde(?:el|len)|dagd\b\.?"
    r"|ochtend(?:en)?|middag(?:en)?|morgen(?:s)?|(?:werk|les|school)?dag(?:en)?|dgn\b\.?|dgd\b\.?|fte|f\.t\.e\.?|wtf)(?!\w)"
)
_KIND = r"(?:(?P<adjective>halve|half|hele|vaste|volle|volledige|extra|ambulante|losse)\s+)?"
_PERIOD_UNIT = (
    r"(?P<per>(?:school)?weken|(?:school)?week|wkn?\b|w\b|maanden|maand|mnd"
    r"|(?:school|kalender)?jaar|jaren|dagen|dag|ochtend|middag)"
)
_MARK = re.compile(
    r"(?P<clock>\b\d{1,2}[:.]\d\d\s?(?:u\b|uur\b)?\s?(?:-|–|tot|t/m)\s?\d{1,2}[:.]\d\d|\b\d{1,2}:\d\d|\b\d{1,2}[.,][0-5][05]\s?(?:uur|u)\b"
    r"|\b(?:om|vanaf|na|voor|rond)\s\d{1,2}\s?(?:uur|u)\b)"
    rf"|(?P<range>(?<![\w.,-]){NUMBER}\s?(?:à|a|-|–|tot|of|/)\s?{NUMBER}(?:\s[a-z]+)?\s?{_UNIT.replace('?P<unit>', '?:')})"
    rf"|(?<![\w.,/-])(?P<times>{NUMBER})\s?(?:x|×|keer|maal)(?!\w)"
    r"|(?P<once>\b(?:eenmaal|tweemaal|driemaal|eens))\b"
    rf"|\b(?:fte|wtf|werktijdfactor)\s?:?\s?(?P<factor>[01][.,]\d{{1,4}})"
    r"|(?P<before>\b(?:max\.?|maximaal|hooguit|ten hoogste|tot|minimaal|minstens|ten minste|min\.|ca\.?|circa"
    r"|ongeveer|gemiddeld|ruim|bijna)\s|±\s?)?"
    rf"(?<![\w.,/-])(?<!groep )(?<!gr )(?<!gr\. )(?<!groepen )(?P<count>{NUMBER})\s?{_KIND}{_UNIT}"
    r"|(?P<vague>\b(?:paar|enkele|aantal|diverse|meerdere)\s(?:uur|uren|dag(?:en)?|dagdelen))\b"
    rf"|(?P<om>\bom\sde|\bom\shet)\s(?P<omn>{NUMBER}\s)?{_PERIOD_UNIT.replace('?P<per>', '?P<omper>')}(?!\w)"
    rf"|(?:\bper|\bp[./]|/|\bin\s(?:de|een)|\belke|\belk|\bieder|\biedere)\s?(?P<n>{NUMBER}\s?)?{_PERIOD_UNIT}(?!\w)"
    r"|(?P<adverb>\b(?:tweewekelijks|2-wekelijks|veertiendaags|14-daags|wekelijks|maandelijks|jaarlijks|dagelijks|pw|pj"
    r"|op\s(?:school)?jaarbasis|op\sweekbasis|op\smaandbasis|in\shet\s(?:school)?jaar))\b\.?"
    r"|(?P<shared>\bper\s(?!direct|mail|telefoon)[a-z][\w-]*|\belk\b|\bieder\b|\bbeide(?:n)?\b)"
    rf"|(?P<weeks>{NUMBER}\s(?:weken|maanden))\b"
    r"|(?P<full>\bfull[\s-]?time\b|\bvoltijds?\b|\bvolledige\s(?:werk)?week\b|\b(?:hele|gehele)\sweek\b)"
    r"|(?P<part>\bpart[\s-]?time\b|\bdeeltijd\b)"
    rf"|(?P<from>\b{_DAY})\s(?:t/m|tot en met|-|–)\s(?P<until>{_DAY})(?!\w)"
    rf"|(?P<day>\b{_DAY}(?:en)?)(?P<half>-|ochtend(?:en)?|middag(?:en)?|morgen(?:s)?)?"
    r"|(?P<dayshort>\b(?:ma|di|wo|do|vr)\.?(?:\s?[,/+&-]\s?|\sen\s|\s)(?:(?:ma|di|wo|do|vr)(?:\.?(?:\s?[,/+&-]\s?|\sen\s|\s)|\b)(?!\w*dag))+)"
    r"|(?P<open>\b(?:in overleg|op afroep|op aanvraag|op verzoek|indien nodig|waar nodig|naar behoefte|flexibel|wisselend"
    r"|variabel|afhankelijk|nader te bepalen|n\.?t\.?b|soms|incidenteel|onbekend|geen|tijdelijk|gedurende))\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?<![\w.,/-])(?:[2-9]|1\d|twee|drie|vier|vijf)\s(?:\w+\s)?"
    r"(?:\w*leerkrachten|\w*specialisten|\w*begeleiders|\w*assistenten|\w*coördinatoren|collega['’]?s|medewerkers|personen|mensen|rt-?['’]?ers)\b",
    re.IGNORECASE,
)
_ADVERBS = {"tweewekelijks": 2, "2-wekelijks": 2, "veertiendaags": 2, "14-daags": 2, "wekelijks": 1, "pw": 1}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
_TIMES = {"eenmaal": 1, "eens": 1, "tweemaal": 2, "driemaal": 3}


def find_marks(text: str, rules: HoursRules) -> list[Mark]:
    """All marks in `text`, in order. Weeks are counted with `rules`."""
    marks: list[Mark] = []
    for match in _MARK.finditer(text):
        marks += _marks(match, text, rules)
    if _PEOPLE.search(text):
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
    if {"day", "from", "dayshort"} & part.keys():
        return _days(match, part, text, *at)
    if {"per", "omper", "adverb"} & part.keys():
        return [_period(part, rules, *at)]
    return [Doubt(_doubt(part), *at)]


def _amount(part: dict[str, str], text: str, start: int, end: int) -> Mark:
    before = part.get("before", "").strip().lower()
    if before in ("max", "max.", "maximaal", "hooguit", "ten hoogste", "tot"):
        return Doubt("ceiling", start, end)
    half = 0.5 if part.get("adjective", "").lower() in ("halve", "half") else 1
    unit, size = _unit(part["unit"].lower())
    return Amount(read_count(part["count"]) * half * size, unit, start, end, bool(before), _is_bracketed(text, start))


def _days(match: re.Match[str], part: dict[str, str], text: str, start: int, end: int) -> list[Mark]:
    if "day" in part:
        return [Day("part_day" if part.get("half", "-") != "-" or _half_follows(text, match) else "day", start, end)]
    if "dayshort" in part:
        return [Day("day", start, end) for _ in re.findall(r"\b(?:ma|di|wo|do|vr)\b", part["dayshort"], re.IGNORECASE)]
    days = _WEEKDAYS.index(part["until"].lower()) - _WEEKDAYS.index(part["from"].lower()) + 1
    return [Day("day", start, end)] * days if days > 0 else [Doubt("open", start, end)]


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
    rest = text[match.end() : match.end() + 40]
    return match["half"] == "-" and bool(re.match(rf"(?:\s?,?\s?{_DAY}-)*\s?(?:en\s)?{_DAY}(?:ochtend|middag|morgen)", rest, re.IGNORECASE))


def _doubt(part: dict[str, str]) -> str:
    if "open" in part:
        return "none" if part["open"].lower() == "geen" else "temporary" if part["open"].lower() in ("tijdelijk", "gedurende") else "open"
    return next(iter(part.keys() & {"clock", "range", "vague", "shared", "weeks", "part"}), "open")


def _period(part: dict[str, str], rules: HoursRules, start: int, end: int) -> Mark:
    if "adverb" in part:
        return _adverb(part["adverb"].lower(), rules, start, end)
    if "omper" in part:
        count = read_count(part["omn"]) if "omn" in part else 2
        period = _counted(part["omper"].lower(), count, rules, start, end)
        return replace(period, loose="omn" in part) if isinstance(period, Period) else period
    return _counted(part["per"].lower(), read_count(part["n"]) if "n" in part else 1, rules, start, end)


def _adverb(word: str, rules: HoursRules, start: int, end: int) -> Mark:
    if word in _ADVERBS:
        return _counted("week", _ADVERBS[word], rules, start, end)
    unit = next((unit for unit in ("week", "maand", "dag") if unit in word), "jaar")
    return _counted(unit, 1, rules, start, end)


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
