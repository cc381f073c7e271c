"""What does a reviewer get to see and answer?"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Any

from dekkend.reading.words.result import Certainty


class Input(enum.StrEnum):
    """How a question is answered: one of a few choices, a line of text, several lines of text, or a list with named columns."""

    CHOICE = "choice"
    LINE = "line"
    TEXT = "text"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer. `why` says how the reader came to it, "" when the reader did not; `proposed` marks the best."""

    value: Any
    label: str
    why: str = ""
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """One reading drawn as cells: how it was found, and per choice of the form its label and whether the mark stands there."""

    how: str
    cells: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One value that the reader is not certain of, ready to be put to a person.

    `title` names it ("Rekenen en wiskunde"), `part` says which part of the form it is in. `shown` is the value as people say it.
    `drawings` show each reading of a row in a grid, cell by cell; `columns` are code and label of a list's columns.
    `memorable` says that the same answer may count for the same printed row elsewhere.
    """

    path: str
    title: str
    part: str
    input: Input
    value: Any
    shown: str
    certainty: Certainty
    why: str
    quote: str
    page: int | None
    line: int | None
    options: tuple[Option, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    memorable: bool = False
    findings: tuple[dict[str, Any], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reviewer is: `done` of `total` questions."""

    done: int
    total: int

    @property
    def minutes_left(self) -> int:
        """A rough estimate, 20 seconds a question, at least one minute while something is left."""
        left = self.total - self.done
        return 0 if left <= 0 else max(1, round(left * 20 / 60))
