"""What is drawn here: a picture, with which text alternative, or boxes with text?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dekkend.reading.gateways.word.names import Element, name, value

# Alternatives that nobody wrote: the name of the file, or what a program guessed.
NOBODY_WROTE = re.compile(
    r"\S+\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?|svg)|(?:afbeelding|picture|image|grafik)\s*\d*|"
    r".*(?:automatisch gegenereerd|automatically generated|door AI gegenereerd|AI-generated).*",
    re.IGNORECASE | re.DOTALL,
)
SMALL = 288_000  # EMU: 8 mm
DRAWN_FROM_DATA = ("/chart", "/diagram")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one drawing holds: text boxes (still to be read), and whether there is a picture in it.

    `alt` is the text alternative the author wrote. `small` is an icon of under 8 mm; `decorative` says the author.
    """

    boxes: tuple[Element, ...]
    picture: bool
    alt: str | None = None
    small: bool = False
    decorative: bool = False


def drawing_of(element: Element) -> Drawn:
    """A w:drawing, or a w:pict of the older kind."""
    properties = next(element.iter(name("wp:docPr")), None)
    data = next(element.iter(name("a:graphicData")), None)
    drawn_from_data = data is not None and (data.get("uri") or "").endswith(DRAWN_FROM_DATA)
    image = next(element.iter(name("pic:pic"), name("v:imagedata")), None)
    return Drawn(
        boxes=_boxes(element),
        picture=image is not None or drawn_from_data,
        alt=_alternative(element, properties),
        small=_is_small(element),
        decorative=_is_decorative(element),
    )


def drawings_in(paragraph: Element) -> list[Drawn]:
    """The drawings of a paragraph, in the order of the text, but not those inside a text box in it."""
    found = paragraph.iter(name("w:drawing"), name("w:pict"))
    return [
        drawing_of(element) for element in found if next(element.iterancestors(name("w:txbxContent"), paragraph.tag), None) is paragraph
    ]


def object_of(element: Element) -> Drawn:
    """A w:object: something of another program, shown as a picture."""
    return Drawn(boxes=_boxes(element), picture=True, alt=_alternative(element, None))


def _boxes(element: Element) -> tuple[Element, ...]:
    """The text boxes in a drawing; those inside another text box come along with that one."""
    boxes = list(element.iter(name("w:txbxContent")))
    return tuple(box for box in boxes if next(box.iterancestors(name("w:txbxContent"), element.tag), None) is element)


def _alternative(element: Element, properties: Element | None) -> str | None:
    inner = next(element.iter(name("pic:cNvPr")), None)
    shape = next(element.iter(name("v:shape")), None)
    written = [part.get(key) for part in (properties, inner) if part is not None for key in ("descr", "title")]
    written.append(None if shape is None else shape.get("alt"))
    for text in written:
        words = " ".join((text or "").split())
        if words and not NOBODY_WROTE.fullmatch(words):
            return words
    return None


def _is_small(element: Element) -> bool:
    extent = next(element.iter(name("wp:extent")), None)
    sides = [] if extent is None else [extent.get("cx", ""), extent.get("cy", "")]
    return bool(sides) and all(side.isdecimal() and int(side) < SMALL for side in sides)


def _is_decorative(element: Element) -> bool:
    mark = next(element.iter(name("adec:decorative")), None)
    return mark is not None and (mark.get("val") or value(mark)) == "1"
