"""Which characters of a file are kept, and which only get in the way?

Blanks are never touched: in a text dump of a table they are the only trace of the columns. Taken out are characters
that print nothing and take no place: zero-width signs, control codes, and soft hyphens inside a line. A soft hyphen at
the end of a line was printed as a hyphen, and means that the word goes on: it stays. Letters with a loose accent become
one letter.
"""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
INNER_SOFT_HYPHEN = re.compile(f"{SOFT_HYPHEN}(?!\\s*$)")


def clean(line: str) -> str:
    """One line without characters that print nothing; every blank, tab and no-break space stays."""
    if line.isascii() and line.isprintable():
        return line
    return unicodedata.normalize("NFC", INNER_SOFT_HYPHEN.sub("", INVISIBLE.sub("", line)))
