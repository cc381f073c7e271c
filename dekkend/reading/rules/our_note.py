"""Which lines at the front of a document did we print ourselves, beside what the school adopted?

A form that is printed on a day on which something is not available says so in a table before its first chapter. That is no answer of the
school to the form: what it said since stands with its offer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from dekkend.reading.words.document import Line

NOTE = re.compile(r"\s*Op \d{1,2} [a-z]+ \d{4} (?:niet beschikbaar|anders)\b(?!\s+[a-z])")


def without_our_note(lines: Sequence[Line]) -> list[Line]:
    """The lines before the note. It is the last thing at the front."""
    return list(takewhile(lambda line: not NOTE.match(line.text), lines))
