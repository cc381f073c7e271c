"""What kind of file is this, judged by its first bytes and never by its name?"""

from __future__ import annotations

import re
import unicodedata

from dekkend.files.words import JPEG, OTHER, PDF, PNG, TEXT, WORD
from dekkend.kernel.bsn import find_bsn

HEAD = 4096  # bytes that are enough to tell
ENDINGS = {PDF: ".pdf", WORD: ".docx", TEXT: ".txt", PNG: ".png", JPEG: ".jpg"}
# Endings of files that a machine runs, or shows with script in them, when someone opens them.
STARTS = re.compile(
    "exe|com|bat|cmd|scr|pif|msi|msp|hta|cpl|jar|vb[es]?|js|jse|ws[fh]?|ps1|lnk|url|reg|inf|sh|app|dmg|iso|img|docm|dotm|xlsm|html?|xht(ml)?|svgz?|xml",
    re.IGNORECASE,
)


def media_type(head: bytes) -> str:
    """The media type of a file that starts with `head`. Only the kinds we keep are named; everything else is OTHER."""
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return WORD if b"[Content_Types].xml" in head or b"word/" in head else OTHER
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in head:
        return TEXT
    return OTHER


def safe_name(name: str, kind: str = OTHER) -> str:
    """The name to show and to offer for saving: no folders, no control characters, at most 150 characters.

    A number in it that could be a citizen's number is blotted out: a name is stored too.
    """
    plain = unicodedata.normalize("NFKC", name)  # wide slashes and digits are slashes and digits too
    last = plain.replace("\\", "/").rsplit("/", 1)[-1]
    # What cannot be seen is not printable either: marks that turn the direction of writing, joiners, control characters.
    clean = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    return without_private_numbers(with_harmless_ending(clean, kind))[-150:] or "bestand"


def with_harmless_ending(name: str, kind: str) -> str:
    """`jaarplan.pdf.exe` would be started by a double click; its true ending is put behind it."""
    _, dot, ending = name.rpartition(".")
    if not dot or not STARTS.fullmatch(ending):
        return name
    return name + ENDINGS.get(kind, ".bin")


def without_private_numbers(text: str) -> str:
    """The text with every digit of such a number as a dot."""
    for found in find_bsn(text):
        text = text[: found.start] + "•" * (found.end - found.start) + text[found.end :]
    return text
