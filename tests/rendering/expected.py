"""What would a perfect reader make of a rendering?"""

from __future__ import annotations

import copy
from typing import Any

from dekkend.profiles.words.template import Block, BlockKind, Template
from tests.rendering.style import Style

Json = dict[str, Any]
NO_ANSWER = {"choice": None, "note": None}


def expected_reading(template: Template, profile: Json, style: Style) -> Json:
    """The profile as expected JSON for `tests.corpus.judge`, after what the style left out or made undecidable."""
    values: Json = {}
    prose: Json = {}
    not_certain: list[str] = []
    for block in template.blocks():
        value = copy.deepcopy(profile["values"][block.id])
        if _is_gone(block.id, template, style):
            value = _nothing(block, value)
        if block.kind is BlockKind.PROSE:
            prose[block.id] = _prose(block.id, value or "")
        elif block.kind is BlockKind.GRID:
            values[block.id] = _grid(block, value, style, not_certain)
        elif block.kind is not BlockKind.FIGURE:
            values[block.id] = value
    return {"school_year": profile["school_year"], "values": values, "prose": prose, "not_certain": not_certain}


def _prose(block_id: str, text: str) -> Json:
    """The sentence with the money stands right before the spending: whether it belongs to it is a matter of taste."""
    return {"contains": text.split("\n\n") if text else []} if block_id == "spending" else {"is": text}


def _is_gone(block_id: str, template: Template, style: Style) -> bool:
    return block_id in style.dropped or template.section_of(block_id).id in style.dropped


def _nothing(block: Block, value: Any) -> Any:
    if block.kind is BlockKind.GRID:
        return {"rows": {code: dict(NO_ANSWER) for code in value["rows"]}, "own_rows": []}
    if block.kind is BlockKind.FACTS:
        return dict.fromkeys(value)
    return [] if block.kind is BlockKind.RECORDS else None


def _grid(block: Block, value: Json, style: Style, not_certain: list[str]) -> Json:
    for code, row in value["rows"].items():
        path = f"{block.id}.{code}"
        if path in style.dropped:
            row.update(NO_ANSWER)
        elif path in style.two_marks and row["choice"] is not None and block.id != "expertise":
            row["choice"] = None
            not_certain.append(path)
    return value
