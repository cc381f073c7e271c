"""What of a profile may everyone have as data?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dekkend.profiles.words.profile import LEFT_OUT_KEY
from dekkend.profiles.words.redaction import NAME_OF_PERSON, LeftOut
from dekkend.profiles.words.template import BlockKind, Template


def for_everyone(profile: dict[str, Any], template: Template) -> dict[str, Any]:
    """The profile without the names of persons, and saying so. Towards everyone a function is enough (AVG, article 5)."""
    values = dict(profile["values"])
    left_out: list[LeftOut] = []
    for block in template.blocks():
        if block.kind is BlockKind.FACTS and any(field.person for field in block.fields):
            hidden = [field.code for field in block.fields if field.person]
            left_out += [LeftOut(f"{block.id}.{code}", NAME_OF_PERSON) for code in hidden if values[block.id].get(code)]
            values[block.id] = {code: None if code in hidden else value for code, value in values[block.id].items()}
    return saying_so({**profile, "values": values}, left_out)


def saying_so(profile: dict[str, Any], left_out: Iterable[LeftOut]) -> dict[str, Any]:
    """The profile, naming the places where something was left out and why; never the words themselves."""
    told = [{"path": piece.path, "reason": piece.reason} for piece in left_out]
    said = [*profile.get(LEFT_OUT_KEY, ()), *told]
    return {**profile, LEFT_OUT_KEY: said} if said else profile
