"""What stands on one page of a PDF: free lines, tables, pictures, links, and what could not be read?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.reading.gateways.limits import Limits
from dekkend.reading.gateways.pdf.drawing import UNKNOWN_LETTER, sheet_of
from dekkend.reading.gateways.pdf.marks import with_drawn_boxes, with_drawn_marks, without_struck
from dekkend.reading.gateways.pdf.pictures import alternatives, fills_page, large_images
from dekkend.reading.gateways.pdf.ruling import TooManyLines
from dekkend.reading.gateways.pdf.sheet import Image, LinkArea, Sheet
from dekkend.reading.gateways.pdf.tables import Grid, PrintedTable, grids, split
from dekkend.reading.gateways.pdf.turning import upright
from dekkend.reading.gateways.pdf.typed import with_typed
from dekkend.reading.gateways.pdf.words import PrintedLine, printed_lines
from dekkend.reading.words.document import Link

NO_TEXT_LAYER = say("Een bladzijde zonder tekstlaag, waarschijnlijk een scan: daarvan kon niets worden gelezen.")
UNKNOWN_LETTERS = say("Tekens waarvan het bestand niet zegt welke letters het zijn: die konden niet worden gelezen.")
TOO_MANY_LINES = say("Een tekening met heel veel lijnen: de tabellen op deze bladzijde zijn niet herkend, de tekst wel.")
BROKEN = say("Een bladzijde die beschadigd is: daarvan kon niets worden gelezen.")
SCANNED = say("Een bladzijde met een afbeelding over het hele blad: als het een scan is, staan er vaak leesfouten in de tekst.")
MANY_CURVES = 200  # text that was turned into outlines draws hundreds
FEW_LETTERS = 120  # a scanner's own line at the foot of the page is no text layer


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
    sheet, unread = with_typed(sheet_of(page), page)
    sheet = with_drawn_boxes(upright(sheet))
    found = _grids(sheet, limits, unread)
    sheet = with_drawn_marks(sheet, [cell.box for grid in found for cell in grid.cells])
    lines, struck = without_struck(printed_lines(sheet), sheet.edges)
    free, tables = split(lines, found)
    images = large_images(sheet)
    unknown = sum(letter.text == UNKNOWN_LETTER for letter in sheet.letters)
    unread += [say("Doorgestreepte tekst is niet meegelezen: “{words}”.", words=words[:80]) for words in struck]
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
    """A page that is one large picture is a scan: without a text layer, or with the text that a program recognised in it."""
    missing = []
    letters = sum(bool(letter.text.strip()) for letter in sheet.letters)
    scanned = any(fills_page(image.box, sheet) for image in images)
    if (scanned and letters < FEW_LETTERS) or (not letters and (images or sheet.curves > MANY_CURVES)):
        missing.append(NO_TEXT_LAYER)
    elif scanned:
        missing.append(SCANNED)
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
