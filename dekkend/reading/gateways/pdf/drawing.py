"""Which letters, ruled lines, shapes and pictures did the PDF draw on this page?

Reads the layout that pdfplumber keeps of a page. Thin filled bars (Word draws its table borders so) count as lines; the
sides of coloured areas are kept apart; white areas and areas as large as the page are no ruling at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTItem, LTLine, LTRect

from dekkend.reading.gateways.characters import clean
from dekkend.reading.gateways.pdf.sheet import Box, Edge, Image, Letter, Shape, Sheet
from dekkend.reading.gateways.symbols import drawn

BOLD = re.compile(r"bold|black|heavy|demi|semibd|[-,]bd\b", re.IGNORECASE)
UNKNOWN_LETTER = "\ufffd"
THIN = 3.0  # points: a bar up to this thick is a line
STRAIGHT = 0.5  # points a line may be off level or plumb
SMALL_SHAPE = (4.0, 20.0)
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
MOST_DEPTH = 10


def sheet_of(page: Any) -> Sheet:
    """What a pdfplumber page shows, inside the part of the page that is printed."""
    return _Drawing(page).sheet()


class _Drawing:
    def __init__(self, page: Any) -> None:
        layout = page.layout
        self._page, self._items = page, layout
        self._width, self._height = float(layout.width), float(layout.height)
        self._letters: list[Letter] = []
        self._edges: list[Edge] = []
        self._shapes: list[Shape] = []
        self._images: list[Image] = []
        self._curves = 0

    def sheet(self) -> Sheet:
        for item in _flat(self._items, 0):
            self._take(item)
        return Sheet(
            self._page.page_number,
            self._width,
            self._height,
            tuple(self._letters),
            tuple(self._edges),
            tuple(self._shapes),
            tuple(self._images),
            curves=self._curves,
        )

    def _take(self, item: LTItem) -> None:
        if isinstance(item, LTChar):
            self._take_letter(item)
        elif isinstance(item, LTImage):
            self._images.append(Image(self._box(item), getattr(item, "mcid", None)))
        elif isinstance(item, LTCurve) and (item.stroke or item.fill):
            self._curves += 1
            self._take_path(item)

    def _box(self, item: Any) -> Box:
        return Box(item.x0, self._height - item.y1, item.x1, self._height - item.y0)

    def _take_letter(self, item: LTChar) -> None:
        if item.x1 < 0 or item.x0 > self._width or item.y1 < 0 or item.y0 > self._height:
            return
        text, bold = _meaning(item.get_text(), str(item.fontname))
        if not text:
            return
        turned = _turn_of(item)
        on_its_side = turned in (90, 270)
        baseline = item.matrix[4] if on_its_side else self._height - item.matrix[5]
        size = item.width if on_its_side else item.height
        tag = getattr(item, "tag", None) or ""
        self._letters.append(Letter(text, self._box(item), baseline, size, bold, turned, tag))

    def _take_path(self, item: LTCurve) -> None:
        box = self._box(item)
        if box.width > 0.95 * self._width and box.height > 0.95 * self._height:
            return
        if isinstance(item, LTRect) and (box.width <= THIN or box.height <= THIN):
            self._edges += _thin_bar(box)
            return
        shape = _small_shape(item, box)
        if shape is not None:
            self._shapes.append(shape)
        if item.stroke or not _is_white(item.non_stroking_color):
            self._edges += self._straight_parts(item)

    def _straight_parts(self, item: LTCurve) -> Iterator[Edge]:
        shade = not item.stroke and not isinstance(item, LTLine)
        points = [(x, self._height - y) for x, y in item.pts]
        if isinstance(item, LTRect):
            points = [*points, points[0]]
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(y1 - y0) <= STRAIGHT < abs(x1 - x0):
                yield Edge(upright=False, at=(y0 + y1) / 2, start=min(x0, x1), end=max(x0, x1), shade=shade)
            elif abs(x1 - x0) <= STRAIGHT < abs(y1 - y0):
                yield Edge(upright=True, at=(x0 + x1) / 2, start=min(y0, y1), end=max(y0, y1), shade=shade)


def _flat(container: Any, depth: int) -> Iterator[LTItem]:
    """Every drawn thing, also inside drawings that are used as a whole."""
    for item in container:
        if isinstance(item, LTFigure):
            if depth < MOST_DEPTH:
                yield from _flat(item, depth + 1)
        else:
            yield item


def _turn_of(item: LTChar) -> int:
    """How far the letter was turned anticlockwise, in quarters. (pdfminer's own word for it fails on rounding.)"""
    along, up = item.matrix[:2]
    if abs(up) > abs(along):
        return 90 if up > 0 else 270
    return 180 if along < 0 else 0


@lru_cache(maxsize=4096)  # the same few letters come by thousands of times
def _meaning(text: str, font: str) -> tuple[str, bool]:
    """What a letter in a font looks like ("" for a sign that prints nothing), and whether it is bold."""
    bold = bool(BOLD.search(font))
    if text.startswith("(cid:"):
        return UNKNOWN_LETTER, bold
    return clean(drawn(LIGATURES.get(text, text), font)), bold


def _thin_bar(box: Box) -> list[Edge]:
    """A filled bar as the line it looks like; the little square where two bars meet is no line."""
    if box.width <= THIN and box.height <= THIN:
        return []
    if box.height <= THIN:
        return [Edge(upright=False, at=(box.top + box.bottom) / 2, start=box.left, end=box.right)]
    return [Edge(upright=True, at=(box.left + box.right) / 2, start=box.top, end=box.bottom)]


def _small_shape(item: LTCurve, box: Box) -> Shape | None:
    """A tick box (a drawn square, not filled with a colour), or a slanted stroke that may be the mark in it."""
    least, most = SMALL_SHAPE
    if max(box.width, box.height) > most or min(box.width, box.height) < least:
        return None
    if isinstance(item, LTRect):
        hollow = item.stroke and (not item.fill or _is_white(item.non_stroking_color))
        return Shape(box, square=True) if hollow and 0.7 < box.width / box.height < 1.4 else None
    return Shape(box, square=False)


def _is_white(color: Any) -> bool:
    values = list(color) if isinstance(color, tuple | list) else [color]
    if not values or not all(isinstance(value, int | float) for value in values):
        return False
    return all(value >= 0.99 for value in values) if len(values) != 4 else all(value <= 0.01 for value in values)
