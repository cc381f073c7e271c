"""How does the form look as text whose extractor collapsed all blanks (`pdftotext -raw`, pypdf, pdfminer)?

The column of a mark is gone for good: a reader that claims one from such a text has made it up.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dekkend.profiles.words.template import Template
from tests.rendering.outline import outline
from tests.rendering.parts import Cell, Heading, Paragraph, Part, Table
from tests.rendering.printed import cell_pieces, cell_widths, wrap
from tests.rendering.style import Style


def as_raw_text(template: Template, profile: dict[str, Any], style: Style) -> str:
    return raw_text(outline(template, profile, style), style)


def raw_text(parts: Iterable[Part], style: Style) -> str:
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Heading):
            lines.append(part.text)
        elif isinstance(part, Paragraph):
            lines.extend(line for line, _ in wrap(part.printed, style.line_width))
        elif isinstance(part, Table):
            lines.extend(line for row in (*part.header, *part.rows) for line in _row(row, part, style))
    return "\n".join(lines) + "\n"


def _row(row: tuple[Cell, ...], part: Table, style: Style) -> list[str]:
    widths = cell_widths(row, part.widths, style.line_width)
    lines: list[str] = []
    height = 0
    for cell, width in zip(row, widths, strict=True):
        for piece in cell_pieces(cell, width):
            if not piece.text:
                continue
            if lines and piece.row == height:
                lines[-1] += f" {piece.text}"
            else:
                lines.append(piece.text)
            height = piece.row
    return lines
