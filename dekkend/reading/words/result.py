"""What does a reading say: values, and for every value the proof and how certain it is?"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Any

from dekkend.reading.words.document import Source, Unread


class Certainty(enum.StrEnum):
    """How sure the reading is. A wrong value marked CERTAIN is the one unforgivable error: when in doubt, say less."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The proof of one value.

    `path` is a path of the profile (`block.row`, `block.row.note`, `block[0].column`, `block.field`, `block`). `quote` is exact, spacing
    included. `line` is `Line.number`. `why` says in plain Dutch why it is not certain ("" when certain). `readings` are the values
    that were
    considered, best first, as (value, how it was found); the reviewer's screen shows them next to each other.
    `printed` is the row as it stands on the page and `cells` what the reader made of it, for the "why is this uncertain" drawing.
    """

    path: str
    quote: str
    page: int | None
    line: int | None
    certainty: Certainty
    why: str = ""
    readings: tuple[tuple[Any, str], ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One document read: `profile` is the `dekkend-profile/1` object, `findings` are `profiles` findings as plain dicts."""

    source: Source
    profile: dict[str, Any]
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[dict[str, Any], ...] = ()
    unread: tuple[Unread, ...] = field(default=())

    def evidence_for(self, path: str) -> Evidence | None:
        return next((e for e in self.evidence if e.path == path), None)


class DocumentRefused(Exception):
    """The document cannot be read. `code` is stable for programs; `message` is a Dutch sentence: what, why, what now."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
