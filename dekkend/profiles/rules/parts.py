"""In which parts is the form filled in, one screen each, and how far is each of them?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dekkend.profiles.rules.items import OWN_ROWS, is_filled, items, value_of
from dekkend.profiles.words.section_form import Part, PartState
from dekkend.profiles.words.template import BlockKind, Section, Template


def parts(template: Template) -> tuple[Part, ...]:
    """A section is a part; one with several tables is a part per block, or its screen would have no end."""
    return tuple(part for section in template.sections for part in _parts_of(section))


def part_of_item(template: Template, path: str) -> Part | None:
    """The part in which the item at `path` is filled in; None when the form has no such block."""
    block = path.replace("[", ".").partition(".")[0]
    return next((part for part in parts(template) if any(each.id == block for each in part.blocks)), None)


def states(
    template: Template, values: dict[str, Any], standing: dict[str, Any], names: Mapping[str, str] | None = None
) -> tuple[PartState, ...]:
    """How far each part is, in the order of the form; `names` says per part who else is writing there."""
    known = items(template, values)
    made = []
    for part in parts(template):
        blocks = {block.id for block in part.blocks}
        signing = {block.id for block in part.blocks if block.signing}
        here = [item for item in known if item.block in blocks - signing and f".{OWN_ROWS}[" not in item.path]
        filled = [item for item in here if is_answered(value_of(values, item))]
        waiting = [item for item in known if item.block in blocks and (standing.get(item.path) or {}).get("open")]
        made.append(PartState(part, len(filled), len(here), len(waiting), (names or {}).get(part.id, "")))
    return tuple(made)


def is_answered(value: Any) -> bool:
    """A row of a table is answered by its choice: hours without a yes are no answer. Anything else by what stands in it."""
    if isinstance(value, dict) and "choice" in value:
        return value["choice"] is not None
    return is_filled(value)


def _parts_of(section: Section) -> tuple[Part, ...]:
    tables = [block for block in section.blocks if block.kind is BlockKind.GRID]
    if len(tables) > 1:
        return tuple(
            Part(block.id, block.title, section.number if block is section.blocks[0] else "", section.id, (block,))
            for block in section.blocks
        )
    return (Part(section.id, section.title, section.number, section.id, section.blocks),) if section.blocks else ()
