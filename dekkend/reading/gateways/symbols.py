"""Which box, tick or cross is meant by a letter of a symbol font, or by a box character?"""

from __future__ import annotations

import re

TICKED, OPEN, TICK, CROSS, BULLET = "☒", "☐", "✓", "✗", "•"

TICKED_BOXES = "☑☒🗷🗹⮽⊠⌧"
OPEN_BOXES = "☐□◻❏❐❑❒▢"
LONE_BOX = re.compile(rf"(?<!\S)([{TICKED_BOXES}{OPEN_BOXES}])(?!\S)")

# The code of the letter in the font (or its place in the private area, U+F000 plus the code) and what it draws.
WINGDINGS = {
    0x6E: "■", 0x6F: OPEN, 0x70: OPEN, 0x71: OPEN, 0x72: OPEN, 0x78: TICKED, 0xA7: BULLET, 0xA8: OPEN,
    0xD8: BULLET, 0x6C: BULLET, 0x76: BULLET, 0x9F: BULLET, 0x9E: BULLET, 0xFB: CROSS, 0xFC: TICK, 0xFD: TICKED,
    0xFE: TICKED,
}  # fmt: skip
WINGDINGS_2 = {
    0x4F: CROSS, 0x50: TICK, 0x51: TICKED, 0x52: TICKED, 0x53: TICKED, 0x54: TICKED, 0x97: BULLET, 0x98: BULLET,
    0xA2: "■",
    0xA3: OPEN, 0x2A: OPEN,
}  # fmt: skip
WEBDINGS = {0x61: TICK, 0x63: OPEN, 0x67: "■", 0x72: CROSS, 0x3D: BULLET}
DINGBATS = {
    0x33: TICK, 0x34: TICK, 0x35: CROSS, 0x36: CROSS, 0x37: CROSS, 0x38: CROSS, 0x6C: BULLET, 0x6E: "■", 0x6F: OPEN,
    0x70: OPEN, 0x71: OPEN, 0x72: OPEN,
}  # fmt: skip
SYMBOL = {0xB7: BULLET, 0xA8: BULLET, 0xB0: "°", 0x2D: "-"}

PRIVATE_AREA = range(0xF000, 0xF100)


def drawn(letter: str, font: str) -> str:
    """What `letter` set in `font` looks like; the letter itself when the font is an ordinary one.

    A letter in the private area whose font is not named is taken for Wingdings, the font of Word's own boxes and ticks.
    """
    code = ord(letter) if len(letter) == 1 else -1
    private = code in PRIVATE_AREA
    table = _table_of(font)
    if table is None:
        return WINGDINGS.get(code - 0xF000, SYMBOL.get(code - 0xF000, letter)) if private else letter
    return table.get(code - 0xF000 if private else code, letter)


def drawn_text(text: str, font: str) -> str:
    """Each letter of `text` as it looks in `font`."""
    if _table_of(font) is None and not any(ord(letter) in PRIVATE_AREA for letter in text):
        return text
    return "".join(drawn(letter, font) for letter in text)


def checked(text: str) -> bool | None:
    """True or False when exactly one box stands alone in `text` (blanks or nothing around it), else None."""
    boxes = LONE_BOX.findall(text)
    return boxes[0] in TICKED_BOXES if len(boxes) == 1 else None


def _table_of(font: str) -> dict[int, str] | None:
    name = font.lower().replace(" ", "").replace("-", "")
    if "wingdings2" in name:
        return WINGDINGS_2
    if "wingdings" in name:
        return WINGDINGS
    if "webdings" in name:
        return WEBDINGS
    if "dingbats" in name:
        return DINGBATS
    return SYMBOL if name.endswith("symbol") and "segoe" not in name and "opensymbol" not in name else None
