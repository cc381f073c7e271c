"""Which made-up schools are on their way to an adopted offer, and how far?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TakenStep:
    """One step of a school. `kind` and `outcome` are codes of `adoption.words`; `remarks` pairs of path and text of the council, `answers`
    pairs of answer and reason of the board, the first about the advice on the whole when the council wrote one."""

    kind: str
    days_ago: int
    text: str = ""
    outcome: str = ""
    remarks: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """A school with its steps, in order. `changes` are answers that differ from the public version: then it is a correction."""

    school: str
    year: str
    steps: tuple[TakenStep, ...]
    changes: dict[str, Any]
