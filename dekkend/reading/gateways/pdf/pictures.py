"""Which pictures stand on a page, and does anybody say what is on them?"""

from __future__ import annotations

from collections import Counter
from typing import Any

from pdfplumber.structure import PDFStructTree

from dekkend.reading.gateways.pdf.sheet import Box, Image, Sheet, around

SMALLEST = 40.0  # points, both sides: smaller is an icon
SMALLEST_SHARE = 0.02  # of the page
WHOLE_PAGE = 0.8
TOUCHING = 2.0
PLACE = 5.0  # points: pictures at the same place on several pages belong to the paper, not to the text


def large_images(sheet: Sheet) -> list[Image]:
    """The pictures that may hold something to read; strips of one picture are put together."""
    whole: list[Image] = []
    for image in sorted(sheet.images, key=lambda image: (image.box.top, image.box.left)):
        strip = next((other for other in whole if _belongs(image.box, other.box)), None)
        if strip is not None:
            whole.remove(strip)
            image = Image(around((strip.box, image.box)), strip.content if strip.content is not None else image.content)
        whole.append(image)
    least = SMALLEST_SHARE * sheet.width * sheet.height
    return [image for image in whole if _is_large(image.box, least)]


def fills_page(box: Box, sheet: Sheet) -> bool:
    return box.width * box.height >= WHOLE_PAGE * sheet.width * sheet.height


def repeated_places(images: list[list[Image]]) -> set[tuple[int, ...]]:
    """Where a picture stands on most pages of three or more: a letterhead, a logo, a background."""
    places = Counter(place for page in images for place in {place_of(image) for image in page})
    return {place for place, pages in places.items() if len(images) > 2 and pages * 2 > len(images)}


def place_of(image: Image) -> tuple[int, ...]:
    box = image.box
    return tuple(round(side / PLACE) for side in (box.left, box.top, box.right, box.bottom))


def alternatives(pdf: Any, page: Any) -> dict[int, str]:
    """The text alternatives of a tagged PDF, by the number of the content they stand for."""
    if "StructTreeRoot" not in pdf.doc.catalog:
        return {}
    try:
        figures = PDFStructTree(pdf, page).find_all("Figure")
        return {content: _words(figure.alt_text) for figure in figures for _, content in figure.all_mcids() if figure.alt_text}
    except Exception:  # a broken tree fails in many ways; the pictures are then without text
        return {}


def _words(text: Any) -> str:
    return " ".join(str(text).split())


def _is_large(box: Box, least: float) -> bool:
    return min(box.width, box.height) >= SMALLEST and box.width * box.height >= least


def _belongs(strip: Box, whole: Box) -> bool:
    """Is this the next strip of a picture that was cut into strips?"""
    level = abs(strip.top - whole.top) + abs(strip.bottom - whole.bottom) < TOUCHING
    plumb = abs(strip.left - whole.left) + abs(strip.right - whole.right) < TOUCHING
    return (level or plumb) and strip.touches(whole, within=TOUCHING)
