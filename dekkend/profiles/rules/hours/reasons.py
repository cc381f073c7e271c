"""How is it told how hours were counted, or why they were not?"""

from __future__ import annotations

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.hours.counts import say_number
from dekkend.profiles.rules.hours.marks import Amount, Period
from dekkend.profiles.words.hours import Hours

_REASONS = {
    "clock": (say("De tekst noemt kloktijden, geen aantal uren."), "clock times, no amount"),
    "range": (say("De tekst noemt een bereik, geen vast aantal."), "a range, no fixed amount"),
    "ceiling": (say("De tekst noemt een maximum, geen vast aantal."), "a maximum, no fixed amount"),
    "floor": (say("De tekst noemt een ondergrens, geen vast aantal."), "a minimum, no fixed amount"),
    "other_year": (say("De tekst gaat over een ander jaar."), "about another year"),
    "moments": (
        say("Er staan hoeveelheden in die niet tegelijk hoeven te gelden: het kan op twee manieren gelezen worden."),
        "amounts that may hold at different times: two readings",
    ),
    "vague": (say("De tekst noemt geen vast aantal."), "no fixed amount"),
    "shared": (
        say("De uren gelden per leerling, groep, persoon of periode; hoeveel dat er zijn staat er niet."),
        "hours per pupil, group, person or term",
    ),
    "weeks": (say("De tekst geldt voor een aantal weken of maanden, niet voor het hele jaar."), "for some weeks only"),
    "temporary": (say("De tekst geldt tijdelijk, niet voor het hele jaar."), "temporary"),
    "part_of_day": (say("De tekst noemt een deel van een dag en niet hoe lang dat duurt."), "part of a day, without how long"),
    "part": (say("Deeltijd zonder aantal uren."), "part time without an amount"),
    "open": (say("De tekst noemt geen vast aantal uren."), "no fixed amount of hours"),
    "none": (say("De tekst zegt 'geen'; of dat nul uren betekent is niet zeker."), "says 'none', which may mean something else"),
    "people": (say("Er staan meer mensen bij: de uren kunnen per persoon zijn of samen."), "several people: hours each or together"),
    "no_amount": (say("In de tekst staat geen aantal uren, dagdelen of dagen."), "no amount"),
    "how_often": (say("De tekst zegt hoe vaak, niet hoe lang."), "says how often, not how long"),
    "twice": (say("Er staan twee hoeveelheden die elkaar kunnen herhalen of aanvullen."), "two amounts that may repeat or add up"),
    "periods": (say("Er staan periodes in die niet bij elkaar passen."), "periods that do not fit together"),
    "days": (say("Het aantal kan per genoemde dag zijn of samen."), "the amount may be for each day named or together"),
    "too_much": (say("Dit is meer dan een volle week, en de periode staat er niet bij."), "more than a full week without a period"),
}
_UNITS = {
    "hour": ("uur", "uur", "hour", "hours"),
    "minute": ("minuut", "minuten", "minute", "minutes"),
    "part_day": ("dagdeel", "dagdelen", "part-day", "part-days"),
    "day": ("dag", "dagen", "day", "days"),
    "fte": ("fte", "fte", "fte", "fte"),
    "full_time": ("voltijd", "voltijd", "full time", "full time"),
}


def unknown(code: str) -> Hours:
    """No number, and why not."""
    dutch, english = _REASONS[code]
    return Hours(None, dutch, english)


def say_step(amount: Amount, size: float, period: Period | None, weekly: float) -> tuple[str, str]:
    """One amount in words: "1 dag van 8 uur, per 2 weken: 4 uur per week"."""
    dutch, english = _say_amount(amount, size)
    if period:
        dutch, english = _say_period(amount, period, dutch, english)
    if amount.unit == "hour" and (period is None or (period.weeks == 1 and period.times == 1)):
        return dutch, english
    return f"{dutch}: {say_number(weekly)} uur per week", f"{english}: {_hours_en(weekly)} a week"


def _say_amount(amount: Amount, size: float) -> tuple[str, str]:
    one, more, one_en, more_en = _UNITS[amount.unit]
    dutch = f"{say_number(amount.count)} {one if amount.count <= 1 else more}"
    english = f"{round(amount.count, 2):g} {one_en if amount.count <= 1 else more_en}"
    if amount.unit == "full_time":
        dutch, english = one, one_en
    if amount.unit in ("hour", "minute"):
        return dutch, english
    return f"{dutch} van {say_number(size)} uur", f"{english} of {_hours_en(size)}"


def _hours_en(number: float) -> str:
    return f"{round(number, 2):g} hour{'' if number == 1 else 's'}"


def _say_period(amount: Amount, period: Period, dutch: str, english: str) -> tuple[str, str]:
    times, times_en = (f"{say_number(period.times)} keer ", f"{period.times:g} times ") if period.times != 1 else ("", "")
    comma = "" if amount.unit in ("hour", "minute") and not times else ","
    return f"{dutch}{comma} {times}{period.words[0]}", f"{english}{comma} {times_en}{period.words[1]}"


def join(steps: list[tuple[str, str]], total: float, left_open: list[tuple[str, str]]) -> tuple[str, str]:
    """The whole rule in Dutch and in English, with what was assumed at the end."""
    dutch, english = "; ".join(s[0] for s in steps), "; ".join(s[1] for s in steps)
    if len(steps) > 1:
        dutch, english = f"{dutch}; samen {say_number(total)}", f"{english}; together {round(total, 2):g}"
    return ". ".join([dutch, *(a[0] for a in left_open)]) + ".", "; ".join([english, *(a[1] for a in left_open)])
