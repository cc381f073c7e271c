"""Which lines, pages and link targets does a plain text hold?

Lines keep their exact spacing; `Line.number` is the line number in the file. A form feed starts a page (`pdftotext`).
Text dumps by PDFBox or Tika have none: there the first line of every page starts with exactly one space. Such dumps
also put the link targets of a page under it; those lines are no part of what was printed, and go to `source.links`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.characters import clean
from dekkend.reading.gateways.limits import Limits
from dekkend.reading.words.document import Document, Line, Link, Source

# A doubled carriage return is the trace of a file that was converted to Windows twice: one line end, not two.
# A form feed in the middle of a line ends it; before a line it belongs to that line.
LINE_END = re.compile("\r{0,2}\n|[\r\x0b\x85\u2028\u2029]|(?<=[^\r\n\f])\f(?=[^\r\n\f])")
LINK = re.compile(r"(?:https?://|ftp://|file:|tel:|mailto:)\S+")
PAGE_TOP = re.compile(r" [^\s]")
INDENTED = re.compile(r" {2,}\S")
# A mark in its row, with or without a note, also starts with one space: it is not the top of a page.
MARK = re.compile(r"^ +(?:[xv✓✔✗✘☑☒☐√■](?: .*)?|(?:[+*●•-]|ja|nee|n\.?v\.?t\.?)(?: *\(.*\))? *)$", re.IGNORECASE)
FEWEST_LINES_ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class _Printed:
    text: str
    number: int
    fed: int  # form feeds before this line


def read_text(text: str, source: Source, limits: Limits) -> Document:
    """The neutral document of a decoded text. Raises DocumentRefused when there is nothing in it, or too much."""
    if len(text) > limits.max_characters:
        raise refusals.too_much_text(limits.max_characters)
    if not text.strip():
        raise refusals.empty()
    printed = list(_printed_lines(text, limits))
    pages = _pages_of(printed, _page_tops(printed))
    last = max(page for line, page in zip(printed, pages, strict=True) if line.text.strip())
    if last > limits.max_pages:
        raise refusals.too_many_pages(limits.max_pages)
    return _document(printed, pages, replace(source, pages=last if last > 1 or printed[-1].fed else None))


def _document(printed: list[_Printed], pages: list[int], source: Source) -> Document:
    targets = _dumped_links(printed)
    blocks, links = [], []
    for line, page in zip(printed, pages, strict=True):
        if LINK.fullmatch(line.text.strip()):
            links.append(Link(line.text.strip(), None, page))
        if line.number not in targets:
            blocks.append(Line(line.text, line.number, page))
    return Document(replace(source, links=tuple(links)), "text", tuple(blocks))


def _printed_lines(text: str, limits: Limits) -> Iterator[_Printed]:
    start = number = fed = 0
    for end in LINE_END.finditer(text):
        number += 1
        if number > limits.max_lines:
            raise refusals.too_much_text(limits.max_characters)
        line = text[start : end.start()]
        fed += line.count("\f")
        yield _Printed(clean(line.replace("\f", "")), number, fed)
        fed += end.group() == "\f"
        start = end.end()
    last = text[start:].strip("\f")  # the form feed that ends the last page starts no other one
    if last:
        yield _Printed(clean(last), number + 1, fed + text[start:].startswith("\f"))


def _pages_of(printed: list[_Printed], tops: frozenset[int]) -> list[int]:
    pages, page = [], 1
    for line in printed:
        page += line.number in tops
        pages.append(page + line.fed)
    return pages


def _page_tops(printed: list[_Printed]) -> frozenset[int]:
    """The numbers of the lines that start page 2 and further, by the one space that PDFBox leaves before them.

    Believed only in a text without form feeds whose other lines start without spaces: anywhere else one space is
    somebody's way of writing.
    """
    if printed[-1].fed:
        return frozenset()
    filled = [line for line in printed if line.text.strip()]
    if sum(bool(INDENTED.match(line.text)) and not MARK.match(line.text) for line in filled) > 0.02 * len(filled):
        return frozenset()
    single = [line for line in filled if PAGE_TOP.match(line.text) and not MARK.match(line.text)]
    if len(single) * FEWEST_LINES_ON_A_PAGE > len(filled):
        return frozenset()
    return frozenset(line.number for line in single if line is not filled[0])


def _dumped_links(printed: list[_Printed]) -> frozenset[int]:
    """The numbers of the lines that hold only a link target which the extractor added and nobody saw in print.

    An address that was printed (a website on a line of its own) is told apart by the blanks around it, which dumped
    targets never have while printed lines do; texts with form feeds come from `pdftotext`, which dumps no targets.
    """
    targets = [line for line in printed if LINK.fullmatch(line.text)]
    if printed[-1].fed:
        targets = [line for line in targets if line.text.startswith("mailto:")]
    return frozenset(line.number for line in targets)
