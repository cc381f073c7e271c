"""How does a page look when it is turned so that a person can read it?"""

from __future__ import annotations

from dataclasses import replace

from dekkend.reading.gateways.pdf.sheet import Box, Edge, Letter, Sheet

MOSTLY = 0.7


def upright(sheet: Sheet) -> Sheet:
    """The sheet turned so that most of its letters stand upright; itself when they do already."""
    turns = [letter.turned for letter in sheet.letters if letter.text.strip()]
    for turned in (90, 180, 270):
        if turns and turns.count(turned) > MOSTLY * len(turns):
            return _Turn(sheet, turned).done()
    return sheet


class _Turn:
    """A turn of one sheet, clockwise by as many degrees as its letters were turned anticlockwise."""

    def __init__(self, sheet: Sheet, turned: int) -> None:
        self._sheet, self._turned = sheet, turned

    def done(self) -> Sheet:
        sheet = self._sheet
        return replace(
            sheet,
            width=sheet.width if self._turned == 180 else sheet.height,
            height=sheet.height if self._turned == 180 else sheet.width,
            letters=tuple(map(self._letter, sheet.letters)),
            edges=tuple(map(self._edge, sheet.edges)),
            shapes=tuple(replace(shape, box=self._box(shape.box)) for shape in sheet.shapes),
            images=tuple(replace(image, box=self._box(image.box)) for image in sheet.images),
            links=tuple(replace(link, box=self._box(link.box)) for link in sheet.links),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        width, height = self._sheet.width, self._sheet.height
        return {90: (height - y, x), 180: (width - x, height - y), 270: (y, width - x)}[self._turned]

    def _box(self, old: Box) -> Box:
        (x0, y0), (x1, y1) = self._point(old.left, old.top), self._point(old.right, old.bottom)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def _letter(self, old: Letter) -> Letter:
        turned = (old.turned - self._turned) % 360
        across, down = self._point(old.baseline, old.baseline)
        return replace(old, box=self._box(old.box), baseline=down if turned in (0, 180) else across, turned=turned)

    def _edge(self, old: Edge) -> Edge:
        corners = (old.at, old.start, old.at, old.end) if old.upright else (old.start, old.at, old.end, old.at)
        new = self._box(Box(*corners))
        if new.width >= new.height:
            return replace(old, upright=False, at=new.top, start=new.left, end=new.right)
        return replace(old, upright=True, at=new.left, start=new.top, end=new.bottom)
