"""How does the form look as text with columns by offset (`pdftotext -layout`)?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dekkend.profiles.words.template import Template
from tests.rendering.outline import outline
from tests.rendering.parts import Cell, Heading, Paragraph, Part, Picture, Table
from tests.rendering.printed import cell_pieces, cell_widths, wrap
from tests.rendering.style import Style


def as_layout_text(template: Template, profile: dict[str, Any], style: Style) -> str:
    return layout_text(outline(template, profile, style), style)


def layout_text(parts: Iterable[Part], style: Style) -> str:
    groups = [group for part in parts for group in _groups(part, style)]
    pages: list[list[str]] = [[]]
    for group in groups:
        if pages[-1] and len(pages[-1]) + len(group) > style.page_lines:
            pages.append([])
        pages[-1].extend(group)
    return "\f".join(_page(lines, number, style) for number, lines in enumerate(pages, 1)) + "\f"


def _page(lines: list[str], number: int, style: Style) -> str:
    head = [style.running_header, ""] if style.running_header else []
    foot = ["", style.running_footer.replace("{page}", str(number))] if style.running_footer else []
    return "\n".join([*head, *lines, *foot]) + "\n"


def _groups(part: Part, style: Style) -> list[list[str]]:
    """Lines that stay on one page: a heading, a line of a paragraph, a table row."""
    if isinstance(part, Heading):
        return [["", part.text, ""]]
    if isinstance(part, Paragraph):
        return [[line] for line, _ in wrap(part.printed, style.line_width)]
    return [[""]] if isinstance(part, Picture) else _table(part, style)


def _table(part: Table, style: Style) -> list[list[str]]:
    rows = [*part.header, *part.rows]
    return [["", *_row(rows[0], part, style)], *(_row(row, part, style) for row in rows[1:]), [""]]


def _row(row: tuple[Cell, ...], part: Table, style: Style) -> list[str]:
    widths = cell_widths(row, part.widths, style.line_width)
    start = 0 if sum(c.span for c in row) >= part.columns else int(part.widths[0] / sum(part.widths) * style.line_width)
    pieces = [cell_pieces(cell, width - 2) for cell, width in zip(row, widths, strict=True)]
    lines = [" " * start] * max(map(len, pieces))
    for cell, width, printed in zip(row, widths, pieces, strict=True):
        for height in range(len(lines)):
            text = printed[height].text if height < len(printed) else ""
            centred = style.marks_at == "center" and cell.role == "mark"
            lines[height] += text.center(width - 2).ljust(width) if centred else text.ljust(width)
    return [line.rstrip() for line in lines]
