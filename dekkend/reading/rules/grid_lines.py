"""Where among lines of text is a grid, and which marks belong to which of its rows?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.profiles.words.template import Block
from dekkend.reading.rules.heads import Head, find_head, repeats_of
from dekkend.reading.rules.marks import Mark, find_marks, find_yes_no, only_spaces
from dekkend.reading.rules.rows import RowSpan, row_spans
from dekkend.reading.rules.spacing import Columns, columns_of_mark
from dekkend.reading.words.document import Line


@dataclass(frozen=True, slots=True)
class LineGrid:
    """A grid found among lines. `order` are the choice codes by column."""

    block: Block
    lines: tuple[Line, ...]
    head: Head | None
    spans: tuple[RowSpan, ...]
    order: tuple[str, ...]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]


def find_grid(lines: Sequence[Line], block: Block) -> LineGrid | None:
    """The grid in these lines, or None when no row of it is there."""
    head = find_head(lines, block)
    lines = _without_repeats(lines, head, block)
    spans = row_spans(lines, block, head.end if head else 0)
    if not spans or (head is None and len(spans) < 2):
        return None
    order = head.order if head else tuple(choice.code for choice in block.choices)
    return LineGrid(block, tuple(lines), head, tuple(spans), order)


def _without_repeats(lines: Sequence[Line], head: Head | None, block: Block) -> Sequence[Line]:
    """A table that goes on over a page may repeat its head; the repetition is no row."""
    if head is None:
        return lines
    repeated = {head.end + at for start, end in repeats_of(lines[head.end :], block) for at in range(start, end)}
    return [line for at, line in enumerate(lines) if at not in repeated]


def marks_in(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    """The marks of one row, as (index of the line, mark); nothing inside the label counts."""
    found = []
    for at in range(span.label_line, span.end):
        offset = span.label_end if at == span.label_line else 0
        found += [(at, mark) for mark in find_marks(grid.lines[at].text) if mark.start >= offset]
    if not found:
        found = _ja_as_mark(grid, span)
    for at in range(span.start, span.label_line):  # a layout dump prints the mark beside the first line of a long label
        found += [(at, mark) for mark in find_marks(grid.lines[at].text)]
    return sorted(found, key=lambda item: (item[0], item[1].start))


def _ja_as_mark(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    found = []
    for at in range(span.label_line, span.end):
        offset = span.label_end if at == span.label_line else 0
        while said := find_yes_no(grid.lines[at].text[offset:]):
            if said.group().lower() == "ja":
                found.append((at, Mark(offset + said.start(), offset + said.end(), "ja")))
            offset += said.end()
    return found


def spacing_of(grid: LineGrid, span: RowSpan) -> Columns | None:
    """The column counted from blanks, for a row with exactly one mark."""
    marks = own_marks(grid, span)
    if len(marks) != 1:
        return None
    at, mark = marks[0]
    return columns_of_mark(grid.texts, at, mark, len(grid.order), note_end(grid, span, at, mark))


def note_end(grid: LineGrid, span: RowSpan, at: int, mark: Mark) -> int:
    """The line in which the mark's own cell ends: a note behind the mark may run on over the next lines."""
    last = at
    if grid.lines[at].text[mark.end :].strip():
        while last + 1 < span.end and grid.lines[last + 1].text.strip() and not find_marks(grid.lines[last + 1].text):
            last += 1
    return last


def own_marks(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    """The marks of the row itself: a later line with words of its own and a mark is another row, which the school added."""
    marks = [item for item in marks_in(grid, span) if not _another_row(grid, span, item)]
    if not marks:
        return []
    first = marks[0][0]
    return [item for item in marks if item[0] == first or not _words_between(grid, first, item)]


def _another_row(grid: LineGrid, span: RowSpan, item: tuple[int, Mark]) -> bool:
    """Words and a mark on one line below the label are a row of their own, and so is all that follows blanks for every empty cell."""
    at, mark = item
    if at <= span.label_line:
        return False
    if any(char.isalpha() for char in grid.lines[at].text[: mark.start]):
        return True
    count = len(grid.order)
    behind = grid.lines[span.label_line].text[span.label_end :]
    if not behind.strip() and len(behind) > count:
        return True
    return any(only_spaces(text) and len(text) >= count for text in grid.texts[span.label_line + 1 : at])


def added_marks(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    own = own_marks(grid, span)
    return [item for item in marks_in(grid, span) if item not in own]


def _words_between(grid: LineGrid, first: int, item: tuple[int, Mark]) -> bool:
    at, mark = item
    between = [line.text for line in grid.lines[first + 1 : at]] + [grid.lines[at].text[: mark.start]]
    return any(any(char.isalpha() for char in text) and not find_marks(text) for text in between)
