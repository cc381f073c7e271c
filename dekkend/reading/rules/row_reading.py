"""What was read of one row of a grid, by whichever way of reading?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dekkend.kernel.sentences import say
from dekkend.reading.words.result import Certainty

RUNS_ON = say("de toelichting loopt over meer regels: waar zij eindigt, is afgeleid")


@dataclass(frozen=True, slots=True)
class RowReading:
    """`code` is the template row's code, or None for a row of the school's own with `label`. `choice` is a choice code or None (not
    answered).
    `readings` are the choices that were considered, best first, as (choice code or None, how it was found). `lines` are the numbers of the
    document's lines that this row used up."""

    code: str | None
    label: str
    choice: str | None
    note: str | None
    certainty: Certainty
    quote: str
    page: int
    line: int
    why: str = ""
    note_certainty: Certainty = Certainty.CERTAIN
    note_why: str = ""
    readings: tuple[tuple[str | None, str], ...] = ()
    cells: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()


def tidy(text: str) -> str | None:
    """Words of a cell with white space collapsed; None when there are none."""
    return " ".join(text.split()) or None


def join_broken(texts: list[str]) -> str:
    """Lines of one cell as one text: a hyphen at a line end stays and is followed by a blank; a word that fills its whole line without
    the blank
    that ends the lines around it was broken there."""
    ends_in_blank = any(text[-1:].isspace() for text in texts)
    result = ""
    for at, text in enumerate(texts):
        broken = bool(result) and ends_in_blank and may_be_broken(texts[at - 1], text) and not texts[at - 1][-1:].isspace()
        result += ("" if broken or not result or result[-1].isspace() else " ") + text
    return " ".join(result.split())


def may_be_broken(line: str, following: str) -> bool:
    """Whether a word may go on over the line end: it fills the line alone, or the line ends in a hyphen."""
    word, rest = line.strip(), following.strip()
    if word.endswith("-"):
        return False
    return len(word) >= 8 and " " not in word and word[-1].isalpha() and rest[:1].islower()


def doubtful_joins(texts: list[str]) -> bool:
    """Whether the text of these lines could also be written otherwise: a word broken at a line end, or a hyphen there."""
    return any(may_be_broken(line, following) or line.rstrip().endswith("-") for line, following in pairwise(texts))
