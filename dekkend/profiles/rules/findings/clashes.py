"""Where do the words and the tables of one profile contradict each other?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case, Sentence
from dekkend.profiles.rules.hours import hours_per_week
from dekkend.profiles.words.findings import Finding, Severity, Source
from dekkend.profiles.words.template import BlockKind, GridRow

# What a school says of itself in running text, and the row of the expertise table that then cannot be "no" or without hours.
_CLAIMS = {
    "second_language": r"\bNT2[\s-]?school|taalschool\b|neveninstroom|schakelklas|nieuwkomers(?:groep|klas)"
    r"|gespecialiseerd[^.]{0,60}(?:anderstalig|Nederlandse\staal|NT2)",
    "giftedness": r"\bplusklas|begaafdheidsprofielschool|\bHB-school|verrijkings(?:klas|groep)",
    "autism": r"\bstructuurklas|\bauti-?klas|gespecialiseerd[^.]{0,40}autisme",
    "remedial_teaching": r"(?:hebben|beschikken|beschikt|heeft|is)\b[^.]{0,40}\bremedial\steacher",
}
_DENIED = re.compile(r"\b(?:geen|niet|nog\sgeen|zonder)\b", re.IGNORECASE)


def find_clashes(case: Case) -> Iterator[Finding]:
    grid = case.values.get("expertise")
    if not isinstance(grid, dict) or "rows" not in grid:
        return
    block = case.template.block("expertise")
    for row in block.rows:
        answer = grid["rows"][row.code]
        yield from _answer(case, f"expertise.{row.code}", row, answer)
        if row.code in _CLAIMS:
            yield from _claim(case, row, answer)


def _answer(case: Case, path: str, row: GridRow, answer: dict[str, Any]) -> Iterator[Finding]:
    choice, note = answer["choice"], answer["note"] or ""
    hours = hours_per_week(note, case.hours) if note else None
    if choice == "no" and hours and hours.value:
        message = say(
            "Bij {row} staat nee, en toch staan er uren. Een van de twee klopt niet. Kies ja, of haal de uren weg.", row=_name(row)
        )
        yield Finding("no_with_hours", path, Severity.WARNING, message, Source.NO_CLASH.value, note)
    elif choice == "yes" and not note:
        message = say(
            "Bij {row} staat ja, zonder uren. Ouders weten zo niet hoe vaak de hulp er is. Vul in hoeveel uur per week.", row=_name(row)
        )
        yield Finding("hours_missing", path, Severity.INFO, message, Source.NO_CLASH.value)
    elif choice == "yes" and hours and hours.value is None:
        message = say(
            "Bij {row} is niet te zien hoeveel uur het is: {rule} Schrijf het als uren, dagdelen of dagen per week.",
            row=_name(row),
            rule=_lower(hours.rule),
        )
        yield Finding("hours_unclear", path, Severity.INFO, message, Source.NO_CLASH.value, note)
    elif choice is None and note:
        message = say("Bij {row} staat een toelichting, maar geen ja of nee. Kies wat klopt.", row=_name(row))
        yield Finding("choice_missing", path, Severity.WARNING, message, Source.COMPLETE.value, note)


def _claim(case: Case, row: GridRow, answer: dict[str, Any]) -> Iterator[Finding]:
    """A claim in running text beside an answer that denies it. Told once, at its first sentence."""
    if answer["choice"] != "no" and not (answer["choice"] is None and not answer["note"]):
        return
    sentence = next(_claiming(case, _CLAIMS[row.code]), None)
    if sentence is None:
        return
    stands = "nee" if answer["choice"] == "no" else "niets ingevuld"
    message = say(
        "De tekst noemt dit als aanbod van de school, en in de tabel staat bij {row} {stands}. "
        "Maak ze gelijk: pas de tabel aan, of de tekst.",
        row=_name(row),
        stands=stands,
    )
    yield Finding(
        "claim_clashes",
        f"expertise.{row.code}",
        Severity.WARNING,
        message,
        Source.NO_CLASH.value,
        sentence.text,
    )


def _claiming(case: Case, claim: str) -> Iterator[Sentence]:
    pattern = re.compile(claim, re.IGNORECASE)
    for sentence in case.sentences:
        if (
            sentence.place.block.kind not in (BlockKind.FACTS, BlockKind.GRID)
            and pattern.search(sentence.text)
            and not _DENIED.search(sentence.text)
        ):
            yield sentence


def _name(row: GridRow) -> str:
    return f"‘{row.label}’"


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
