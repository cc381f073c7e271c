"""Which lines are running headers and footers, and no part of the text?

A line in the outer tenth of the page that stands on many pages (figures may differ: page numbers, dates), or that a tagged
PDF calls an artifact, and that keeps its distance from the text. A row of a table is never one: rows may repeat at the
top of every page, and a table head printed without ruling is known by its wide gaps and by standing elsewhere too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dekkend.reading.gateways.pdf.sheet import Box
from dekkend.reading.gateways.pdf.words import PrintedLine, blanks_between

ZONE, LEAST_ZONE = 0.1, 75.0  # of the height of the page; but so many points at least
MANY = 0.4  # of the pages, and two at least: left and right pages may differ
DISTANCE = 0.5  # of the height of the line: to the text
ARTIFACT = "Artifact"
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What stands on one page: its free lines, the boxes of its tables, its height in points."""

    height: float
    lines: tuple[PrintedLine, ...]
    tables: tuple[Box, ...] = ()


def running_lines(pages: Sequence[PrintedPage]) -> list[set[PrintedLine]]:
    """For each page its lines that are headers or footers."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _zone_lines(page)})
    elsewhere = {_key(line) for page in pages for line in page.lines if _is_row(line) and line not in _zone_lines(page)}
    least = max(2, MANY * sum(bool(page.lines) for page in pages))
    running = {key for key, count in seen.items() if count >= least and key not in elsewhere}
    return [_running_on(page, running) for page in pages]


def _running_on(page: PrintedPage, running: set[str]) -> set[PrintedLine]:
    found: set[PrintedLine] = set()
    for place in (1, -1):
        zone = [line for line in _zone_lines(page) if _side(line, page) == place]
        zone.sort(key=lambda line: place * line.box.top)
        outer: list[PrintedLine] = []
        for line in zone:
            if _key(line) not in running and not _is_artifact(line):
                break
            outer.append(line)
        while outer and not _keeps_distance(outer, page, place):
            outer.pop()
        found |= set(outer)
    return found


def _keeps_distance(outer: list[PrintedLine], page: PrintedPage, place: int) -> bool:
    """Is there room between these outer lines and whatever comes next on the page?"""
    others = [line.box for line in page.lines if line not in outer] + list(page.tables)
    if place > 0:
        edge = max(line.box.bottom for line in outer)
        gaps = [box.top - edge for box in others if box.bottom > edge]
    else:
        edge = min(line.box.top for line in outer)
        gaps = [edge - box.bottom for box in others if box.top < edge]
    return not gaps or min(gaps) >= DISTANCE * outer[-1].box.height


def _zone_lines(page: PrintedPage) -> list[PrintedLine]:
    return [line for line in page.lines if _side(line, page)]


def _side(line: PrintedLine, page: PrintedPage) -> int:
    """1 at the top of the page, -1 at its foot, 0 between them."""
    zone = max(ZONE * page.height, LEAST_ZONE)
    if line.box.bottom <= zone:
        return 1
    return -1 if line.box.top >= page.height - zone else 0


def _key(line: PrintedLine) -> str:
    return DIGITS.sub("#", " ".join(line.text.split()).lower())


def _is_row(line: PrintedLine) -> bool:
    """Does the line look like a row of columns: two wide gaps or more?"""
    return sum(blanks_between(before, word) > 1 for before, word in pairwise(line.words)) >= 2


def _is_artifact(line: PrintedLine) -> bool:
    return all(word.tag == ARTIFACT for word in line.words)
