"""What of a profile may everyone have as data?"""

from __future__ import annotations

from typing import Any

from dekkend.profiles.words.template import BlockKind, Template


def for_everyone(profile: dict[str, Any], template: Template) -> dict[str, Any]:
    """The profile without the names of persons: who signed is not answered. Towards everyone a function is enough (AVG, article 5)."""
    values = dict(profile["values"])
    for block in template.blocks():
        if block.kind is BlockKind.FACTS and any(field.person for field in block.fields):
            hidden = {field.code for field in block.fields if field.person}
            values[block.id] = {code: None if code in hidden else value for code, value in values[block.id].items()}
    return {**profile, "values": values}
