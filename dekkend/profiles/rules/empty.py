"""What does a profile look like before anything is answered? Every block and every fixed row is there; null means not answered."""

from __future__ import annotations

from typing import Any

from dekkend.profiles.words.template import Block, BlockKind, Template


def empty_values(template: Template) -> dict[str, Any]:
    """`{block id: empty value}` for every block of the form, in the form's order."""
    return {block.id: empty_block(block) for block in template.blocks()}


def empty_block(block: Block) -> Any:
    if block.kind is BlockKind.FACTS:
        return {field.code: None for field in block.fields}
    if block.kind is BlockKind.GRID:
        return {"rows": {row.code: {"choice": None, "note": None} for row in block.rows}, "own_rows": []}
    return [] if block.kind is BlockKind.RECORDS else None
