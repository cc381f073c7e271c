"""How does a piece of a Word text look, once its styles are worked out?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dekkend.reading.gateways.word.names import Element, child, name, switched_on, value

HEADING_NAME = re.compile(r"(?:heading|kop|überschrift|titre)\s*([1-9])", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"(?:toc|inhopg|inhoudsopgave)\b.*|kop ?van ?inhoudsopgave", re.IGNORECASE)
TITLE_NAMES = ("title", "titel")
DEEPEST_HEADING = 6
BODY_LEVEL = 9  # the outline level of ordinary text
LONGEST_CHAIN = 20
CLEARLY_LARGER = 1.15
USUAL_SIZE = 20  # half points: what Word takes when the file says nothing


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: `size` in half points."""

    bold: bool
    size: float
    hidden: bool
    struck: bool
    font: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of paragraph this is."""

    heading: int
    bullet: bool
    contents: bool  # a line of the table of contents that Word makes
    new_page: bool


class Styles:
    """The styles of one Word file; empty when the file has none."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else list(root.iter(name("w:style")))
        self._styles = {value(style, "w:styleId") or "": style for style in styles}
        self._standard = next(
            (value(style, "w:styleId") or "" for style in styles if _is_standard(style)),
            "",
        )
        self._defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self._chains: dict[str, tuple[Element, ...]] = {}

    def kind(self, paragraph: Element) -> Kind:
        own = child(paragraph, "w:pPr")
        chain = self._chain(value(child(own, "w:pStyle")) or self._standard)
        properties = [own, *(child(style, "w:pPr") for style in chain)]
        names = [value(child(style, "w:name")) or "" for style in chain]
        heading = _heading(properties, names)
        listed = _first(properties, "w:numPr")
        numbered = listed is not None and value(child(listed, "w:numId")) != "0"
        return Kind(
            heading=heading,
            bullet=numbered and not heading,
            contents=bool(names) and bool(CONTENTS_NAME.fullmatch(names[0])),
            new_page=switched_on(_first(properties, "w:pageBreakBefore")),
        )

    def look(self, run: Element, paragraph: Element | None) -> Look:
        own = child(run, "w:rPr")
        character = self._chain(value(child(own, "w:rStyle")) or "")
        block = self._chain(value(child(paragraph, "w:pPr", "w:pStyle")) or self._standard)
        levels = [own, *(child(style, "w:rPr") for style in (*character, *block)), self._defaults]
        struck = switched_on(_first(levels, "w:strike")) or switched_on(_first(levels, "w:dstrike"))
        return Look(
            bold=switched_on(_first(levels, "w:b")),
            size=_size(_first(levels, "w:sz")),
            hidden=switched_on(_first(levels, "w:vanish")),
            struck=struck,
            font=value(_first(levels, "w:rFonts"), "w:ascii") or "",
        )

    def running_size(self, root: Element) -> float:
        """The size most letters of the text have, in half points."""
        sizes: Counter[float] = Counter()
        for paragraph in root.iter(name("w:p")):
            for run in paragraph.iter(name("w:r")):
                sizes[self.look(run, paragraph).size] += sum(len(text.text or "") for text in run.iter(name("w:t")))
        return sizes.most_common(1)[0][0] if sizes else USUAL_SIZE

    def _chain(self, style_id: str) -> tuple[Element, ...]:
        """The style and those it is based on, nearest first."""
        if style_id not in self._chains:
            chain: list[Element] = []
            style = self._styles.get(style_id)
            while style is not None and style not in chain and len(chain) < LONGEST_CHAIN:
                chain.append(style)
                style = self._styles.get(value(child(style, "w:basedOn")) or "")
            self._chains[style_id] = tuple(chain)
        return self._chains[style_id]


def _is_standard(style: Element) -> bool:
    return value(style, "w:type") == "paragraph" and value(style, "w:default") in ("1", "true", "on")


def _first(levels: list[Element | None], tag: str) -> Element | None:
    """What the nearest level says about `tag`."""
    found = (child(level, tag) for level in levels if level is not None)
    return next((element for element in found if element is not None), None)


def _heading(properties: list[Element | None], names: list[str]) -> int:
    outline = value(_first(properties, "w:outlineLvl"))
    if outline is not None and outline.isdecimal():
        return min(int(outline) + 1, DEEPEST_HEADING) if int(outline) < BODY_LEVEL else 0
    for style_name in names:
        if match := HEADING_NAME.fullmatch(style_name.strip()):
            return min(int(match[1]), DEEPEST_HEADING)
        if style_name.strip().lower() in TITLE_NAMES:
            return 1
    return 0


def _size(element: Element | None) -> float:
    text = value(element) or ""
    if text.endswith("pt"):
        text, factor = text[:-2], 2.0
    else:
        factor = 1.0
    return float(text) * factor if re.fullmatch(r"\d{1,4}(\.\d+)?", text) else USUAL_SIZE
