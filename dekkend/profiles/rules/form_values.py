"""How does what a person typed become the value of an item, and how is a value written in an input?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dekkend.kernel.dates import is_date, read_date, say_date
from dekkend.kernel.money import is_money, read_money, say_money
from dekkend.kernel.school_years import read_school_year
from dekkend.profiles.rules.items import OWN_ROWS
from dekkend.profiles.rules.paths import parts_of
from dekkend.profiles.words.template import Block, BlockKind, FieldType, Template

Given = Mapping[str, Sequence[str]]  # a form as it was posted: every name with all its values, in order


def written(kind: FieldType, value: Any) -> str:
    """A single value as people write it: "september 2023", "8.500"."""
    text = str(value or "")
    if kind is FieldType.DATE and is_date(text):
        return say_date(text)
    if kind is FieldType.MONEY and is_money(text):
        return say_money(text).removeprefix("€").strip()
    return text


def read(kind: FieldType, text: str) -> str | None:
    """What was typed as the format writes it; what cannot be read stays as it is, and is refused with a reason when it is saved."""
    words = _line(text)
    if words is None or kind not in _READERS:
        return words
    return _READERS[kind](words) or words


def value_from(template: Template, path: str, given: Given) -> Any:
    """The whole value of the item at `path` from a posted form. `path` may also be the own rows of a grid."""
    first, *rest = parts_of(path)
    block = template.block(str(first))
    if block.kind is BlockKind.FACTS:
        field = block.field(str(rest[0]))
        return read(field.type if field else FieldType.TEXT, _one(given, path))
    if block.kind is BlockKind.GRID:
        return _own_rows(block, given) if rest == [OWN_ROWS] else _row(block, path, given)
    if block.kind is BlockKind.RECORDS:
        return _records(block, given)
    if block.kind is BlockKind.FIGURE:
        file, alt = _line(_one(given, f"{path}.file")), _line(_one(given, f"{path}.alt"))
        return {"file": file, "alt": alt} if file or alt else None
    return prose(_one(given, path))


def digest(template: Template, path: str, value: Any) -> str:
    """A mark of a value as it comes back from a form in which nobody typed: equal marks, nothing to save."""
    first, *_ = parts_of(path)
    usual = json.dumps(_usual(template.block(str(first)), value), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(usual.encode("ascii")).hexdigest()[:16]


def prose(text: str) -> str | None:
    """A text with newlines as the format has them: paragraphs stand apart by an empty line, lines of a list by a newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip() or None


def _row(block: Block, path: str, given: Given) -> dict[str, Any]:
    choice = _one(given, f"{path}.choice")
    return {"choice": choice or None, "note": _line(_one(given, f"{path}.note"))}


def _own_rows(block: Block, given: Given) -> list[dict[str, Any]]:
    rows = zip(*(given.get(f"{block.id}.{OWN_ROWS}.{name}", ()) for name in ("label", "choice", "note")), strict=False)
    made = [{"label": _line(label), "choice": choice or None, "note": _line(note)} for label, choice, note in rows]
    return [row for row in made if any(row.values())]


def _records(block: Block, given: Given) -> list[dict[str, Any]]:
    columns = [given.get(f"{block.id}.{column.code}", ()) for column in block.columns]
    made = [
        {column.code: _cell(column.type, text) for column, text in zip(block.columns, row, strict=True)}
        for row in zip(*columns, strict=False)
    ]
    return [record for record in made if any(record.values())]


def _cell(kind: FieldType, text: str) -> str | None:
    return prose(text) if kind is FieldType.TEXT else read(kind, text)


def _usual(block: Block, value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _usual(block, part) for name, part in value.items()}
    if isinstance(value, list):
        return [_usual(block, part) for part in value]
    if not isinstance(value, str):
        return value
    whole = block.kind is BlockKind.PROSE or block.kind is BlockKind.RECORDS
    return prose(value) if whole else _line(value)


def _one(given: Given, name: str) -> str:
    values = given.get(name) or ("",)
    return values[-1]


def _line(text: str) -> str | None:
    return " ".join((text or "").split()) or None


def _date(text: str) -> str | None:
    found = read_date(text)
    return found.value if found else None


def _money(text: str) -> str | None:
    found = read_money(text)
    return found.value if found else None


def _year(text: str) -> str | None:
    found = read_school_year(text)
    return str(found.year) if found else None


_READERS: dict[FieldType, Callable[[str], str | None]] = {
    FieldType.DATE: _date,
    FieldType.MONEY: _money,
    FieldType.SCHOOL_YEAR: _year,
}
