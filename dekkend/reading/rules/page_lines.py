"""Which printed lines of a page does a reviewer see, and which words of them are lit?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dekkend.reading.words.document import Document, Line, Table


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One printed line: `before`, `lit` and `after` together are its exact text. `current` is the line of the question, `open` one that
    still has a question."""

    number: int
    before: str
    lit: str = ""
    after: str = ""
    current: bool = False
    open: bool = False


Printed = Sequence[tuple[int, int, str]]


def printed_lines(document: Document) -> list[tuple[int, int, str]]:
    """The text of a document as a reviewer sees it, each line as (number, page, text). A table row of Word is one line when it fits."""
    shown: list[tuple[int, int, str]] = []
    for block in document.blocks:
        if isinstance(block, Line):
            shown.append((block.number, block.page, block.text))
        elif isinstance(block, Table):
            shown += _table_lines(block)
    return shown


def _table_lines(table: Table) -> Iterator[tuple[int, int, str]]:
    if table.lines:
        yield from ((line.number, line.page, line.text) for line in table.lines)
        return
    for row in table.rows:
        lines = [line for cell in row.cells for line in cell.lines]
        if lines and all(len(cell.lines) <= 1 for cell in row.cells):
            yield lines[0].number, lines[0].page, " | ".join(cell.text for cell in row.cells)
        else:
            yield from ((line.number, line.page, line.text) for line in lines)


def pages_of(lines: Printed) -> int:
    return max((page for _, page, _ in lines), default=1)


def line_shown(lines: Printed, number: int | None) -> int | None:
    """The line under which this one is shown: itself, or the row of the table that it stands in."""
    return max((at for at, _, _ in lines if at <= number), default=None) if number is not None else None


def page_of_line(lines: Printed, number: int | None) -> int | None:
    shown = line_shown(lines, number)
    return next((page for at, page, _ in lines if at == shown), None)


def shown_lines(lines: Printed, page: int, *, quote: str = "", line: int | None = None, open_lines: Iterable[int] = ()) -> list[ShownLine]:
    """The lines of `page` in order, with the words of `quote` lit from `line` on."""
    waiting = {line_shown(lines, number) for number in open_lines}
    line = line_shown(lines, line)
    quoted = [part.strip() for part in quote.splitlines() if part.strip()]
    shown = []
    for number, at, text in lines:
        if at != page:
            continue
        current = number == line
        lit = _lit_part(text, quote, quoted) if line is not None and line <= number < line + max(1, len(quoted)) + 2 else ""
        before, _, after = text.partition(lit) if lit else (text, "", "")
        shown.append(ShownLine(number, before, lit, after, current=current, open=number in waiting and not current))
    return shown


def _lit_part(text: str, quote: str, quoted: list[str]) -> str:
    """The part of this line that the quote proves: the quote stands in the line, or the line stands in the quote."""
    line = text.strip()
    for part in quoted:
        if part in text:
            return part
    return line if len(line) > 2 and line in quote else ""
