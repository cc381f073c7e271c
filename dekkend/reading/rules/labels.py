"""Which row of the form does this text begin with? A label may run over several lines, and a note may follow in the same cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dekkend.profiles.words.template import GridRow
from dekkend.reading.rules.marks import BOX_OFF, find_marks
from dekkend.reading.rules.matching import CLOSE, bare, compact, likeness

SURE = 0.92  # likeness from which a label is beyond doubt
SHORT = 7  # letters; a label up to this length must be equal, not alike
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class LabelFound:
    """`row` begins here. `score` is 0 to 1. The label ends in line `line` (index in the given texts) at offset `end`."""

    row: GridRow
    score: float
    line: int
    end: int


def label_at_start(texts: Sequence[str], rows: Iterable[GridRow], *, most_lines: int = 8) -> LabelFound | None:
    """The row whose label opens `texts`; of those beyond doubt the longest, else the best."""
    found = [hit for row in rows for name in row.names if (hit := _fits(texts, row, name, most_lines))]
    sure = [hit for hit in found if hit.score >= SURE]
    if sure:
        return max(sure, key=lambda hit: (hit.line, hit.end, hit.score))
    return max(found, key=lambda hit: hit.score, default=None)


def _fits(texts: Sequence[str], row: GridRow, name: str, most_lines: int) -> LabelFound | None:
    """Add words until the label is complete; stop as soon as it cannot become this label any more."""
    wanted, whole = bare(name), compact(name)
    best: LabelFound | None = None
    gathered = ""
    filled = [at for at, text in enumerate(texts) if text.strip()][:most_lines]
    for at, text in ((at, texts[at]) for at in filled):
        for token in _TOKEN.finditer(text):
            if find_marks(token.group()) or token.group() in BOX_OFF:
                continue  # the answer, beside or inside a label that runs over lines
            word = compact(token.group())
            if word and _too_long(gathered + word, whole):
                return best
            gathered += word
            if not _still_possible(gathered, wanted, whole):
                return best
            score = max(_score(gathered, wanted), _score(gathered, whole))
            if score >= CLOSE and (best is None or score >= best.score):
                best = LabelFound(row, score, at, token.end())
        if not gathered:
            return None  # a label opens on its first line; a lone mark above belongs to another row
    return best


def _score(gathered: str, name: str) -> float:
    if gathered == name:
        return 1.0
    return 0.0 if len(name) <= SHORT else likeness(gathered, name)


def _too_long(gathered: str, name: str) -> bool:
    return len(gathered) > len(name) * 1.15 + 2


def _still_possible(gathered: str, wanted: str, whole: str) -> bool:
    """Whether what was gathered so far can be the start of the label, some letters being wrong."""
    if not gathered:
        return True
    for name in (wanted, whole):
        start = name[: len(gathered)]
        alike = likeness(gathered, start) >= 0.75 if len(gathered) >= 5 else gathered[0] == start[:1]
        if gathered == start or alike:
            return True
    return False
