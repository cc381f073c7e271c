"""How many hours a week is the help there that a school describes in its own words?

"24 uur per week", "om de week een dag", "10 uur per schooljaar", "2 dagdelen": counted by a stated rule, with the region's own
sizes of a part-day, a day and a year. Where the words leave two readings the answer is None with the reason; nothing is invented.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.hours.finding import find_marks
from dekkend.profiles.rules.hours.marks import Amount, Day, Doubt, Mark, Period, Times
from dekkend.profiles.rules.hours.pattern import PART_OF_DAY
from dekkend.profiles.rules.hours.reasons import join, say_step, unknown
from dekkend.profiles.words.hours import Hours, HoursRules

_WEEKLY = (say("Er staat geen periode bij: per week aangenomen"), "assumed weekly")
_ROUNDED = (say("Het aantal is in de tekst een schatting"), "rounded in the text")
_SHARED = (say("De periode is voor alle genoemde hoeveelheden aangenomen"), "the period is taken for all amounts")
_WHOLE_DAYS = (say("Er staan dagen zonder uren: hele dagen aangenomen, elke week"), "days without hours: assumed whole days, weekly")
_WHOLE_MORNINGS = (say("Er staan dagdelen zonder uren: hele dagdelen aangenomen"), "part-days without hours: assumed whole")
_OTHER_NUMBER = (say("Er staat nog een getal in de tekst dat niet is meegeteld"), "another number in the text was not counted")
_OM_DE = (say("'Om de' is gelezen als 'eens in de'"), "'om de n weken' read as once in n weeks")

_REPEATING = re.compile(r"\b(?:waarvan|inclusief|incl|oftewel|ofwel|dan wel|en/of|of|totaal|samen|bij elkaar)\b", re.IGNORECASE)
# Beside two amounts these say that one of them may no longer hold, or never did.
_MOMENTS = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:nu|momenteel|inmiddels|was|waren|eerst|eerder|voorheen|vroeger|later|daarna|straks|vanaf|sinds|niet|nog"
    r"|in plaats van)\b|\bi\.?p\.?v\b",
    re.IGNORECASE,
)
_STRAY_PERIOD = re.compile(r"(?:jaar|maand|week|weken)\b", re.IGNORECASE)
_STRAY_NUMBER = re.compile(
    r"(?<!groep )(?<!groepen )(?<!gr )(?<!gr\. )(?<!t/m )(?<!en )(?<![\w-])(?!(?:19|20)\d\d)\d{1,3}(?![\d/]|-\d| t/m| en \d)(?!\w)",
    re.IGNORECASE,
)


def hours_per_week(text: str, rules: HoursRules | None = None) -> Hours:
    """Availability in a school's own words as hours per week, counted with `rules`. Never raises."""
    rules = rules or HoursRules()
    text = " ".join(text[:2000].split())
    marks = _attach(find_marks(text, rules), text)
    if doubt := next((mark for mark in marks if isinstance(mark, Doubt)), None):
        return unknown(doubt.code)
    amounts = [mark for mark in marks if isinstance(mark, Amount)]
    if not amounts:
        return unknown("moments") if _may_differ(marks, Day, text) else _from_days(marks, text, rules)
    if _is_part_of_day(amounts, text):
        return unknown("part_of_day")
    if _may_differ(marks, Amount, text):
        return unknown("moments")
    kept = _without_repeats(amounts, text, rules)
    if not kept or _may_multiply(kept, marks, text):
        return unknown("twice")
    if _days_unclear(marks, kept):
        return unknown("days")
    return _from_amounts([mark for mark in marks if isinstance(mark, Period) or mark in kept], text, marks, rules)


def _may_differ(marks: list[Mark], kind: type[Mark], text: str) -> bool:
    """Of "eerst 4 uur per week, nu 2 uur per week" one amount has passed; of "niet 4 uur maar 2 uur" one is denied."""
    told = [mark for mark in marks if isinstance(mark, kind) and not getattr(mark, "bracketed", False)]
    return len(told) > 1 and bool(_MOMENTS.search(text))


def _attach(marks: list[Mark], text: str) -> list[Mark]:
    """Marks that belong together as one: "2x per week" is a period, "2 x 30 minuten" and "3 ochtenden van 2 uur" are amounts."""
    done: list[Mark] = []
    for mark in marks:
        last = done[-1] if done else None
        if isinstance(last, Times) and isinstance(mark, Period):
            done[-1] = replace(mark, times=last.count, start=last.start)
        elif isinstance(mark, Amount) and _multiplies(last, mark, text):
            done[-1] = replace(mark, count=last.count * mark.count, start=last.start)  # type: ignore[union-attr]  # _multiplies
        else:
            done.append(mark)
    return done


def _multiplies(last: Mark | None, mark: Amount, text: str) -> bool:
    if isinstance(last, Times):
        return True
    if not isinstance(last, Amount) or last.unit not in ("day", "part_day") or mark.unit not in ("hour", "minute"):
        return False
    return text[last.end : mark.start].strip().lower() in ("van", "à", "a")


def _is_part_of_day(amounts: list[Amount], text: str) -> bool:
    """Of "1 dag per week na schooltijd" nobody knows how many hours; "2 uur per week na schooltijd" says it."""
    return any(amount.unit in ("day", "part_day") for amount in amounts) and bool(PART_OF_DAY.search(text))


def _from_days(marks: list[Mark], text: str, rules: HoursRules) -> Hours:
    """No amount: the days that are named are all there is to go by, when the text does not speak of some part of them."""
    days = [mark.part for mark in marks if isinstance(mark, Day)]
    periods = [mark for mark in marks if isinstance(mark, Period)]
    if len(periods) > 1:
        return unknown("periods")
    if days and PART_OF_DAY.search(text):
        return unknown("part_of_day")
    if days:
        counted = [Amount(days.count(part), part, 0, 0) for part in sorted(set(days))]
        return _sum([(amount, periods[0] if periods else None) for amount in counted], rules, [_WHOLE_DAYS])
    if periods and periods[0].mornings:
        return _sum([(Amount(1, "part_day", 0, 0), periods[0])], rules, [_WHOLE_MORNINGS])
    return unknown("how_often" if periods or any(isinstance(mark, Times) for mark in marks) else "no_amount")


def _without_repeats(amounts: list[Amount], text: str, rules: HoursRules) -> list[Amount]:
    """The amounts to add up: "1 dag (8 uur)" says one thing twice. Empty when it is not clear whether they repeat or add up."""
    kept = [amount for amount in amounts if not amount.bracketed] or amounts
    repeated = [amount for amount in amounts if amount not in kept]
    if repeated and sum(_hours(amount, rules) for amount in repeated) != sum(_hours(amount, rules) for amount in kept):
        return []
    if len(kept) < 2:
        return kept
    equal_in_other_units = len(kept) == 2 and kept[0].unit != kept[1].unit and _hours(kept[0], rules) == _hours(kept[1], rules)
    full_time_and_more = any(amount.unit == "full_time" for amount in kept)
    return [] if equal_in_other_units or full_time_and_more or _REPEATING.search(text) else kept


def _may_multiply(amounts: list[Amount], marks: list[Mark], text: str) -> bool:
    """In "2 dagen per week 3 uur" the hours may be those of each day: two units with nothing but a period between them."""
    for one, other in itertools.pairwise(amounts):
        between = text[one.end : other.start]
        for period in marks:
            if isinstance(period, Period) and one.end <= period.start and period.end <= other.start:
                between = between.replace(text[period.start : period.end], "")
        if one.unit != other.unit and (one.unit, other.unit) != ("hour", "minute") and not between.strip(" ,;:"):
            return True
    return False


def _days_unclear(marks: list[Mark], amounts: list[Amount]) -> bool:
    """In "dinsdag en donderdag 3 uur" it may be each or together. Clear with a period, one amount a day, or as many (part-)days."""
    days = sum(isinstance(mark, Day) for mark in marks)
    if days < 2 or any(isinstance(mark, Period) for mark in marks) or len(amounts) == days:
        return False
    return not (len(amounts) == 1 and amounts[0].unit in ("day", "part_day") and amounts[0].count == days)


def _from_amounts(marks: list[Mark], text: str, all_marks: list[Mark], rules: HoursRules) -> Hours:
    pairs = _pairs(marks)
    rest = _unmarked(text, all_marks)
    weekly = any(period is None and amount.unit not in ("fte", "full_time") for amount, period in pairs or [])
    if pairs is None or (weekly and _STRAY_PERIOD.search(rest)):
        return unknown("periods")
    left_open = [_WEEKLY] if weekly else []
    if len({id(period) for _, period in pairs if period}) < sum(1 for _, period in pairs if period):
        left_open.append(_SHARED)
    if _STRAY_NUMBER.search(rest):
        left_open.append(_OTHER_NUMBER)
    return _sum(pairs, rules, left_open)


def _unmarked(text: str, marks: list[Mark]) -> str:
    for mark in marks:
        text = text[: mark.start] + "_" * (mark.end - mark.start) + text[mark.end :]
    return text


def _pairs(marks: list[Mark]) -> list[tuple[Amount, Period | None]] | None:
    """Each amount with its period: the one after it ("2 uur per week"), or before it when the text opens with one ("wekelijks 2 uur").

    None when a period is left without an amount.
    """
    opens_with_period = isinstance(marks[0], Period)
    ordered = marks if opens_with_period else marks[::-1]
    pairs: list[tuple[Amount, Period | None]] = []
    period: Period | None = None
    used = True
    for mark in ordered:
        if isinstance(mark, Period):
            if not used and mark.weeks != (period.weeks if period else None):
                return None
            period, used = mark, False
        elif isinstance(mark, Amount):
            pairs.append((mark, period))
            used = True
    return (pairs if opens_with_period else pairs[::-1]) if used else None


def _sum(pairs: list[tuple[Amount, Period | None]], rules: HoursRules, left_open: list[tuple[str, str]]) -> Hours:
    weekly = [_weekly(amount, period, rules) for amount, period in pairs]
    total = round(float(sum(weekly)), 4)
    if _WEEKLY in left_open and total > rules.full_time:
        return unknown("too_much")
    if any(amount.loose for amount, _ in pairs):
        left_open = [*left_open, _ROUNDED]
    if any(period and period.loose for _, period in pairs):
        left_open = [*left_open, _OM_DE]
    steps = [say_step(amount, _size(amount.unit, rules), period, hours) for (amount, period), hours in zip(pairs, weekly, strict=True)]
    dutch, english = join(steps, total, left_open)
    return Hours(total, dutch, english, assumed=bool(left_open))


def _weekly(amount: Amount, period: Period | None, rules: HoursRules) -> float:
    return _hours(amount, rules) * (period.times / period.weeks if period else 1)


def _hours(amount: Amount, rules: HoursRules) -> float:
    return amount.count * _size(amount.unit, rules)


def _size(unit: str, rules: HoursRules) -> float:
    if unit in ("hour", "minute"):
        return 1 if unit == "hour" else 1 / 60
    return {"part_day": rules.part_day, "day": rules.day}.get(unit, rules.full_time)
