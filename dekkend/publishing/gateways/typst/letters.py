"""Which signs can the font of the product draw, and what stands for one that it cannot?

A PDF for everyone may hold no sign without a picture: the compiler refuses the whole document. So a sign that the font lacks becomes its
plain form when it has one ("①" is "1"), and else an open box, one for each sign: nobody takes the text for complete.
"""

from __future__ import annotations

import functools
import struct
import unicodedata
from pathlib import Path

from dekkend.publishing.rules.letters import in_letters

FONTS = Path(__file__).resolve().parent / "fonts"
BOX = "□"
SAME = {"\t": " ", "\u2010": "-", "→": "->"} | dict.fromkeys("●▪➢◦■", "•")
SKIN = range(0x1F3FB, 0x1F400)  # the colour of the sign before it
JOINING = ("Cf", "Mn", "Me")  # signs that are never seen by themselves


@functools.cache
def covered() -> frozenset[str]:
    """Every sign that all fonts of the product can draw, and the end of a line."""
    return frozenset.intersection(*(_signs_of(font.read_bytes()) for font in sorted(FONTS.glob("*.ttf")))) | {"\n"}


def printable(text: str) -> str:
    """The text with only signs that the font can draw."""
    plain = in_letters(text)
    return plain if covered().issuperset(plain) else "".join(map(_drawn, unicodedata.normalize("NFC", plain)))


@functools.lru_cache(maxsize=4096)
def _drawn(sign: str) -> str:
    if sign in covered():
        return sign
    if sign in SAME:
        return SAME[sign]
    if unicodedata.category(sign) in JOINING or ord(sign) in SKIN:
        return ""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if covered().issuperset(plain) else BOX


def _signs_of(font: bytes) -> frozenset[str]:
    """The signs in the table of a font that goes furthest (OpenType `cmap`, format 12: groups of codes that have a glyph)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    places = {tag: start for tag, _, start, _ in (struct.unpack_from(">4sIII", font, 12 + 16 * at) for at in range(tables))}
    cmap = places[b"cmap"]
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    starts = [cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * at)[2] for at in range(count)]
    whole = next(start for start in starts if struct.unpack_from(">H", font, start)[0] == 12)
    groups = struct.unpack_from(">I", font, whole + 12)[0]
    spans = (struct.unpack_from(">III", font, whole + 16 + 12 * at) for at in range(groups))
    signs = (chr(code) for first, last, _ in spans for code in range(first, last + 1))
    return frozenset(sign for sign in signs if unicodedata.category(sign) not in ("Cc", "Co"))
