"""Which rows stand in a table of either dialect: semicolons in Windows-1252, or commas in UTF-8?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from dekkend.kernel.sentences import say
from dekkend.register.rules.writing import clean, heading
from dekkend.register.words.bundle import Refused
from dekkend.register.words.collected import Refusals

SEPARATORS = (";", ",", "\t", "|")
LONGEST_CELL = 10_000  # characters
SHOWN = 120  # characters of a refused row


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row are headings, written as `writing.heading` does. `lines` still have to be walked."""

    name: str
    headings: tuple[str, ...]
    separator: str
    text: str


def table_in(name: str, data: bytes) -> Table | None:
    """None when these bytes are no table: no text, or nothing that parts its first line."""
    text = decoded(data)
    if text is None:
        return None
    first = next((line for line in io.StringIO(text) if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    if separator not in first or len(first) > LONGEST_CELL:
        return None
    [head] = list(csv.reader([first], delimiter=separator))
    return Table(name, tuple(heading(cell) for cell in head), separator, text)


def decoded(data: bytes) -> str | None:
    """UTF-8 with or without mark, UTF-16 with mark, else Windows-1252. None for bytes that are no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\x00" in data[:4096]:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows_in(table: Table, refused: Refusals) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by heading. A row with another number of cells goes to `refused`; an empty line is nothing."""
    reader = csv.reader(io.StringIO(table.text, newline=""), delimiter=table.separator)
    width, seen_head = len(table.headings), False
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            refused.add(Refused(table.name, reader.line_num, say("Deze regel is geen rij van een tabel.")))
            continue
        if not any(cells):
            continue
        if not seen_head:
            seen_head = True
            continue
        if len(cells) != width:
            why = say("Deze rij heeft {cells} kolommen, de kop heeft er {width}.", cells=len(cells), width=width)
            refused.add(Refused(table.name, reader.line_num, why, shortened(cells)))
            continue
        yield reader.line_num, dict(zip(table.headings, cells, strict=True))


def shortened(cells: list[str]) -> str:
    """A row as a person recognises it in a report."""
    return clean(" | ".join(cells))[:SHOWN]
