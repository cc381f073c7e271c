"""Which personal data of staff, and which citizen's numbers, stand in a text that will be public?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case, Text
from dekkend.profiles.words.abbreviations import NAME_PARTICLES, NO_INITIALS, OFFICE_BOXES
from dekkend.profiles.words.findings import Finding, Severity, Source
from dekkend.profiles.words.template import BlockKind

_INITIALS = re.compile(
    r"(?:\bdoor\s|(?<!\w)[-–]\s?)(?P<a>[A-Z]{2,3})(?!\w|['’-])"
    r"|\((?P<b>[A-Z]{2})\)"
    r"|(?:leerkracht|RT['’-]?er|specialist|coördinator|coordinator|begeleider|assistent|juf|meester)\s(?:\w+\s)?(?P<c>[A-Z]{2})(?!\w|['’-])"
)
_MAIL = re.compile(r"(?<![\w.+-])([A-Za-z][\w+-]*(?:\.[\w+-]+)*)@[\w-]+(?:\.[\w-]+)+")


def find_personal_data(case: Case) -> Iterator[Finding]:
    surnames = _surnames(case)
    school_words = set(re.findall(r"[a-z]+", (case.facts("school").get("name") or "").lower()))
    for place in case.texts:
        if place.block.kind is not BlockKind.FACTS:
            yield from _initials(place)
        yield from _mails(place, surnames, school_words)
        yield from _numbers(place)


def _initials(place: Text) -> Iterator[Finding]:
    """Only in short texts, notes and cells: in running text two capitals are nearly always an abbreviation."""
    if place.block.kind is BlockKind.PROSE or len(place.text) > 300:
        return
    found = [match for match in _INITIALS.finditer(place.text) if _name(match) not in NO_INITIALS]
    if not found:
        return
    names = ", ".join(dict.fromkeys(_name(match) for match in found))
    message = say(
        "In deze tekst lijken initialen van medewerkers te staan: {names}. "
        "De tekst wordt openbaar en de lezer heeft er niets aan. Noem liever de functie, zoals leescoördinator.",
        names=names,
    )
    first = found[0]
    start = next(first.start(name) for name in "abc" if first[name])
    yield Finding(
        "staff_initials", place.path, Severity.WARNING, message, Source.PERSONAL_DATA.value, names, start, start + len(_name(first))
    )


def _name(match: re.Match[str]) -> str:
    return match["a"] or match["b"] or match["c"]


def _mails(place: Text, surnames: set[str], school_words: set[str]) -> Iterator[Finding]:
    for match in _MAIL.finditer(place.text):
        if not _is_personal(match[1].lower(), surnames, school_words):
            continue
        message = say(
            "Dit lijkt het e-mailadres van één persoon. Het profiel is openbaar en de persoon kan vertrekken. "
            "Neem een adres van de school, zoals info@ of directie@."
        )
        yield Finding(
            "personal_mail", place.path, Severity.WARNING, message, Source.PERSONAL_DATA.value, match.group(), match.start(), match.end()
        )


def _is_personal(local: str, surnames: set[str], school_words: set[str]) -> bool:
    parts = [part for part in re.split(r"[._-]", local) if part]
    if any(part in OFFICE_BOXES or part in school_words for part in parts):
        return False
    if any(name in local for name in surnames):
        return True
    named = [part for part in parts if part not in NAME_PARTICLES and part.isalpha()]
    return len(named) >= 2 and len(named[0]) <= 3 and len(named[-1]) >= 4


def _surnames(case: Case) -> set[str]:
    """Last names of the people whom the profile itself names, of four letters or more."""
    people = [value for code, value in case.facts("adoption").items() if code.endswith("_by") and value]
    return {words[-1].lower() for name in people if (words := re.findall(r"[^\W\d_]{4,}", name))}


def _numbers(place: Text) -> Iterator[Finding]:
    for number in find_bsn(place.text):
        message = say(
            "Hier staat een getal dat een burgerservicenummer of onderwijsnummer kan zijn. Zo'n nummer mag niet in een "
            "profiel staan en wordt niet bewaard. Haal het weg; is het iets anders, schrijf het dan met het woord erbij wat "
            "het is."
        )
        hidden = re.sub(r"\d", "•", place.text[number.start : number.end])
        yield Finding(
            "citizen_number", place.path, Severity.SERIOUS, message, Source.CITIZEN_NUMBER.value, hidden, number.start, number.end
        )
