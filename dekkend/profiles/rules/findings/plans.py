"""Does the text lean on a plan that no longer holds?

A school plan for 2019-2023 covers the four school years that end on 31 July 2023. A profile of 2023-2024 starts after that, so the plan has
expired for it; a plan for 2020-2024 has not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dekkend.kernel.school_years import find_periods, find_school_years
from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case, Text
from dekkend.profiles.words.findings import Finding, Severity, Source

_PLAN = re.compile(r"(?:school|meerjaren|beleids|koers|ondersteunings|strategisch\s?beleids)plan\w*\W*(?:\w+\W+){0,4}$", re.IGNORECASE)
_YEARLY = re.compile(r"(?:jaarplan|schoolgids|jaargids)\w*\W*(?:\w+\W+){0,3}$", re.IGNORECASE)
_TO_PLAN = re.compile(
    r"\bzie\b[^.;\n]{0,30}\bschoolplan\b[^\n]{0,40}?\b(?:hoofdstuk|paragraaf|blz|pagina|h\.|§)[^\n.;]{0,30}", re.IGNORECASE
)


def find_expired_plans(case: Case) -> Iterator[Finding]:
    if case.year is None:
        return
    expired = [finding for place in case.texts for finding in _expired(place, case.year.start)]
    yield from expired
    for place in case.texts:
        yield from _older_year(place, case.year.start)
        if expired:
            yield from _references(place)


def _expired(place: Text, start: int) -> Iterator[Finding]:
    for period in find_periods(place.text):
        if period.last > start or not _PLAN.search(place.text[max(0, period.start - 60) : period.start]):
            continue
        quote = place.text[period.start : period.end]
        message = say(
            "Het plan voor {first} tot {last} liep af voor dit schooljaar begon. Een lezer kan er niet op bouwen. "
            "Verwijs naar het nieuwe plan, of schrijf erbij dat het oude nog geldt.",
            first=period.first,
            last=period.last,
        )
        yield Finding("plan_expired", place.path, Severity.WARNING, message, Source.SCHOOL_PLAN.value, quote, period.start, period.end)


def _older_year(place: Text, start: int) -> Iterator[Finding]:
    for found in find_school_years(place.text):
        if found.year.start >= start or not _YEARLY.search(place.text[max(0, found.start - 50) : found.start]):
            continue
        quote = place.text[found.start : found.end]
        message = say(
            "Hier staat een jaarstuk van {year}, en dit profiel is van een later jaar. Kijk of er een nieuwer stuk is.", year=found.year
        )
        yield Finding("plan_other_year", place.path, Severity.INFO, message, Source.SCHOOL_GUIDE.value, quote, found.start, found.end)


def _references(place: Text) -> Iterator[Finding]:
    for match in _TO_PLAN.finditer(place.text):
        message = say(
            "Deze verwijzing gaat naar een schoolplan dat is afgelopen. "
            "Controleer of het nieuwe plan dit hoofdstuk ook heeft, of schrijf het hier uit."
        )
        quote = match.group().strip()
        end = match.start() + len(quote)
        yield Finding("reference_expired", place.path, Severity.INFO, message, Source.WORKING_REFERENCE.value, quote, match.start(), end)
