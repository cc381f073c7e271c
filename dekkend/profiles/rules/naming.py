"""What do people call the thing that a path names, and how do they say its value?"""

from __future__ import annotations

from typing import Any

from dekkend.kernel.dates import is_date, say_date
from dekkend.kernel.money import is_money, say_money
from dekkend.profiles.rules.paths import parts_of
from dekkend.profiles.words.template import Block, BlockKind, FieldType, Template

NOTHING = "leeg"


def title_of(template: Template, path: str) -> str:
    """ "Rekenen en wiskunde, uren beschikbaar" for `expertise.mathematics.note`."""
    block, rest = _block_and_rest(template, path)
    if block is None or not rest:
        return block.title if block else path
    if block.kind is BlockKind.FACTS:
        fact = block.field(str(rest[0]))
        return fact.label if fact else path
    if block.kind is BlockKind.GRID:
        return _grid_title(block, rest)
    return _record_title(block, rest)


def part_of(template: Template, path: str) -> str:
    """The title of the block that a path lies in: the part of the form where a person would look."""
    block, _ = _block_and_rest(template, path)
    return block.title if block else ""


def short(label: str) -> str:
    """ "Expertise rekenen en wiskunde" as "Rekenen en wiskunde": the block's title already says it is expertise."""
    rest = label.removeprefix("Expertise ").strip().rstrip(".")
    return rest[:1].upper() + rest[1:]


def say_value(template: Template, path: str, value: Any) -> str:
    """The value as a person reads it; "leeg" when there is none."""
    if value is None or value in ("", [], {}):
        return NOTHING
    block, rest = _block_and_rest(template, path)
    if block is not None and block.kind is BlockKind.GRID and isinstance(value, str) and _is_choice(rest):
        choice = block.choice(value)
        return choice.label if choice else value
    if block is not None and block.kind is BlockKind.FACTS and rest:
        return _say_fact(block, str(rest[0]), value)
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part) or NOTHING
    if isinstance(value, list):
        return "; ".join(say_value(template, path, part) for part in value)
    return str(value)


def _block_and_rest(template: Template, path: str) -> tuple[Block | None, list[str | int]]:
    first, *rest = parts_of(path)
    return next((block for block in template.blocks() if block.id == first), None), rest


def _is_choice(rest: list[str | int]) -> bool:
    return len(rest) == 1 or rest[-1] == "choice"


def _grid_title(block: Block, rest: list[str | int]) -> str:
    if rest[0] == "own_rows":
        number = f"Eigen regel {int(rest[1]) + 1}" if len(rest) > 1 else "Eigen regels"
        return f"{number}, {block.note.lower() or 'toelichting'}" if rest[-1] == "note" else number
    row = block.row(str(rest[0]))
    name = short(row.label) if row else str(rest[0])
    return f"{name}, {block.note.lower() or 'toelichting'}" if rest[-1] == "note" else name


def _record_title(block: Block, rest: list[str | int]) -> str:
    place = f"{block.title}, nummer {int(rest[0]) + 1}" if isinstance(rest[0], int) else block.title
    column = next((column for column in block.columns if column.code == rest[-1]), None)
    return f"{place}: {column.label.lower()}" if column and len(block.columns) > 1 else place


def _say_fact(block: Block, code: str, value: Any) -> str:
    fact = block.field(code)
    if fact is None:
        return str(value)
    if fact.type is FieldType.DATE and is_date(str(value)):
        return say_date(str(value))
    if fact.type is FieldType.MONEY and is_money(str(value)):
        return say_money(str(value))
    return str(value)
