"""What are the parts of a Word file called?"""

from __future__ import annotations

from lxml import etree

Element = etree._Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = {
    "w": _MAIN,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
}

# The "strict" flavour of the standard has the same words under other addresses.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _NAMESPACES["r"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def name(short: str) -> str:
    """The full name of a tag or attribute: `name("w:p")`."""
    prefix, local = short.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def child(element: Element | None, *path: str) -> Element | None:
    """The element under `element` along `path` of short names, or None where the path breaks off."""
    for step in path:
        if element is None:
            return None
        element = element.find(name(step))
    return element


def value(element: Element | None, attribute: str = "w:val") -> str | None:
    return None if element is None else element.get(name(attribute))


def switched_on(element: Element | None, attribute: str = "w:val") -> bool:
    """A switch is on when it stands there, unless its value says no."""
    return element is not None and value(element, attribute) not in ("0", "false", "off", "none")


def count(element: Element | None, most: int) -> int:
    """The number that an element holds, from 0 to `most`; 0 when it holds none."""
    text = value(element) or ""
    return min(int(text), most) if text.isdecimal() and len(text) < 9 else 0
