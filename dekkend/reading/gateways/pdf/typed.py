"""What was filled in or laid over the page: form fields, ticked boxes, typed notes and links?

Such things are kept apart from the printed page. Their text is put back as letters at their place, so that one reading
serves printed and typed words alike.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from dekkend.kernel.sentences import say
from dekkend.reading.gateways.characters import clean
from dekkend.reading.gateways.pdf.sheet import Box, Letter, LinkArea, Sheet
from dekkend.reading.gateways.symbols import OPEN, TICKED

HIDDEN = 0b10 | 0b100000  # flags: hidden, no view
PUSH_BUTTON = 1 << 16
USUAL_SIZE, LETTER_WIDTH, LINE_HEIGHT = 10.0, 0.5, 1.2
DRAWN_BY_HAND = ("Ink", "Stamp")
BY_HAND = say("Iets dat met de hand of als stempel op de bladzijde is gezet: dat kon niet worden gelezen.")
MOST_NOTES = 5_000


def with_typed(sheet: Sheet, page: Any) -> tuple[Sheet, list[str]]:
    """The sheet with what was typed on it and its links, and what could not be read."""
    letters, links, unread = list(sheet.letters), list(sheet.links), []
    for note in _notes(page):
        box = Box(note["x0"], note["top"], note["x1"], note["bottom"])
        kind = _name(note["data"].get("Subtype"))
        if isinstance(note.get("uri"), str) and note["uri"].strip():
            links.append(LinkArea(box, note["uri"].strip()))
        elif kind in DRAWN_BY_HAND:
            unread.append(BY_HAND)
        else:
            letters += _letters(_text(note["data"], kind), box)
    return replace(sheet, letters=tuple(letters), links=tuple(links)), unread


def _notes(page: Any) -> list[dict[str, Any]]:
    """The annotations that show; a page whose list of them is broken has none."""
    try:
        notes: list[dict[str, Any]] = page.annots[:MOST_NOTES]
    except Exception:  # pdfminer and pdfplumber fail in many ways on a broken list
        return []
    return [note for note in notes if not _number(note["data"].get("F")) & HIDDEN]


def _text(data: dict[str, Any], kind: str) -> str:
    if kind == "FreeText":
        return _string(data.get("Contents"))
    if kind != "Widget":
        return ""
    match _name(_inherited(data, "FT")):
        case "Btn" if not _number(_inherited(data, "Ff")) & PUSH_BUTTON:
            state = resolve1(data.get("AS")) or _inherited(data, "V")
            return TICKED if _name(state) not in ("", "Off") else OPEN
        case "Tx" | "Ch":
            return _string(_inherited(data, "V"))
    return ""


def _letters(text: str, box: Box) -> list[Letter]:
    """The text set in the box from its top left, in letters of one width; a box of one line stands on its middle."""
    lines = [clean(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    fits = box.height / (LINE_HEIGHT * len(lines))
    size = max(4.0, min(USUAL_SIZE, fits, 0.9 * box.width if len(text) == 1 else USUAL_SIZE))
    top = box.top + max(0.0, (box.height - LINE_HEIGHT * size * len(lines)) / 2)
    widest = max(len(line) for line in lines)
    width = min(LETTER_WIDTH * size, box.width / max(widest, 1)) if widest > 1 else min(size, box.width)
    return [
        _letter(letter, box.left + place * width, top + row * LINE_HEIGHT * size, width, size)
        for row, line in enumerate(lines)
        for place, letter in enumerate(line)
    ]


def _letter(text: str, left: float, top: float, width: float, size: float) -> Letter:
    return Letter(text, Box(left, top, left + width, top + size), top + 0.8 * size, size)


def _inherited(data: dict[str, Any], key: str) -> Any:
    """A property of a form field, or of the field it is a part of."""
    field: Any = data
    for _ in range(10):
        if not isinstance(field, dict):
            return None
        if key in field:
            return resolve1(field[key])
        field = resolve1(field.get("Parent"))
    return None


def _name(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, PSLiteral):
        return value.name if isinstance(value.name, str) else value.name.decode("latin-1")
    return ""


def _string(value: Any) -> str:
    value = resolve1(value)
    if isinstance(value, list):
        return ", ".join(map(_string, value))
    if isinstance(value, PSLiteral):
        return _name(value)
    return decode_text(value) if isinstance(value, bytes) else (value if isinstance(value, str) else "")


def _number(value: Any) -> int:
    value = resolve1(value)
    return value if isinstance(value, int) else 0
