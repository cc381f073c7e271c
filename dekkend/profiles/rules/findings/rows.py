"""Which rows of the tables say nothing?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings.case import Case
from dekkend.profiles.words.findings import Finding, Severity, Source
from dekkend.profiles.words.template import Block, BlockKind

MOST_NAMED = 4


def find_empty_rows(case: Case) -> Iterator[Finding]:
    if not case.year and "school" in case.values:
        message = say(
            "Er staat niet voor welk schooljaar dit profiel is. Zonder jaar weet niemand of het nog geldt. Vul het schooljaar in."
        )
        yield Finding("year_missing", "school_year", Severity.WARNING, message, Source.COMPLETE.value)
    for block in case.template.blocks():
        if block.kind is BlockKind.GRID:
            yield from _grid(block, case.values[block.id])


def _grid(block: Block, value: dict[str, Any]) -> Iterator[Finding]:
    empty = [row for row in block.rows if value["rows"][row.code]["choice"] is None and not value["rows"][row.code]["note"]]
    if empty and len(empty) == len(block.rows):
        message = say("In de tabel ‘{title}’ is niets ingevuld. Ouders zien dan overal ‘niet bekend’. Vul de tabel in.", title=block.title)
        yield Finding("table_empty", block.id, Severity.INFO, message, Source.COMPLETE.value)
    elif empty:
        named = ", ".join(f"‘{row.label.rstrip('.')}’" for row in empty[:MOST_NAMED])
        path = f"{block.id}.{empty[0].code}" if len(empty) == 1 else block.id
        message = say("Niet ingevuld: {named}. Ouders zien dan ‘niet bekend’. Kies wat klopt.", named=named)
        if len(empty) > MOST_NAMED:
            more = len(empty) - MOST_NAMED
            message = say("Niet ingevuld: {named} en nog {more}. Ouders zien dan ‘niet bekend’. Kies wat klopt.", named=named, more=more)
        yield Finding("row_empty", path, Severity.INFO, message, Source.COMPLETE.value)
    for number, row in enumerate(value["own_rows"]):
        if row["choice"] is None and not row["note"]:
            message = say("De eigen rij ‘{label}’ is niet ingevuld. Kies wat klopt, of haal de rij weg.", label=row["label"][:60])
            yield Finding("row_empty", f"{block.id}.own_rows[{number}]", Severity.INFO, message, Source.COMPLETE.value)
