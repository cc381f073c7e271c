"""Which lines belong to which row of a grid, when the table has become lines?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.profiles.words.template import Block, GridRow
from dekkend.reading.rules.labels import LabelFound, label_at_start
from dekkend.reading.words.document import Line


@dataclass(frozen=True, slots=True)
class RowSpan:
    """One row of a grid in lines: `start` to `end` are indices in the given lines. The label ends in line `label_line` at offset
    `label_end`.
    `row` is None for a row that the school added itself."""

    row: GridRow | None
    start: int
    end: int
    label_line: int
    label_end: int
    score: float

    @property
    def code(self) -> str | None:
        return self.row.code if self.row else None


def row_spans(lines: Sequence[Line], block: Block, start: int) -> list[RowSpan]:
    """The rows of a grid from `lines[start]` on, in the order of the document; a row runs until the next label or the end of the lines."""
    starts: list[tuple[int, LabelFound]] = []
    left = list(block.rows)
    at = start
    while at < len(lines):
        found = None if lines[at].blank else _label(lines, at, left)
        if found is None:
            at += 1
            continue
        starts.append((at, found))
        left.remove(found.row)
        at += max(found.line, 0) + 1
    if not starts:
        return []
    ends = [begin for begin, _ in starts[1:]] + [len(lines)]
    return [
        RowSpan(found.row, begin, end, begin + found.line, found.end, found.score) for (begin, found), end in zip(starts, ends, strict=True)
    ]


def _label(lines: Sequence[Line], at: int, rows: Sequence[GridRow]) -> LabelFound | None:
    texts: list[str] = []
    for line in lines[at : at + 24]:
        texts.append(line.text)
    return label_at_start(texts, rows)
