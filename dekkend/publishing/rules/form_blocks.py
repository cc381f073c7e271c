"""How does each kind of block of the form look on paper, so that it reads back into the same values?"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dekkend.kernel.dates import say_date
from dekkend.kernel.money import say_money
from dekkend.profiles.words.template import Block, BlockKind, Field, FieldType, MarkStyle
from dekkend.publishing.words.paper import Cell, Heading, Line, Paragraph, Part, Picture, Table, cell

MARK = "X"
YES_NO = "Ja / nee"


def block_parts(block: Block, value: Any, *, level: int) -> Iterator[Part]:
    """The parts of one block. A block without an answer shows its empty form where that reads back as empty, else nothing."""
    if block.kind is BlockKind.PROSE:
        yield from prose(value)
    elif block.kind is BlockKind.GRID:
        yield from _title(block, level)
        yield grid(block, value)
    elif block.kind is BlockKind.RECORDS:
        yield from _records(block, value or [], level)
    elif block.kind is BlockKind.FACTS:
        yield from _facts(block, value or {}, level)
    elif value and value.get("file"):
        yield Picture(value["file"], value.get("alt") or block.title)


def prose(text: str | None) -> Iterator[Part]:
    for paragraph in (text or "").split("\n\n"):
        if paragraph.strip():
            yield Paragraph(paragraph.strip())


def grid(block: Block, value: Mapping[str, Any]) -> Table:
    """A row without a choice has no mark: not answered, which is not the same as no."""
    rows = [(row.label, value["rows"][row.code]) for row in block.rows]
    rows += [(own["label"], own) for own in value["own_rows"]]
    if block.marks is MarkStyle.WORD:
        head: tuple[str, ...] = (block.heads[0], YES_NO, block.note)
        return Table(block.title, head, tuple(_word_row(block, label, answer) for label, answer in rows), (5.5, 1.6, 4.9))
    choices = tuple(choice.label for choice in block.choices)
    widths = (5.0, *(2.2 for _ in choices))
    marked = tuple(_marked(block, label, answer) for label, answer in rows)
    if not any(answer["note"] for _, answer in rows):
        return Table(block.title, (block.heads[0], *choices), marked, widths)
    noted = tuple((*cells, cell(answer["note"])) for cells, (_, answer) in zip(marked, rows, strict=True))
    return Table(block.title, (block.heads[0], *choices, block.note), noted, (*widths, 3.2))


def _word_row(block: Block, label: str, answer: Mapping[str, Any]) -> tuple[Cell, ...]:
    choice = block.choice(answer["choice"]) if answer["choice"] else None
    return cell(label), cell(choice.label if choice else ""), cell(answer["note"])


def _marked(block: Block, label: str, answer: Mapping[str, Any]) -> tuple[Cell, ...]:
    marks = (Cell((Line(MARK),), mark=True) if answer["choice"] == choice.code else Cell(mark=True) for choice in block.choices)
    return cell(label), *marks


def _records(block: Block, records: Iterable[Mapping[str, Any]], level: int) -> Iterator[Part]:
    records = list(records)
    if not records:
        return
    yield from _title(block, level)
    widths = (3.0, 6.0) if len(block.columns) == 2 else (3.1, 4.0, 3.2, 3.5)
    rows = tuple(tuple(cell(record.get(column.code)) for column in block.columns) for record in records)
    yield Table(block.title, tuple(column.label for column in block.columns), rows, widths[: len(block.columns)])


def _facts(block: Block, value: Mapping[str, Any], level: int) -> Iterator[Part]:
    """Facts that the form asks for in running text are told in its sentences; the others stand in a table."""
    if block.said:
        sentences = " ".join(told(block, value))
        yield from [Paragraph(sentences)] if sentences else []
        return
    rows = tuple((cell(field.label), cell(written_fact(field, value[field.code]))) for field in block.fields if value.get(field.code))
    if rows:
        yield Table(block.title, (), rows, (4, 8))


def told(block: Block, value: Mapping[str, Any]) -> Iterator[str]:
    """The fewest of the block's sentences that tell every fact that is known."""
    written = {field.code: written_fact(field, value.get(field.code)) for field in block.fields if value.get(field.code)}
    done: set[str] = set()
    for sentence in block.said:
        named = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        if named <= written.keys() and not named <= done:
            done |= named
            yield sentence.format(**written)


def fact_groups(block: Block, value: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The facts of a block by the part of the form they stand in, each as "label: value". A fact that is not known, or a name that was
    left out, has no label either: an empty one asks the reader to fill it in."""
    groups: dict[str, list[Line]] = {}
    for field in block.fields:
        if value.get(field.code):
            line = Line(f"{field.label}: {written_fact(field, value[field.code])}")
            groups.setdefault(field.within[0] if field.within else block.title, []).append(line)
    for title, lines in groups.items():
        yield title, tuple(lines)


def written_fact(field: Field, value: str | None) -> str:
    if value is None:
        return ""
    if field.type is FieldType.DATE:
        return say_date(value)
    return say_money(value) if field.type is FieldType.MONEY else value


def _title(block: Block, level: int) -> Iterator[Part]:
    if block.headings:
        yield Heading(block.headings[0], level)
