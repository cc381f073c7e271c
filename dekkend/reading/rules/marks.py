"""Where does a row of a form carry its mark?"""

from __future__ import annotations

import re
from dataclasses import dataclass

SPACES = " \u00a0"
BOX_ON = "☒☑🗹🗷"
BOX_OFF = "☐□"
_MARK = re.compile(r"(?<!\S)([XxΧχ✓✔✗✘√☒☑🗹🗷■●])(?!\S)")
_NOT_A_MARK_BEFORE = re.compile(r"\d\s*$")  # "2 x per week"
_YES_NO = re.compile(r"(?<![^\s(/:])(ja|nee|neen)(?![^\s.,;:)/*])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a line of text. `start` and `end` are offsets in the line."""

    start: int
    end: int
    char: str


def find_marks(text: str) -> list[Mark]:
    """The marks in a line: a lone X, x, check mark or ticked box; not the x of "2 x per week"."""
    return [
        Mark(found.start(), found.end(), found.group())
        for found in _MARK.finditer(text.replace("\u00a0", " "))
        if not (found.group() in "xX" and _NOT_A_MARK_BEFORE.search(text[: found.start()]))
    ]


def find_yes_no(text: str) -> re.Match[str] | None:
    """The first "ja" or "nee" that stands on its own."""
    return _YES_NO.search(text.replace("\u00a0", " "))


def only_spaces(text: str) -> bool:
    """True for a line of one or more blanks; an empty line is something else."""
    return bool(text) and not text.strip(SPACES)


def blanks_before(text: str, offset: int) -> int:
    """The number of blanks directly before an offset."""
    return offset - len(text[:offset].rstrip(SPACES))


def blanks_at_end(text: str) -> int:
    return len(text) - len(text.rstrip(SPACES))
