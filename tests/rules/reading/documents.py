"""How does a test make a document out of a few lines?"""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.reading.words.document import Document, Line, Source


def lines_of(text: str) -> list[Line]:
    """The lines of a text, numbered from 1, on page 1."""
    return [Line(line, number) for number, line in enumerate(text.split("\n"), start=1)]


def text_document(lines: Sequence[Line] | str) -> Document:
    found = lines_of(lines) if isinstance(lines, str) else list(lines)
    return Document(Source("strand.txt", "0" * 64, "text/plain", 1), "text", tuple(found))
