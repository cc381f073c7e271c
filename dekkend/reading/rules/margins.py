"""Which lines of a dump are running headers, footers and page numbers? Word tells it itself; a text does not, and a PDF not always."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from dekkend.reading.words.document import Document, Line

_PAGE = re.compile(r"^\W*(?:bladzijde|pagina|blz|pag|p)\W{0,2}\s*\d{1,3}(?:\s*(?:van|/|-)\s*\d{1,3})?\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?\W*$")
_FOOTNOTE = re.compile(r"^\[\d{1,3}\] ")
EDGE = 2  # printed lines at the top and at the foot of a page that can be a margin


def margin_lines(document: Document) -> frozenset[int]:
    """The numbers of those lines."""
    if document.kind == "word":
        return frozenset()
    lines = [block for block in document.blocks if isinstance(block, Line) and not block.blank]
    edges = _edges(lines)
    counts = Counter(_form(line.text) for line in edges)
    pages = len({line.page for line in lines})
    repeated = {form for form, count in counts.items() if count >= 3 and count * 2 >= pages and sum(map(str.isalpha, form)) >= 3}
    at_edge = {line.number for line in edges if _form(line.text) in repeated or (pages > 1 and _NUMBER.match(line.text))}
    return frozenset(at_edge | {line.number for line in lines if _PAGE.match(line.text)})


def footnote_lines(document: Document) -> frozenset[int]:
    """The numbers of the lines that are footnotes: "[1] ..." at the end of a Word file, small letters behind a number on a page."""
    lines = [block for block in document.blocks if isinstance(block, Line) and not block.blank]
    if document.kind == "word":
        return frozenset(line.number for line in lines if _FOOTNOTE.match(line.text))
    heights = sorted(_height(line) for line in lines if line.words)
    usual = heights[len(heights) // 2] if heights else 0.0
    small = [line for line in lines if line.words and _height(line) < 0.85 * usual]
    return frozenset(line.number for line in small if re.match(r"^\s*\d{1,2}\s+\D", line.text))


def _height(line: Line) -> float:
    return max(word.bottom - word.top for word in line.words)


def _edges(lines: list[Line]) -> list[Line]:
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    return [line for page in by_page.values() for line in (*page[:EDGE], *page[EDGE:][-EDGE:])]


def _form(text: str) -> str:
    """The words with every number made equal."""
    return re.sub(r"\d+", "#", " ".join(text.split()))
