"""Which rows did the school add itself to a grid, when the table has become lines?"""

from __future__ import annotations

from collections.abc import Iterator

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import MarkStyle
from dekkend.reading.rules.grid_lines import LineGrid, added_marks
from dekkend.reading.rules.marks import Mark, find_yes_no
from dekkend.reading.rules.matching import bare
from dekkend.reading.rules.row_reading import RowReading, join_broken, tidy
from dekkend.reading.rules.spacing import columns_of_mark
from dekkend.reading.words.document import Line
from dekkend.reading.words.result import Certainty

WHY = say("deze rij staat niet in het formulier: de school heeft haar toegevoegd")


def own_rows(grid: LineGrid, trusted: bool) -> Iterator[RowReading]:
    """The added rows in order; never more than likely."""
    for span in grid.spans:
        if grid.block.marks is MarkStyle.WORD:
            yield from _written(grid, span.label_line + 1, span.end)
        else:
            yield from (_marked(grid, at, mark, trusted) for at, mark in added_marks(grid, span))


def _written(grid: LineGrid, start: int, end: int) -> Iterator[RowReading]:
    for at in range(start, end):
        text = grid.lines[at].text
        found = find_yes_no(text)
        label = text[: found.start()].strip() if found else ""
        if not found or len(label) < 3 or len(label) > 60 or _opens_label(label, grid):
            continue
        code = next((c.code for c in grid.block.choices if found.group().lower() in (n.lower() for n in c.names)), None)
        yield _reading(grid.lines[at], label, code, tidy(text[found.end() :]), at, at, grid)


def _opens_label(label: str, grid: LineGrid) -> bool:
    """The first half of a label of the form itself, broken over lines, is no row of the school's own."""
    return any(bare(row.label).startswith(bare(label)) for row in grid.block.rows)


def _marked(grid: LineGrid, at: int, mark: Mark, trusted: bool) -> RowReading:
    first = at
    while first > 0 and not grid.lines[at].text[: mark.start].strip() and grid.lines[first - 1].text.strip() and at - first < 4:
        first -= 1
    label = join_broken([line.text for line in grid.lines[first:at]] + [grid.lines[at].text[: mark.start]])
    columns = columns_of_mark(grid.texts, at, mark, len(grid.order))
    choice = grid.order[columns.after - 1] if trusted and columns.after else None
    return _reading(grid.lines[at], label, choice, tidy(grid.lines[at].text[mark.end :]), first, at, grid)


def _reading(line: Line, label: str, choice: str | None, note: str | None, first: int, last: int, grid: LineGrid) -> RowReading:
    return RowReading(
        code=None,
        label=label,
        choice=choice,
        note=note,
        certainty=Certainty.LIKELY if choice else Certainty.UNSURE,
        why=WHY,
        note_certainty=Certainty.LIKELY,
        note_why=WHY,
        quote="\n".join(grid.texts[first : last + 1]),
        page=line.page,
        line=line.number,
        lines=frozenset(item.number for item in grid.lines[first : last + 1]),
    )
