"""Which words stand in which column, when a free table has become lines that keep their places?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.profiles.words.template import Block
from dekkend.reading.rules.columns import words_of
from dekkend.reading.rules.matching import compact
from dekkend.reading.words.document import Line


@dataclass(frozen=True, slots=True)
class Place:
    code: str
    left: float


def find_columns(lines: Sequence[Line], block: Block) -> tuple[int, list[Place]] | None:
    """(index behind the header line, columns from left to right) of a records table, when its header names at least two columns
    with clear room between them."""
    for at, line in enumerate(lines):
        places: list[Place] = []
        for column in block.columns:
            firsts = {compact(name.split()[0]) for name in column.names}
            after = places[-1].left if places else -1.0
            word = next((w for w in words_of(line) if compact(w.text) in firsts and w.left > after), None)
            if word is not None:
                places.append(Place(column.code, word.left))
        if len(places) >= 2 and _room_between(line, places):
            return at + 1, places
    return None


def _room_between(line: Line, places: Sequence[Place]) -> bool:
    """In text the columns need two blanks between them; on a page the words have their places."""
    if line.words:
        return True
    return all(line.text[: int(place.left)].endswith("  ") for place in places[1:])


def cells_of(line: Line, places: Sequence[Place]) -> dict[str, str]:
    """The words of a line by column code."""
    slack = 3.0 if line.words else 1.0
    cells: dict[str, list[str]] = {}
    for word in words_of(line):
        inside = [place for place in places if place.left - slack <= word.left]
        cells.setdefault((inside[-1] if inside else places[0]).code, []).append(word.text)
    return {code: " ".join(words) for code, words in cells.items()}
