"""Which words and printed lines do the letters of a page make?

Letters drawn one after another, each against the last, make a word; a blank, a gap, or a ruled line in a gap parts two
words. Words on one baseline make a line. In its text one blank stands between words, and more of them where the gap is
wider than a letter is high: one for each half of that. A text whose letters were set apart ("S C H O O L") is closed up
where the gaps inside it are all alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dekkend.reading.gateways.characters import clean
from dekkend.reading.gateways.pdf.runs import Run, runs_of
from dekkend.reading.gateways.pdf.sheet import Box, Sheet, around

SAME_LINE = 0.35  # of the letter size: how far baselines may differ
NOTE_LINE = 0.6  # the same between large letters and small ones, as of a raised note mark
MUCH_SMALLER = 0.8
RAISED = 0.15  # of the letter size: further from the baseline is a note mark, a word of its own
WIDE_GAP = 1.0
BLANK_WIDTH = 0.5
OVERLAP = 0.2  # of the letter size: further over each other are two texts
SET_APART = 5  # so many words of one letter in a row were one word


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word with its look. `size` is the height of its largest letter in points."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    tag: str = ""

    @property
    def centre(self) -> tuple[float, float]:
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words on one baseline, from left to right."""

    words: tuple[PrintedWord, ...]

    @property
    def box(self) -> Box:
        return around(word.box for word in self.words)

    @property
    def text(self) -> str:
        pieces = [self.words[0].text]
        for before, word in pairwise(self.words):
            pieces += [" " * blanks_between(before, word), word.text]
        return clean("".join(pieces))


def blanks_between(before: PrintedWord, word: PrintedWord) -> int:
    gap, size = word.box.left - before.box.right, max(before.size, word.size, 1.0)
    return max(2, round(gap / (BLANK_WIDTH * size))) if gap > WIDE_GAP * size else 1


def printed_lines(sheet: Sheet) -> list[PrintedLine]:
    """The lines of a page from top to bottom; turned text (a column head on its side) gives lines of its own."""
    rules = sorted((edge for edge in sheet.edges if edge.upright), key=lambda edge: edge.at)
    runs = runs_of(sheet.letters, rules)
    lines = []
    for row in _rows([run for run in runs if run.turned == 0]):
        words = tuple(_closed_up(_words(row)))
        lines += [PrintedLine(words)] if words else []
    for turned in (90, 270):
        for row in _rows([run for run in runs if run.turned == turned]):
            lines += _turned_lines(row, turned)
    return sorted(lines, key=lambda line: (line.box.top, line.box.left))


def _rows(runs: list[Run]) -> Iterator[list[Run]]:
    """Runs on one baseline."""
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if row and run.baseline - row[0].baseline > _same_line(row[0], run):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _same_line(one: Run, other: Run) -> float:
    """How far apart the baselines of the two may be, in points."""
    larger, smaller = max(one.size, other.size), min(one.size, other.size)
    return larger * (NOTE_LINE if smaller < MUCH_SMALLER * larger else SAME_LINE)


def _words(row: list[Run]) -> Iterator[PrintedWord]:
    """The words of a row: runs that touch are one word, unless a blank or a ruled line stands between them."""
    word: Run | None = None
    for run in sorted(row, key=lambda run: run.box.left):
        if word is not None and _is_double(word, run):
            word = replace(word, bold=True)  # printed twice to look bold
        elif word is not None and _touch(word, run):
            word = word.joined_to(run)
        else:
            yield from _word(word)
            word = run
    yield from _word(word)


def _touch(word: Run, run: Run) -> bool:
    if word.blank or run.blank or run.after_rule:
        return False
    size = max(word.size, run.size)
    if abs(run.baseline - word.baseline) > RAISED * size:
        return False
    return -OVERLAP * size <= run.box.left - word.box.right <= word.gap * size


def _is_double(word: Run, run: Run) -> bool:
    return word.text == run.text and not run.blank and abs(run.box.left - word.box.left) < 0.25 * run.size


def _word(run: Run | None) -> list[PrintedWord]:
    return [] if run is None or run.blank else [PrintedWord(run.text, run.box, run.baseline, run.size, run.bold, run.tag)]


def _closed_up(words: Iterable[PrintedWord]) -> Iterator[PrintedWord]:
    """The words, with runs of single letters at equal distances joined to the words they spell."""
    row: list[PrintedWord] = []
    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            row.append(word)
            continue
        yield from _spelled(row)
        row = []
        yield word
    yield from _spelled(row)


def _spelled(row: list[PrintedWord]) -> list[PrintedWord]:
    if len(row) < SET_APART:
        return row
    gaps = [after.box.left - before.box.right for before, after in pairwise(row)]
    usual = median(gaps)
    if usual > WIDE_GAP * row[0].size:
        return row
    joined = [row[0]]
    for gap, word in zip(gaps, row[1:], strict=True):
        joined[-1:] = [_joined(joined[-1], word)] if gap <= 1.5 * usual else [joined[-1], word]
    return joined


def _joined(first: PrintedWord, second: PrintedWord) -> PrintedWord:
    return replace(first, text=first.text + second.text, box=around((first.box, second.box)), bold=first.bold and second.bold)


def _turned_lines(row: list[Run], turned: int) -> Iterator[PrintedLine]:
    """Text on its side: the words in the order they are read; a gap of two letters parts two lines."""
    sign = -1 if turned == 90 else 1  # read upwards, or downwards
    words: list[PrintedWord] = []
    for run in sorted(row, key=lambda run: sign * run.box.top):
        if words and _distance(words[-1].box, run.box) > 2 * run.size:
            yield PrintedLine(tuple(words))
            words = []
        words += _word(run)
    if words:
        yield PrintedLine(tuple(words))


def _distance(before: Box, after: Box) -> float:
    return max(after.top - before.bottom, before.top - after.bottom)
