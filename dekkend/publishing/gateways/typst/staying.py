"""Which part of a document stays on the page of what stands below it, so that nothing is left alone on a page?

The compiler keeps what it is told to keep by moving it whole to the next page. So only what takes less than half a page is told to
stay: a longer part would leave a page half empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.publishing.words.paper import Bullets, Cell, Heading, Paper, Paragraph, Part, Picture, Table, plain

HALF_A_PAGE = 26  # lines
LINE, LINE_IN_TABLE = 95, 85  # letters in a line as wide as the page


def stays(parts: Sequence[Part], *, last: bool) -> list[bool]:
    """Of each part whether it stays with the part below it; `last` says whether the last one stays with the origin of the document."""
    below = [*(_holds(part) for part in parts[1:]), last]
    return [held and is_short(part) for part, held in zip(parts, below, strict=False)]


def origin_above(paper: Paper) -> bool:
    """Whether the origin stands under the title: below a long last part it could be alone on a page."""
    return paper.contents or bool(paper.parts and not is_short(paper.parts[-1]))


def is_short(part: Part) -> bool:
    """Does it surely fit on half a page?"""
    return lines_of(part) <= HALF_A_PAGE


def lines_of(part: Part) -> int:
    """About how many lines it takes, by its letters: enough to tell whether it may stay in one piece. A picture stays so anyway."""
    if isinstance(part, Table):
        letters = [LINE_IN_TABLE * width / sum(part.widths) for width in part.widths]
        return sum(max(_lines(cell, room) for cell, room in zip(row, letters, strict=True)) for row in part.rows)
    if isinstance(part, Bullets):
        return sum(1 + len(plain(item)) // LINE for item in part.items)
    return 1 + len(plain(part.text)) // LINE if isinstance(part, (Heading, Paragraph)) else 1


def _holds(part: Part) -> bool:
    """A table, a picture and small print belong to the line above them."""
    return isinstance(part, (Table, Picture)) or (isinstance(part, Paragraph) and part.kind == "note")


def _lines(cell: Cell, room: float) -> int:
    return sum(1 + int(len(line.text) / room) for line in cell.lines) or 1
