"""Which sentences say that something is required by law, while the law has moved on?

The duty to have a separate school support profile lapsed on 1 August 2025 (WPO 8 lid 5 is empty since then); what schools offer stands
yearly in the school guide. A profile of an earlier year is right to name the old duty, until it is copied forward.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case
from dekkend.profiles.words.findings import Finding, Severity, Source

LAPSED_ON = datetime.date(2025, 8, 1)
_PROFILE = re.compile(r"\b(?:school)?ondersteuningsprofiel\b|\bSOP\b|\bdit\sprofiel\b|\bvast\s?te\s?leggen\b|\bdocument\b", re.IGNORECASE)
_REQUIRED = re.compile(
    r"\bwettelijk\sverplicht|\bverplicht(?:\s|$)|\bwettelijke\s(?:verplichting|plicht)|\bmoet\svolgens\sde\swet|\bwet[^.]{0,60}\bverplicht",
    re.IGNORECASE,
)
_FOUR_YEARS = re.compile(
    r"(?:eens|één\skeer|minimaal|ten\sminste|tenminste)\s(?:\w+\s){0,2}(?:per|in\sde|elke)?\s?(?:4|vier)\sjaar", re.IGNORECASE
)
_ABOUT_OTHER = re.compile(
    r"\bniet\s(?:langer\s|meer\s)?verplicht|\bgeen\s(?:wettelijke\s)?(?:verplichting|plicht)|\bleerplicht|\bschoolgids\b[^.]{0,40}verplicht",
    re.IGNORECASE,
)


def find_lapsed_duties(case: Case) -> Iterator[Finding]:
    if case.today < LAPSED_ON and not (case.year and case.year.first_day >= LAPSED_ON):
        return
    for sentence in case.sentences:
        if names_lapsed_duty(sentence.text):
            yield _finding(sentence.place.path, sentence.text, sentence.start, sentence.end)
    for path, text in case.fixed_text:
        if names_lapsed_duty(text):
            yield _finding(path, text, 0, 0)


def names_lapsed_duty(text: str) -> bool:
    """Does this sentence say that a separate profile is required?"""
    lapsed = _PROFILE.search(text) and (_REQUIRED.search(text) or _FOUR_YEARS.search(text))
    return bool(lapsed) and not _ABOUT_OTHER.search(text)


def _finding(path: str, text: str, start: int, end: int) -> Finding:
    return Finding("law_lapsed", path, Severity.INFO, _MESSAGE, Source.SCHOOL_GUIDE.value, text, start, end)


_MESSAGE = say(
    "Een apart schoolondersteuningsprofiel is sinds 1 augustus 2025 niet meer verplicht. Wat de school aan "
    "ondersteuning biedt, staat sindsdien elk jaar in de schoolgids. Pas deze zin aan in het eerstvolgende profiel."
)
