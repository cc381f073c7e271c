"""How does a page look when it is turned so that a person can read it?"""

from __future__ import annotations

from dataclasses import replace

from dekkend.reading.gateways.pdf.sheet import Box, Edge, Letter, Sheet

MOSTLY = 0.7


def upright(sheet: Sheet) -> Sheet:
    """The sheet turned so that most of its letters stand upright; itself when they do already."""
    turns = [letter.turned for letter in sheet.letters if letter.text.strip()]
    for turned in (90, 270):
        if turns and turns.count(turned) > MOSTLY * len(turns):
            return _Turn(sheet, turned).done()
    return sheet


class _Turn:
    """A quarter turn of one sheet: clockwise when its letters were turned 90 degrees anticlockwise."""

    def __init__(self, sheet: Sheet, turned: int) -> None:
        self._sheet, self._turned = sheet, turned

    def done(self) -> Sheet:
        sheet = self._sheet
        return replace(
            sheet,
            width=sheet.height,
            height=sheet.width,
            letters=tuple(map(self._letter, sheet.letters)),
            edges=tuple(map(self._edge, sheet.edges)),
            shapes=tuple(replace(shape, box=self._box(shape.box)) for shape in sheet.shapes),
            images=tuple(replace(image, box=self._box(image.box)) for image in sheet.images),
            links=tuple(replace(link, box=self._box(link.box)) for link in sheet.links),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return (self._sheet.height - y, x) if self._turned == 90 else (y, self._sheet.width - x)

    def _box(self, old: Box) -> Box:
        (x0, y0), (x1, y1) = self._point(old.left, old.top), self._point(old.right, old.bottom)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _letter(self, old: Letter) -> Letter:
        across, down = self._point(old.baseline, old.baseline)
        now_upright = old.turned == self._turned
        return replace(old, box=self._box(old.box), baseline=down if now_upright else across, turned=0 if now_upright else 90)

    def _edge(self, old: Edge) -> Edge:
        corners = (old.at, old.start, old.at, old.end) if old.upright else (old.start, old.at, old.end, old.at)
        new = self._box(Box(*corners))
        if old.upright:
            return replace(old, upright=False, at=new.top, start=new.left, end=new.right)
        return replace(old, upright=True, at=new.left, start=new.top, end=new.bottom)
