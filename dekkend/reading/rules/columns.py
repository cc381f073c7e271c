"""Which column is nearest to a mark, when its place on the line or the page is known?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.profiles.words.template import Block
from dekkend.reading.rules.matching import compact
from dekkend.reading.words.document import Line, Word

_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Zone:
    """A column of a table: the span of its header words. Units are those of the words: characters in text, points on a page."""

    code: str
    left: float
    right: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Nearest:
    """The column by left edge and by centre; `clear` when both agree and no other column is nearly as near."""

    by_edge: str
    by_centre: str
    clear: bool


def words_of(line: Line) -> tuple[Word, ...]:
    """The words of a line with their places; for plain text the place is the offset in the line, one character wide."""
    if line.words:
        return line.words
    return tuple(Word(t.group(), t.start(), t.end(), line.number, line.number + 1) for t in _TOKEN.finditer(line.text))


def zones_of(head: Sequence[Line], order: Sequence[str], block: Block) -> list[Zone] | None:
    """The columns by their header words, from left to right; None when a column has no header word of its own."""
    lefts: list[tuple[str, Word]] = []
    for code in order:
        names = next(choice.names for choice in block.choices if choice.code == code)
        word = _first_word(head, names, after=lefts[-1][1].left if lefts else -1.0)
        if word is None:
            return None
        lefts.append((code, word))
    zones = []
    for at, (code, word) in enumerate(lefts):
        end = lefts[at + 1][1].left if at + 1 < len(lefts) else float("inf")
        inside = [w for line in head for w in words_of(line) if word.left - 3 <= w.left < end - 1]
        zones.append(Zone(code, word.left, max((w.right for w in inside), default=word.right)))
    return zones


def note_left(head: Sequence[Line], block: Block) -> float | None:
    """Where the note column begins, by its header word."""
    word = _first_word(head, (block.note, *block.note_aliases), after=0.0) if block.note else None
    return word.left if word else None


def _first_word(head: Sequence[Line], names: Sequence[str], after: float) -> Word | None:
    firsts = {compact(name.split()[0]) for name in names if name.split()}
    for line in head:
        for word in words_of(line):
            letters = compact(word.text)
            broken = len(letters) >= 4 and any(first.startswith(letters) for first in firsts)
            if (letters in firsts or broken) and word.left > after:
                return word
    return None


def nearest(zones: Sequence[Zone], left: float, right: float) -> Nearest:
    """Column of a mark from `left` to `right`, by the nearest left edge and by the nearest centre: on form tables either is right, both
    together are safe."""
    centre = (left + right) / 2
    by_edge = sorted(zones, key=lambda zone: abs(zone.left - left))
    by_centre = sorted(zones, key=lambda zone: abs(zone.centre - centre))
    edge, middle = abs(by_edge[0].left - left), abs(by_centre[0].centre - centre)
    closest = by_edge[0] if edge <= middle else by_centre[0]
    clear = by_edge[0].code == by_centre[0].code or min(edge, middle) * 4 <= max(edge, middle)
    second = min((min(abs(z.left - left), abs(z.centre - centre)) for z in zones if z.code != closest.code), default=float("inf"))
    return Nearest(closest.code, by_centre[0].code, clear and min(edge, middle) * 2.5 <= second)
