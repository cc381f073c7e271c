"""In which column does a mark stand, when only blanks are left of the table?

Word's PDF export writes a blank for the end of every cell, also of an empty one, and PDFBox (Apache Tika) keeps each of them. With N
answer columns and R blanks after the mark and its note, the mark stands in column N + 1 - R. The blanks before it (L) give the column a
second time: column L where the label stands on the same line, column L + 1 where the mark stands alone. Both agree: certain. They
differ: somebody typed extra blanks; the ones after the mark are right more often, because labels carry typed blanks and marks seldom do.
Source: counted by hand over 56 rows of two real documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.reading.rules.marks import Mark, blanks_at_end, blanks_before, only_spaces


@dataclass(frozen=True, slots=True)
class Columns:
    """The column (1 to N) by the blanks after (`after`) and before (`before`) the mark; None where the count gives no column.
    `blanks_after` and `blanks_before` are the counts themselves, for the explanation on screen."""

    after: int | None
    before: int | None
    blanks_after: int
    blanks_before: int

    @property
    def agree(self) -> bool:
        return self.after is not None and self.after == self.before


def columns_of_mark(texts: Sequence[str], at: int, mark: Mark, count: int, end: int | None = None) -> Columns:
    """The column of a mark in `texts[at]`, of `count` answer columns. `texts` are the raw lines of the document around the row; `end`
    is the
    line in which the mark's cell ends, when a note behind it runs on."""
    after = _blanks_after(texts, at if end is None else end, count)
    alone = not texts[at][: mark.start].strip()
    before = _blanks_before(texts, at, mark, alone)
    return Columns(
        after=_column(count + 1 - after, count),
        before=_column(before + 1 if alone else before, count),
        blanks_after=after,
        blanks_before=before,
    )


def _column(number: int, count: int) -> int | None:
    return number if 1 <= number <= count else None


def _blanks_after(texts: Sequence[str], at: int, count: int) -> int:
    total = blanks_at_end(texts[at])
    for text in texts[at + 1 :]:
        if not only_spaces(text) or len(text) > count or total + len(text) > count:
            break
        total += len(text)
    return total


def _blanks_before(texts: Sequence[str], at: int, mark: Mark, alone: bool) -> int:
    before = blanks_before(texts[at], mark.start)
    if alone and at and only_spaces(texts[at - 1]):
        before += len(texts[at - 1])
    return before
