"""What stands on one page of a PDF: free lines, tables, pictures, links, and what could not be read?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dekkend.reading.gateways.limits import Limits
from dekkend.reading.gateways.pdf.drawing import UNKNOWN_LETTER, sheet_of
from dekkend.reading.gateways.pdf.marks import with_drawn_boxes, without_struck
from dekkend.reading.gateways.pdf.pictures import alternatives, large_images
from dekkend.reading.gateways.pdf.ruling import TooManyLines
from dekkend.reading.gateways.pdf.sheet import Image, LinkArea, Sheet
from dekkend.reading.gateways.pdf.tables import Grid, PrintedTable, grids, split
from dekkend.reading.gateways.pdf.turning import upright
from dekkend.reading.gateways.pdf.typed import with_typed
from dekkend.reading.gateways.pdf.words import PrintedLine, printed_lines
from dekkend.reading.words.document import Link

NO_TEXT_LAYER = "Een bladzijde zonder tekstlaag, waarschijnlijk een scan: daarvan kon niets worden gelezen."
UNKNOWN_LETTERS = "Tekens waarvan het bestand niet zegt welke letters het zijn: die konden niet worden gelezen."
TOO_MANY_LINES = "Een tekening met heel veel lijnen: de tabellen op deze bladzijde zijn niet herkend, de tekst wel."
STRUCK = "Doorgestreepte tekst is niet meegelezen: “{}”."
BROKEN = "Een bladzijde die beschadigd is: daarvan kon niets worden gelezen."
MANY_CURVES = 200


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page. `letters` counts its letters, `unknown` those whose meaning the file does not tell."""

    number: int
    height: float
    lines: tuple[PrintedLine, ...]
    tables: tuple[PrintedTable, ...]
    images: tuple[Image, ...]
    alternatives: dict[int, str]
    links: tuple[Link, ...]
    unread: tuple[str, ...]
    letters: int
    unknown: int


def read_page(pdf: Any, page: Any, limits: Limits) -> PageContent:
    """The content of a pdfplumber page. A page that the libraries choke on is reported, and the others are read."""
    try:
        return _content(pdf, page, limits)
    except MemoryError:
        raise
    except Exception:  # pdfminer fails in many ways on a broken page
        return PageContent(page.page_number, float(page.height), (), (), (), {}, (), (BROKEN,), 0, 0)


def _content(pdf: Any, page: Any, limits: Limits) -> PageContent:
    drawn = upright(sheet_of(page))
    sheet, unread = with_typed(with_drawn_boxes(drawn), page)
    images = large_images(sheet)
    lines, struck = without_struck(printed_lines(sheet), sheet.edges)
    found = _grids(sheet, limits, unread)
    free, tables = split(lines, found)
    unknown = sum(letter.text == UNKNOWN_LETTER for letter in sheet.letters)
    unread += [STRUCK.format(words[:80]) for words in struck]
    unread += _what_is_missing(sheet, images, unknown)
    return PageContent(
        number=sheet.number,
        height=sheet.height,
        lines=tuple(free),
        tables=tuple(tables),
        images=tuple(images),
        alternatives=alternatives(pdf, page) if images else {},
        links=tuple(_link(area, lines, sheet.number) for area in sheet.links),
        unread=tuple(unread),
        letters=sum(bool(letter.text.strip()) for letter in sheet.letters),
        unknown=unknown,
    )


def _what_is_missing(sheet: Sheet, images: list[Image], unknown: int) -> list[str]:
    missing = []
    if not any(letter.text.strip() for letter in sheet.letters) and (images or sheet.curves > MANY_CURVES):
        missing.append(NO_TEXT_LAYER)
    if unknown:
        missing.append(UNKNOWN_LETTERS)
    return missing


def _grids(sheet: Sheet, limits: Limits, unread: list[str]) -> list[Grid]:
    try:
        if len(sheet.edges) <= limits.max_edges:
            return grids(sheet)
    except TooManyLines:
        pass
    unread.append(TOO_MANY_LINES)
    return []


def _link(area: LinkArea, lines: list[PrintedLine], page: int) -> Link:
    words = [word.text for line in lines for word in line.words if area.box.holds(*word.centre, within=1.0)]
    return Link(area.url, " ".join(words) or None, page)
