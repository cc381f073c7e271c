"""What was read of one row of a grid, by whichever way of reading?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.reading.words.result import Certainty


@dataclass(frozen=True, slots=True)
class RowReading:
    """`code` is the template row's code, or None for a row of the school's own with `label`. `choice` is a choice code or None (not answered).
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
    """Lines of one cell as one text: a hyphen at a line end stays and is followed by a blank; a line that ends without a blank where its
    neighbours end with one was broken inside a word."""
    ends_in_blank = sum(1 for text in texts if text[-1:].isspace())
    result = ""
    for text in texts:
        broken_word = (
            result
            and ends_in_blank >= 1
            and result[-1].isalpha()
            and text[:1].islower()
        )
        result += ("" if broken_word or not result or result[-1].isspace() else " ") + text
    return " ".join(result.split())
