"""What is the smallest thing of a profile that is confirmed, compared and shown as one?

An item is a field of a `facts` block (`school.phone`), a row of a grid with choice and note together (`expertise.autism`), a row that
the school added (`expertise.own_rows[0]`), or a whole text, list or picture (`vision`, `limits`, `support_scheme`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.profiles.rules.paths import UnknownPath, parts_of
from dekkend.profiles.words.template import Block, BlockKind, Section, Template

OWN_ROWS = "own_rows"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its path, the ids of its block and section, and what it is called on the form."""

    path: str
    block: str
    section: str
    label: str


def items(template: Template, values: dict[str, Any] | None = None) -> tuple[Item, ...]:
    """Every item in the order of the form; with `values` also the rows that the school added."""
    return tuple(
        item
        for section in template.sections
        for block in section.blocks
        for item in _items_of(section, block, (values or {}).get(block.id))
    )


def item_of(template: Template, path: str) -> Item:
    """The item that a path lies in: of `expertise.autism.note` that is `expertise.autism`. Raises UnknownPath."""
    parts = parts_of(path)
    block, section = _block(template, str(parts[0]), path)
    if block.kind is BlockKind.FACTS:
        field = block.field(str(parts[1])) if len(parts) > 1 else None
        if field is None:
            raise UnknownPath(path)
        return Item(f"{block.id}.{field.code}", block.id, section.id, field.label)
    if block.kind is BlockKind.GRID:
        return _row_item(section, block, parts, path)
    return Item(block.id, block.id, section.id, block.title)


def value_of(values: dict[str, Any], item: Item) -> Any:
    """The whole value of an item: of a row {"choice", "note"}, of an own row also its "label". None when the values have no such place."""
    block = values.get(item.block)
    parts = parts_of(item.path)
    if len(parts) == 1:
        return block
    if not isinstance(block, dict):
        return None
    if parts[1] == OWN_ROWS:
        rows, at = block.get(OWN_ROWS) or [], parts[2]
        return rows[at] if isinstance(at, int) and at < len(rows) else None
    return block["rows"].get(parts[1]) if "rows" in block else block.get(parts[1])


def is_filled(value: Any) -> bool:
    """Does anything stand in the value of an item?"""
    if isinstance(value, dict):
        return any(is_filled(part) for part in value.values())
    if isinstance(value, list):
        return any(is_filled(part) for part in value)
    return value not in (None, "")


def _items_of(section: Section, block: Block, value: Any) -> Iterator[Item]:
    if block.kind is BlockKind.FACTS:
        for field in block.fields:
            yield Item(f"{block.id}.{field.code}", block.id, section.id, field.label)
    elif block.kind is BlockKind.GRID:
        for row in block.rows:
            yield Item(f"{block.id}.{row.code}", block.id, section.id, row.label)
        for at, own in enumerate((value or {}).get(OWN_ROWS) or ()):
            yield Item(f"{block.id}.{OWN_ROWS}[{at}]", block.id, section.id, own.get("label") or block.title)
    else:
        yield Item(block.id, block.id, section.id, block.title)


def _row_item(section: Section, block: Block, parts: list[str | int], path: str) -> Item:
    if len(parts) > 2 and parts[1] == OWN_ROWS and isinstance(parts[2], int):
        return Item(f"{block.id}.{OWN_ROWS}[{parts[2]}]", block.id, section.id, block.title)
    row = block.row(str(parts[1])) if len(parts) > 1 else None
    if row is None:
        raise UnknownPath(path)
    return Item(f"{block.id}.{row.code}", block.id, section.id, row.label)


def _block(template: Template, block_id: str, path: str) -> tuple[Block, Section]:
    for section in template.sections:
        for block in section.blocks:
            if block.id == block_id:
                return block, section
    raise UnknownPath(path)
