"""How is one line of a school said in the summary for parents, in Dutch or in English?

The school's own words stay in Dutch and are marked as such; only an amount in our own way of writing is said in English.
"""

from __future__ import annotations

import re

from dekkend.kernel.dates import say_date
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.redaction import LEFT_OUT
from dekkend.profiles.words.school_page import Now, OfferLine, SchoolPage
from dekkend.publishing.rules.summary_room import whole_sentences
from dekkend.publishing.words.paper import Run
from dekkend.publishing.words.summary import DUTCH, Wording

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
LONGEST_CONTACT = 120  # letters of one way to reach the school
_AMOUNT = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?) (uur|uren|dagdeel|dagdelen|dag|dagen) per (week|dag|maand|schooljaar|jaar)\.?")
_UNITS = {"uur": "hour", "uren": "hour", "dagdeel": "half-day", "dagdelen": "half-day", "dag": "day", "dagen": "day"}
_PERIODS = {"week": "week", "dag": "day", "maand": "month", "schooljaar": "school year", "jaar": "year"}

Words = tuple[Run, ...]


def say_day(day: str, wording: Wording) -> str:
    if wording is DUTCH:
        return say_date(day)
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def counted(forms: tuple[str, str], count: int) -> str:
    """With the words for one or for more; Dutch and English say "none" as they say "many"."""
    return forms[count != 1].format(count=count)


def own(text: str, wording: Wording) -> Words:
    """Words of the school. On a page in another language between quotation marks, and marked as Dutch."""
    return (Run(text),) if wording is DUTCH else (Run("“"), Run(text, "nl"), Run("”"))


def name(line: OfferLine, catalogue: Catalogue, wording: Wording) -> Words:
    item = catalogue.item(line.code) if line.code else None
    if wording is DUTCH:
        return (Run(line.label),)
    return (Run(item.label_en),) if item else own(line.label, wording)


def said_note(note: str, wording: Wording, room: int) -> Words:
    """The note between brackets; of a long one the sentences that fit, and where the rest is."""
    if not note:
        return ()
    if wording is not DUTCH and (amount := in_english(note)):
        return (Run(f" ({amount})"),)
    kept, whole = whole_sentences(note, room)
    if not kept:
        return (Run(f". {wording.rest}"),)
    return (Run(" ("), *own(kept, wording), Run(")" if whole else f"). {wording.rest}"))


def in_english(note: str) -> str:
    """An amount in our own way of writing ("2 dagdelen per week") in English; "" for any other words."""
    found = _AMOUNT.fullmatch(note.strip())
    if found is None:
        return ""
    number, unit, period = found.groups()
    number = number.replace(",", ".")
    return f"{number} {_UNITS[unit]}{'' if number == '1' else 's'} a {_PERIODS[period]}"


def said_now(now: Now | None, wording: Wording, room: int) -> Words:
    """What is different today, with what the school told parents about it."""
    if now is None:
        return ()
    kept, whole = whole_sentences(now.note, room)
    note = (Run(" "), *own(kept, wording)) if kept else ()
    rest = () if whole else (Run(f" {wording.rest}"),)
    return (Run(f". {_sentence(now, wording)}"), *note, *rest)


def _sentence(now: Now, wording: Wording) -> str:
    if wording is DUTCH:
        return now.sentence
    day = say_day(now.day.isoformat(), wording) if now.day else ""
    words = wording.now.get(now.kind if day else f"{now.kind}?", wording.now["?"])
    return words.format(day=day, hours=now.hours.replace(",", "."))


def contact(page: SchoolPage) -> str:
    """How the school is reached, without what was left out for everyone."""
    found = (page.facts.get(code, "") for code in ("phone", "email", "website"))
    return ", ".join(way for way in found if way and LEFT_OUT not in way and len(way) <= LONGEST_CONTACT)
