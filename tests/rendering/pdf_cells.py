"""How does the form look as a PDF that Word itself printed: every cell, also an empty one, ends in a drawn blank?

Drawn with reportlab, line by line. PDFBox keeps those blanks, so that its text has the regime that `tika_text` imitates.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from dekkend.profiles.words.template import Template
from tests.rendering.outline import outline
from tests.rendering.parts import Cell, Heading, Paragraph, Part, Table
from tests.rendering.printed import cell_pieces, cell_widths, wrap
from tests.rendering.style import Style

LEFT, TOP, BOTTOM, LINE = 60.0, 780.0, 60.0, 13.0
FONT, SIZE = "Courier", 8
CHARACTER = 4.8  # the width of one Courier character in points


def as_cell_pdf(template: Template, profile: dict[str, Any], style: Style) -> bytes:
    return cell_pdf(outline(template, profile, style), style)


def cell_pdf(parts: Iterable[Part], style: Style) -> bytes:
    stream = io.BytesIO()
    page = Page(Canvas(stream, pagesize=A4), style)
    for part in parts:
        page.add(part)
    page.canvas.save()
    return stream.getvalue()


class Page:
    """Where the pen is."""

    def __init__(self, canvas: Canvas, style: Style) -> None:
        self.canvas, self.style = canvas, style
        self.width = min(style.line_width, int((A4[0] - 2 * LEFT) / CHARACTER))
        self.y = TOP
        self.canvas.setFont(FONT, SIZE)

    def add(self, part: Part) -> None:
        if isinstance(part, Heading):
            self.down(1)
            self.text(part.text + " ")
        elif isinstance(part, Paragraph):
            for line, broken in wrap(part.printed, self.width):
                self.text(line + ("" if broken else " "))
        elif isinstance(part, Table):
            self.down(1)
            for row in (*part.header, *part.rows):
                self.row(row, part)
            self.down(1)

    def text(self, text: str) -> None:
        self.room(1)
        self.canvas.drawString(LEFT, self.y, text)
        self.down(1)

    def row(self, row: tuple[Cell, ...], part: Table) -> None:
        widths = cell_widths(row, part.widths, self.width)
        printed = [cell_pieces(cell, width - 1) for cell, width in zip(row, widths, strict=True)]
        height = max(map(len, printed))
        self.room(height)
        left = LEFT + (self.width - sum(widths)) * CHARACTER
        for cell, pieces, width in zip(row, printed, widths, strict=True):
            for piece in pieces:
                blank = "" if piece.broken else "  " if cell.typed_blank and piece is pieces[-1] else " "
                self.canvas.drawString(left, self.y - piece.row * LINE, piece.text + blank)
            left += width * CHARACTER
        self.down(height + 0.4)

    def down(self, lines: float) -> None:
        self.y -= lines * LINE

    def room(self, lines: int) -> None:
        if self.y - lines * LINE < BOTTOM:
            self.canvas.showPage()
            self.canvas.setFont(FONT, SIZE)
            self.y = TOP
