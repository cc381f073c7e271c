"""Which part of a document stays on the page of what stands below it, so that nothing is left alone on a page?

What stays is moved to the next page whole. So only what takes less than half a page is told to stay: a longer part would leave a page half
empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.publishing.words.paper import Bullets, Cell, Heading, Paper, Paragraph, Part, Picture, Table, plain

HALF_A_PAGE, THIRD_OF_A_PAGE = 26, 16  # lines; a table may break between its rows, under its titles again
LINE, LINE_IN_TABLE = 95, 85  # letters in a line as wide as the page


def stays(parts: Sequence[Part], *, last: bool) -> list[bool]:
    """Of each part whether it stays with the part below it; `last` says whether the last one stays with the origin of the document."""
    around: list[Part | None] = [None, *parts, None]
    held = [_stays(above, part, below) for above, part, below in zip(around, parts, around[2:], strict=False)]
    return [(stay or (last and at == len(parts) - 1)) and is_short(part) for at, (part, stay) in enumerate(zip(parts, held, strict=True))]


def origin_above(paper: Paper) -> bool:
    """Whether the origin stands under the title: below a long last part it could be alone on a page."""
    return paper.contents or bool(paper.parts and not is_short(paper.parts[-1]))


def is_short(part: Part) -> bool:
    """Is it so short that it stays in one piece?"""
    return lines_of(part) <= (THIRD_OF_A_PAGE if isinstance(part, Table) else HALF_A_PAGE)


def lines_of(part: Part) -> int:
    """About how many lines it takes, by its letters: enough to tell whether it may stay in one piece. A picture stays so anyway."""
    if isinstance(part, Table):
        letters = [LINE_IN_TABLE * width / sum(part.widths) for width in part.widths]
        return sum(max(_lines(cell, room) for cell, room in zip(row, letters, strict=True)) for row in part.rows)
    if isinstance(part, Bullets):
        return sum(1 + len(plain(item)) // LINE for item in part.items)
    return 1 + len(plain(part.text)) // LINE if isinstance(part, (Heading, Paragraph)) else 1


def _stays(above: Part | None, part: Part, below: Part | None) -> bool:
    """Pictures stay with what they belong to, not with each other: together they take a page."""
    if isinstance(part, Picture) and isinstance(below, Picture):
        return False
    return _holds(below) or _leads(above, below) or (_is_lead(part) and below is not None)


def _leads(above: Part | None, below: Part | None) -> bool:
    """A line between the heading of a chapter and that of its first part opens both."""
    return isinstance(above, Heading) and isinstance(below, Heading) and above.level < below.level


def _is_lead(part: Part) -> bool:
    """The sentence that says it all is no page by itself: what explains it stands below it."""
    return isinstance(part, Paragraph) and part.kind == "lead"


def _holds(part: Part | None) -> bool:
    """A table, a picture and small print belong to the line above them."""
    return isinstance(part, (Table, Picture)) or (isinstance(part, Paragraph) and part.kind == "note")


def _lines(cell: Cell, room: float) -> int:
    return sum(1 + int(len(line.text) / room) for line in cell.lines) or 1
