"""Which printed lines of a page does a reviewer see, and which words of them are lit?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


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


def pages_of(lines: Printed) -> int:
    return max((page for _, page, _ in lines), default=1)


def page_of_line(lines: Printed, number: int | None) -> int | None:
    return next((page for at, page, _ in lines if at == number), None)


def shown_lines(lines: Printed, page: int, *, quote: str = "", line: int | None = None, open_lines: Iterable[int] = ()) -> list[ShownLine]:
    """The lines of `page` in order, with the words of `quote` lit from `line` on."""
    waiting = set(open_lines)
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
