"""Which of last year's answers does a new school year begin with?

Not copied: answers about one school year (`yearly` blocks: who signed and when, the money). They stay in sight as last year's answer.
"""

from __future__ import annotations

from typing import Any

from dekkend.profiles.rules.empty import empty_block
from dekkend.profiles.rules.items import is_filled
from dekkend.profiles.rules.journal import Moment, unit_value, units, with_unit
from dekkend.profiles.words.template import Template


def answers_to_copy(template: Template, values: dict[str, Any]) -> dict[str, Any]:
    """The values of a new year, on the form as it is now: a row that the form no longer has is left out, a new one is empty."""
    return {block.id: empty_block(block) if block.yearly else _on_form(block, values.get(block.id)) for block in template.blocks()}


def filled_up(template: Template, now: Moment, earlier: Moment) -> Moment:
    """The draft with earlier answers in every place that is empty; what someone wrote already stays."""
    values, standing = now.values, dict(now.standing)
    for unit in units(template):
        value = unit_value(earlier.values, unit)
        if is_filled(value) and not is_filled(unit_value(values, unit)):
            values = with_unit(values, unit, value)
            standing.update({path: entry for path, entry in earlier.standing.items() if path == unit or path.startswith(f"{unit}[")})
    return Moment(values, now.evidence, standing)


def _on_form(block: Any, value: Any) -> Any:
    empty = empty_block(block)
    if not isinstance(empty, dict) or not isinstance(value, dict):
        return empty if value is None else value
    if "rows" in empty:
        rows = value.get("rows", {})
        return {"rows": {code: rows.get(code, row) for code, row in empty["rows"].items()}, "own_rows": value.get("own_rows", [])}
    return {code: value.get(code) for code in empty}
