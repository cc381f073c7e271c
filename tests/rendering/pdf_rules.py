"""Does a PDF keep the rules by which everyone can read it (PDF/UA-1) and by which it keeps for good (PDF/A-2a)?

Every room that makes a PDF asks `broken_rules` of it. `a_bad_file` breaks both sets: a test that does not see that proves nothing.
"""

from __future__ import annotations

import page
import typst

RULES = ("ua1", "pdfa2a")  # as page-validation calls them


def broken_rules(content: bytes) -> list[str]:
    """What is wrong with these bytes, as "ua1: ..." and "pdfa2a: ..."; nothing when the file is for everyone."""
    return [f"{rules}: {failure}" for rules in RULES for failure in page.validate_pdf_bytes(content, profile=rules).failures]


def a_bad_file() -> bytes:
    """A PDF without language, title and marks."""
    return bytes(typst.compile(b"Tekst zonder taal, titel en merken", pdf_tags=False))
