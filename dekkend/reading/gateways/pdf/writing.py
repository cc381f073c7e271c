"""In which order do the lines, tables and pictures of all pages stand in the neutral document, and with which numbers?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dekkend.kernel.sentences import say
from dekkend.reading.gateways.pdf.page import NO_TEXT_LAYER, SCANNED, PageContent
from dekkend.reading.gateways.pdf.pictures import place_of, repeated_places
from dekkend.reading.gateways.pdf.rows import table_block
from dekkend.reading.gateways.pdf.sheet import Image
from dekkend.reading.gateways.pdf.tables import PrintedTable
from dekkend.reading.gateways.pdf.words import PrintedLine
from dekkend.reading.words.document import Block, Line, Picture, Unread, Word

CLEARLY_LARGER = 1.15
HEADING_TAG = re.compile(r"(?:H|Heading ?|Kop ?)([1-6])")
PICTURE = say("Een afbeelding zonder tekst: wat erop staat, kon niet worden gelezen.")


def write_blocks(pages: list[PageContent], running_size: float) -> tuple[list[Block], list[Unread]]:
    """The blocks in reading order, lines numbered from 1 through the document, and what was not read."""
    writer = _Writer(running_size)
    paper = repeated_places([list(page.images) for page in pages])
    for page in pages:
        writer.write(page, [image for image in page.images if place_of(image) not in paper])
    return writer.blocks, writer.unread


class _Writer:
    def __init__(self, running_size: float) -> None:
        self.blocks: list[Block] = []
        self.unread: list[Unread] = []
        self._running_size = running_size
        self._page = 1
        self._next = 1

    def write(self, page: PageContent, images: Iterable[Image]) -> None:
        self._page = page.number
        self.unread += [Unread(page.number, why) for why in dict.fromkeys(page.unread)]
        items: list[PrintedLine | PrintedTable | Image] = [*page.lines, *page.tables, *images]
        for item in sorted(items, key=lambda item: (item.box.top, item.box.left)):
            if isinstance(item, PrintedLine):
                self.blocks.append(self._line(item, self._take(1).start))
            elif isinstance(item, PrintedTable):
                numbers = self._take(len(item.lines))
                self.blocks.append(table_block(item, numbers, self._page, self._line))
            else:
                self._picture(item, page)

    def _take(self, count: int) -> range:
        numbers = range(self._next, self._next + count)
        self._next += count
        return numbers

    def _picture(self, image: Image, page: PageContent) -> None:
        alt = page.alternatives.get(image.content) if image.content is not None else None
        self.blocks.append(Picture(self._take(1).start, page.number, alt))
        if alt is None and not {NO_TEXT_LAYER, SCANNED} & set(page.unread):
            self.unread.append(Unread(page.number, PICTURE))

    def _line(self, line: PrintedLine, number: int) -> Line:
        larger = CLEARLY_LARGER * self._running_size
        return Line(
            line.text,
            number,
            self._page,
            heading=_heading(line),
            strong=all(word.bold or word.size >= larger for word in line.words),
            words=tuple(Word(word.text, word.box.left, word.box.right, word.box.top, word.box.bottom) for word in line.words),
        )


def _heading(line: PrintedLine) -> int:
    """The level that a tagged PDF gives the line, or 0."""
    levels = [HEADING_TAG.fullmatch(word.tag) for word in line.words]
    return int(levels[0][1]) if levels and levels[0] is not None and all(levels) else 0
