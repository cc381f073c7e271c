"""What does a PDF say? Its words, ruled tables, links and pictures as the neutral document."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain

from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.limits import Limits
from dekkend.reading.gateways.pdf.margins import PrintedPage, running_lines
from dekkend.reading.gateways.pdf.opening import open_pdf
from dekkend.reading.gateways.pdf.page import BROKEN, NO_TEXT_LAYER, PageContent, read_page
from dekkend.reading.gateways.pdf.writing import write_blocks
from dekkend.reading.words.document import Document, Link, Source

MOSTLY_UNKNOWN = 0.3


def read_pdf(data: bytes, source: Source, limits: Limits) -> Document:
    """The neutral document of a PDF. Raises DocumentRefused when it cannot be read or has no text layer."""
    pages = _pages(data, limits)
    _refuse_without_text(pages)
    printed = [PrintedPage(page.height, page.lines, tuple(table.box for table in page.tables)) for page in pages]
    running = running_lines(printed)
    margins = tuple(dict.fromkeys(line.text for lines in running for line in sorted(lines, key=lambda line: line.box.top)))
    kept = [replace(page, lines=tuple(line for line in page.lines if line not in gone)) for page, gone in zip(pages, running, strict=True)]
    blocks, unread = write_blocks(kept, _running_size(pages))
    filled = replace(source, pages=len(pages), links=_joined(list(chain.from_iterable(page.links for page in pages))))
    return Document(filled, "pdf", tuple(blocks), margins, tuple(unread))


def _pages(data: bytes, limits: Limits) -> list[PageContent]:
    pages: list[PageContent] = []
    letters = 0
    with open_pdf(data, limits) as pdf:
        for page in pdf.pages:
            pages.append(read_page(pdf, page, limits))
            page.close()  # gives back the memory of its letters
            letters += pages[-1].letters
            if letters > limits.max_characters:
                raise refusals.too_much_text(limits.max_characters)
    return pages


def _refuse_without_text(pages: list[PageContent]) -> None:
    readable = [page for page in pages if NO_TEXT_LAYER not in page.unread]
    letters, unknown = sum(page.letters for page in readable), sum(page.unknown for page in readable)
    if letters and unknown < MOSTLY_UNKNOWN * letters:
        return
    if letters:
        raise refusals.garbled()
    if all(BROKEN in page.unread for page in pages):
        raise refusals.broken(refusals.PDF)
    if any(NO_TEXT_LAYER in page.unread or page.images for page in pages):
        raise refusals.image_only(refusals.PDF)
    raise refusals.empty()


def _running_size(pages: list[PageContent]) -> float:
    """The size most words have, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in chain(page.lines, *(table.lines for table in page.tables)):
            for word in line.words:
                sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _joined(links: list[Link]) -> tuple[Link, ...]:
    """A link that runs over two printed lines is two areas with one address: one link."""
    joined: list[Link] = []
    for link in links:
        last = joined[-1] if joined else None
        if last is not None and last.url == link.url and link.label and last.label:
            joined[-1] = replace(last, label=f"{last.label} {link.label}")
        elif link not in joined:
            joined.append(link)
    return tuple(joined)
