"""How does a person read one value of a profile? No answer is read as nothing at all: never as "no"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dekkend.profiles.rules.naming import NOTHING, say_value
from dekkend.profiles.words.template import Block, BlockKind, Field, Template

UNKNOWN = "Niet bekend"
_LONGEST_NAME = 80


def said_fact(template: Template, path: str, value: Any) -> str:
    said = say_value(template, path, value)
    return "" if said == NOTHING and value in (None, "") else said


def said_row(block: Block, row: Mapping[str, Any] | None) -> str:
    """ "Ja, 8 uur per week"; a note without a choice keeps its "Niet bekend"."""
    if not row or not (row.get("choice") or row.get("note")):
        return ""
    choice = block.choice(row.get("choice") or "")
    said = choice.label if choice else row.get("choice") or UNKNOWN
    return f"{said}, {row['note']}" if row.get("note") else str(said)


def said_own_row(block: Block, row: Mapping[str, Any]) -> str:
    said = said_row(block, row)
    return f"{row.get('label')}: {said}" if said else str(row.get("label") or "")


def said_record(block: Block, record: Mapping[str, Any]) -> str:
    """The cells that hold something, each a paragraph; with its heading where there is more than one column."""
    labels = {column.code: column.label for column in block.columns}
    if len(labels) < 2:
        return "\n\n".join(str(value) for value in record.values() if value)
    in_order = dict.fromkeys([*labels, *sorted(record)])  # a database may keep the keys in another order
    return "\n\n".join(f"{labels.get(code, code)}: {record[code]}" for code in in_order if record.get(code))


def said_figure(value: Any) -> str:
    return ", ".join(str(value[name]) for name in ("file", "alt") if value.get(name)) if isinstance(value, dict) else ""


def said_block(template: Template, block: Block, value: Any) -> str:
    """A whole part of the form at once."""
    if block.kind is BlockKind.FACTS:
        told = [(field.label, said_fact(template, f"{block.id}.{field.code}", value.get(field.code))) for field in block.fields]
        return "\n\n".join(f"{label}: {said}" for label, said in told if said)
    if block.kind is BlockKind.GRID:
        rows = value.get("rows") or {}
        lines = [f"{row.label}: {said}" for row in block.rows if (said := said_row(block, rows.get(row.code)))]
        return "\n\n".join([*lines, *(said_own_row(block, row) for row in value.get("own_rows") or ())])
    if block.kind is BlockKind.RECORDS:
        return "\n\n".join(said_record(block, record) for record in value)
    return said_figure(value) if block.kind is BlockKind.FIGURE else value or ""


def name_of_field(block: Block, field: Field) -> str:
    """What a field is called; with the part it stands in when the form has more fields of that name in this block."""
    is_only = sum(other.label == field.label for other in block.fields) == 1
    return field.label if is_only or not field.within else f"{field.label}: {field.within[0][:1].lower()}{field.within[0][1:]}"


def name_of_record(block: Block, record: Mapping[str, Any]) -> str:
    """What a record is called: its first cell, or the part of the form when that is all there is to it."""
    first = str(record.get(block.columns[0].code) or "") if len(block.columns) > 1 else ""
    name = " ".join(first.split())
    return f"{name[:_LONGEST_NAME]}…" if len(name) > _LONGEST_NAME else name or block.title
