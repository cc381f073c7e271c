"""What kind of file is this, judged by its first bytes and never by its name?"""

from __future__ import annotations

from dekkend.files.words import OTHER, PDF, TEXT, WORD
from dekkend.kernel.bsn import find_bsn

HEAD = 4096  # bytes that are enough to tell


def media_type(head: bytes) -> str:
    """The media type of a file that starts with `head`. Only the kinds we keep are named; everything else is OTHER."""
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return WORD if b"[Content_Types].xml" in head or b"word/" in head else OTHER
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" not in head:
        return TEXT
    return OTHER


def safe_name(name: str) -> str:
    """The name to show and to offer for saving: no folders, no control characters, at most 150 characters.

    A number in it that could be a citizen's number is blotted out: a name is stored too.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    return without_private_numbers(clean)[-150:] or "bestand"


def without_private_numbers(text: str) -> str:
    """The text with every digit of such a number as a dot."""
    for found in find_bsn(text):
        text = text[: found.start] + "•" * (found.end - found.start) + text[found.end :]
    return text
