"""Which words and printed lines do the letters of a page make?

Letters on one baseline make a line; a blank, a gap, or a ruled line between two letters parts two words. In the text of a
line one blank stands between words, and more of them where the gap is wider than a letter is high: one for each half of
that. A text whose letters were set apart ("S C H O O L") is closed up where the gaps inside it are all alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from dekkend.reading.gateways.characters import clean
from dekkend.reading.gateways.pdf.sheet import Box, Edge, Letter, Sheet

SAME_LINE = 0.35  # of the letter size: how far baselines may differ (a raised note mark is still on the line)
GAP_WITH_BLANKS, GAP_WITHOUT = 0.3, 0.18  # of the letter size: a gap that parts two words
FEWEST_BLANKS = 0.05  # share of blanks on a page that writes them
WIDE_GAP = 1.0
BLANK_WIDTH = 0.5
SET_APART = 5  # so many words of one letter in a row were one word


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word with its look. `size` is the height of its largest letter in points."""

    text: str
    box: Box
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
        boxes = [word.box for word in self.words]
        return Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        )

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
    blanks = sum(not letter.text.strip() for letter in sheet.letters)
    gap = GAP_WITH_BLANKS if blanks > FEWEST_BLANKS * len(sheet.letters) else GAP_WITHOUT
    rules = [edge for edge in sheet.edges if edge.upright]
    lines = []
    for row in _rows([letter for letter in sheet.letters if letter.turned == 0]):
        words = tuple(_closed_up(_words(row, gap, _rules_at(rules, row))))
        lines += [PrintedLine(words)] if words else []
    for turned in (90, 270):
        lines += _turned_lines([letter for letter in sheet.letters if letter.turned == turned], turned, gap)
    return sorted(lines, key=lambda line: (line.box.top, line.box.left))


def _rows(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Letters on one baseline."""
    row: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: letter.baseline):
        if row and letter.baseline - row[0].baseline > SAME_LINE * max(row[0].size, letter.size):
            yield row
            row = []
        row.append(letter)
    if row:
        yield row


def _rules_at(rules: list[Edge], row: list[Letter]) -> list[float]:
    """Where upright ruled lines cross this row."""
    middle = median((letter.box.top + letter.box.bottom) / 2 for letter in row)
    return sorted(rule.at for rule in rules if rule.start <= middle <= rule.end)


def _words(row: list[Letter], gap: float, rules: list[float]) -> Iterator[PrintedWord]:
    word: list[Letter] = []
    for letter in sorted(row, key=lambda letter: letter.box.left):
        if not letter.text.strip():
            yield from _word(word)
            word = []
        elif not word:
            word = [letter]
        elif _is_double(word[-1], letter):
            word[-1] = _bolder(word[-1])  # printed twice to look bold
        elif _parted(word[-1], letter, gap, rules):
            yield from _word(word)
            word = [letter]
        else:
            word.append(letter)
    yield from _word(word)


def _parted(before: Letter, letter: Letter, gap: float, rules: list[float]) -> bool:
    if letter.box.left - before.box.right > gap * max(before.size, letter.size):
        return True
    start = (before.box.left + before.box.right) / 2
    place = bisect_left(rules, start)
    return place < len(rules) and rules[place] < (letter.box.left + letter.box.right) / 2


def _is_double(before: Letter, letter: Letter) -> bool:
    return before.text == letter.text and letter.box.left - before.box.left < 0.25 * before.box.width


def _bolder(letter: Letter) -> Letter:
    return replace(letter, bold=True)


def _word(letters: list[Letter]) -> list[PrintedWord]:
    if not letters:
        return []
    box = Box(
        min(letter.box.left for letter in letters),
        min(letter.box.top for letter in letters),
        max(letter.box.right for letter in letters),
        max(letter.box.bottom for letter in letters),
    )
    text = "".join(letter.text for letter in letters)
    bold = 2 * sum(letter.bold for letter in letters) > len(letters)
    return [PrintedWord(text, box, max(letter.size for letter in letters), bold, letters[0].tag)]


def _closed_up(words: Iterable[PrintedWord]) -> Iterator[PrintedWord]:
    """The words, with runs of single letters at equal distances joined to the words they spell."""
    run: list[PrintedWord] = []
    for word in words:
        if len(word.text) == 1 and word.text.isalpha():
            run.append(word)
            continue
        yield from _spelled(run)
        run = []
        yield word
    yield from _spelled(run)


def _spelled(run: list[PrintedWord]) -> list[PrintedWord]:
    if len(run) < SET_APART:
        return run
    gaps = [after.box.left - before.box.right for before, after in pairwise(run)]
    usual = median(gaps)
    if usual > WIDE_GAP * run[0].size:
        return run
    joined = [run[0]]
    for gap, word in zip(gaps, run[1:], strict=True):
        joined[-1:] = [_joined(joined[-1], word)] if gap <= 1.5 * usual else [joined[-1], word]
    return joined


def _joined(first: PrintedWord, second: PrintedWord) -> PrintedWord:
    box = Box(first.box.left, min(first.box.top, second.box.top), second.box.right, max(first.box.bottom, second.box.bottom))
    return PrintedWord(first.text + second.text, box, first.size, first.bold and second.bold, first.tag)


def _turned_lines(letters: list[Letter], turned: int, gap: float) -> list[PrintedLine]:
    """Text on its side: one line for each run of letters, its words in the order they are read."""
    sign = -1 if turned == 90 else 1  # read upwards, or downwards
    lines = []
    for row in _rows(letters):
        words: list[PrintedWord] = []
        word: list[Letter] = []
        for letter in sorted(row, key=lambda letter: sign * letter.box.top):
            far = bool(word) and _distance(word[-1], letter) > gap * letter.size
            if far or not letter.text.strip():
                words += _word(word)
                word = []
            if far and _distance_far(words, letter):
                lines += [PrintedLine(tuple(words))]
                words = []
            if letter.text.strip():
                word.append(letter)
        words += _word(word)
        lines += [PrintedLine(tuple(words))] if words else []
    return lines


def _distance(before: Letter, letter: Letter) -> float:
    return max(letter.box.top - before.box.bottom, before.box.top - letter.box.bottom)


def _distance_far(words: list[PrintedWord], letter: Letter) -> bool:
    last = words[-1].box
    return max(letter.box.top - last.bottom, last.top - letter.box.bottom) > 2 * letter.size
