"""Does a PDF keep the rules by which everyone can read it (PDF/UA-1) and by which it keeps for good (PDF/A-2a)?

Every room that makes a PDF asks `broken_rules` of it. `a_bad_file` breaks both sets: a test that does not see that proves nothing.
"""

from __future__ import annotations

import io

import page
import pikepdf
import typst

RULES = ("ua1", "pdfa2a")  # as page-validation calls them
LENGTH = "STREAM-LENGTH"


def broken_rules(content: bytes) -> list[str]:
    """What is wrong with these bytes, as "ua1: ..." and "pdfa2a: ..."; nothing when the file is for everyone."""
    found = [f"{rules}: {failure}" for rules in RULES for failure in page.validate_pdf_bytes(content, profile=rules).failures]
    return [fault for fault in found if LENGTH not in fault or not miscounted(content)]


def miscounted(content: bytes) -> bool:
    """The judge takes the last byte of a packed piece, when it is a carriage return, for half of the end of line behind it: one in 256.
    Then qpdf counts."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return b"\r\nendstream" in content and not pdf.check_pdf_syntax()


def a_bad_file() -> bytes:
    """A PDF without language, title and marks."""
    return bytes(typst.compile(b"Tekst zonder taal, titel en merken", pdf_tags=False))
