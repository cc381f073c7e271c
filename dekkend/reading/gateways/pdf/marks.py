"""Which ticks and boxes were drawn with lines instead of letters, and which words were struck out?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dekkend.reading.gateways.pdf.sheet import Box, Edge, Letter, Shape, Sheet, around
from dekkend.reading.gateways.pdf.words import PrintedLine, PrintedWord
from dekkend.reading.gateways.symbols import OPEN, TICK, TICKED

MIDDLE = (0.12, 0.5)  # of the letter size above the baseline: a line here goes through a word, lower it stands under it
COVERED = 0.8
MOST_STROKES = 4  # a cross is two, or four when drawn as outlines; more is a drawing or letters as outlines


def with_drawn_boxes(sheet: Sheet) -> Sheet:
    """The sheet with a letter ☒ or ☐ for every drawn square that holds no letter; slanted strokes in it tick it."""
    squares = _without_doubles(shape.box for shape in sheet.shapes if shape.square)
    strokes = [shape for shape in sheet.shapes if not shape.square]
    boxes = [_box_letter(square, strokes) for square in squares if not _holds_letter(square, sheet.letters)]
    return replace(sheet, letters=(*sheet.letters, *boxes)) if boxes else sheet


def with_drawn_marks(sheet: Sheet, cells: Iterable[Box]) -> Sheet:
    """The sheet with a letter ✓ in every cell of a table that holds no letter but one to four slanted strokes."""
    strokes = [shape.box for shape in sheet.shapes if not shape.square]
    marks: list[Letter] = []
    for cell in cells if strokes else ():
        inside = [box for box in strokes if _centre_in(box, cell)]
        if 0 < len(inside) <= MOST_STROKES and not _holds_letter(cell, sheet.letters):
            box = around(inside)
            marks.append(Letter(TICK, box, box.bottom, box.height))
    return replace(sheet, letters=(*sheet.letters, *marks)) if marks else sheet


def without_struck(lines: list[PrintedLine], edges: Iterable[Edge]) -> tuple[list[PrintedLine], list[str]]:
    """The lines without the words that have a line through them, and those words."""
    level = [edge for edge in edges if not edge.upright and not edge.shade]
    kept: list[PrintedLine] = []
    struck: list[str] = []
    for line in lines:
        near = [edge for edge in level if line.box.top <= edge.at <= line.box.bottom and _is_within(edge, line)]
        gone = {word for word in line.words if any(_strikes(edge, word) for edge in near)}
        struck += [" ".join(word.text for word in line.words if word in gone)] if gone else []
        words = tuple(word for word in line.words if word not in gone)
        kept += [PrintedLine(words)] if words else []
    return kept, struck


def _is_within(edge: Edge, line: PrintedLine) -> bool:
    """Is the line drawn for these words, not across the page?"""
    room = max(word.size for word in line.words)
    return edge.start >= line.box.left - room and edge.end <= line.box.right + room


def _strikes(edge: Edge, word: PrintedWord) -> bool:
    box = word.box
    height = (word.baseline - edge.at) / word.size if word.size else 0.0
    if not MIDDLE[0] < height < MIDDLE[1] or not any(letter.isalnum() for letter in word.text):
        return False
    return min(edge.end, box.right) - max(edge.start, box.left) > COVERED * box.width


def _without_doubles(boxes: Iterable[Box]) -> list[Box]:
    """A square is often drawn twice, once filled and once lined."""
    kept: list[Box] = []
    for box in boxes:
        if not any(_centre_in(box, other) for other in kept):
            kept.append(box)
    return kept


def _holds_letter(square: Box, letters: Iterable[Letter]) -> bool:
    return any(_centre_in(letter.box, square) for letter in letters if letter.text.strip())


def _box_letter(square: Box, strokes: list[Shape]) -> Letter:
    ticked = any(_centre_in(stroke.box, square) for stroke in strokes)
    baseline = square.bottom - 0.15 * square.height
    return Letter(TICKED if ticked else OPEN, square, baseline, square.height)


def _centre_in(box: Box, holder: Box) -> bool:
    return holder.holds((box.left + box.right) / 2, (box.top + box.bottom) / 2)
