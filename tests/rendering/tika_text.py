"""How does the form look as text that PDFBox (Apache Tika) took from a PDF that Word made?

The regime, seen in real dumps: one printed line per line, each ending in a blank; *every cell, also an empty one, ends in one blank*; cells
that stand at the same height share a line, so a mark beside a label of two lines stands alone; blank lines fall anywhere; the first line of
a page begins with one blank; link targets stand bare at the foot of their page, even inside a table.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

from dekkend.profiles.words.template import Template
from tests.rendering.outline import outline
from tests.rendering.parts import Cell, Heading, Paragraph, Part, Picture, Table
from tests.rendering.printed import Piece, cell_pieces, cell_widths, wrap
from tests.rendering.style import Style


def as_tika_text(template: Template, profile: dict[str, Any], style: Style) -> str:
    return tika_text(outline(template, profile, style), style)


def tika_text(parts: Iterable[Part], style: Style) -> str:
    dump = Dump(style)
    for part in parts:
        dump.add(part)
    dump.end_page()
    return "\n".join(dump.lines) + "\n"


class Dump:
    """The text so far, and what still has to be printed at the foot of this page."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.random = random.Random(style.seed)
        self.lines: list[str] = []
        self.links: list[str] = []
        self.notes: list[str] = []
        self.page = 1
        self.printed = 0  # lines on this page
        self.top = True
        if style.running_header:
            self.line(style.running_header + " ")

    def add(self, part: Part) -> None:
        if isinstance(part, Heading):
            if self.lines:
                self.gap()
            self.line(part.text + self.random.choice((" ", "  ")))
        elif isinstance(part, Paragraph):
            self.paragraph(part)
        elif isinstance(part, Picture):
            self.lines.extend([" ", " "])
        else:
            self.table(part)

    def line(self, text: str) -> None:
        self.lines.append((" " if self.top else "") + text)
        self.top = False
        self.printed += 1

    def gap(self) -> None:
        self.lines.extend(self.random.choice(([""], [" ", ""], [" "])))

    def paragraph(self, part: Paragraph) -> None:
        if part.link:
            self.links.append(part.link)
        text = part.printed
        if part.footnote:
            text += "1"
            self.notes.append(f"1 {part.footnote}")
        lines = wrap(text, self.style.line_width)
        for number, (line, broken) in enumerate(lines, 1):
            self.turn_page_when_full()
            self.line(line + ("" if broken else " ") + (self.random.choice(("", " ")) if number == len(lines) else ""))
            self.maybe_blank()

    def maybe_blank(self) -> None:
        if self.style.blank_lines and self.random.randrange(self.style.blank_lines) == 0:
            self.lines.append("")

    def table(self, part: Table) -> None:
        self.lines.append("")
        for row in part.header:
            self.row(row, part)
        for row in part.rows:
            if self.turn_page_when_full() and self.style.repeated_header:
                for head in part.header:
                    self.row(head, part)
            self.row(row, part)

    def row(self, row: tuple[Cell, ...], part: Table) -> None:
        widths = cell_widths(row, part.widths, self.style.line_width)
        self.links.extend(p.link for cell in row for p in cell.paragraphs if p.link)
        pieces = [_dumped(cell, cell_pieces(cell, width)) for cell, width in zip(row, widths, strict=True)]
        if self.style.spread_blanks:
            pieces = _spread(pieces, self.random)
        self.emit(pieces)
        if not (part.rows and row is part.rows[-1] and not any(c.paragraphs for c in row)):
            self.lines.append("")

    def emit(self, cells: list[list[Piece]]) -> None:
        """Print piece after piece; a piece at another height than the one before starts a new line."""
        line, height = "", 0
        for cell in cells:
            for number, piece in enumerate(cell):
                if piece.row != height:
                    self.line(line)
                    if number == 0 and piece.row < height:
                        self.lines.append("")  # back to the top of the row: a new paragraph for PDFBox
                    elif piece.text:
                        self.maybe_blank()
                    line, height = "", piece.row
                line += piece.text
        self.line(line)

    def turn_page_when_full(self) -> bool:
        if self.printed < self.style.page_lines:
            return False
        self.end_page()
        self.page, self.printed, self.top = self.page + 1, 0, True
        if self.style.running_header:
            self.line(self.style.running_header + " ")
        return True

    def end_page(self) -> None:
        for note in self.notes:
            self.line(note + " ")
        if self.style.running_footer:
            self.line(self.style.running_footer.replace("{page}", str(self.page)) + " ")
        if self.links:
            self.lines.extend(["", *(_target(link) for link in self.links)])
        self.links, self.notes = [], []


def _target(link: str) -> str:
    return link if "://" in link or link.startswith("mailto:") else f"http://{link}/"


def _dumped(cell: Cell, pieces: list[Piece]) -> list[Piece]:
    """The pieces with their blanks: one at the end of every line (the last one is the cell's own), one more where someone typed it."""
    ended = [Piece(p.text + ("" if p.broken else " "), p.row) for p in pieces]
    if cell.typed_blank:
        ended[-1] = Piece(ended[-1].text + " ", ended[-1].row)
    return ended


def _spread(cells: list[list[Piece]], rng: random.Random) -> list[list[Piece]]:
    """Beside a label of several lines the blanks of the empty cells fall on the line above or below the mark."""
    marks = [i for i, cell in enumerate(cells) if i and cell[0].text.strip()]
    if len(cells[0]) < 2 or len(marks) != 1:
        return cells
    mark, where = marks[0], rng.choice(("above", "below", "both", "beside"))
    moved = []
    for place, cell in enumerate(cells):
        above = 0 < place < mark and where in ("above", "both")
        below = place > mark and where in ("below", "both")
        moved.append([Piece(p.text, p.row - 1 if above else p.row + 1 if below else p.row) for p in cell])
    return moved
