"""How does a fixed choice carry the words that people read? An enum with a Dutch label beside each code."""

from __future__ import annotations

import enum
from typing import Self


class Label(enum.StrEnum):
    """A member is written `DRAFT = "draft", "Concept"`: its value is the code that is stored, `label` is what screens show."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of code and label, in order, for a form or a column."""
        return [(member.value, member.label) for member in cls]
