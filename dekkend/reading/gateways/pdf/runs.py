"""Which letters were drawn one after another as one piece of text?

The order in which a PDF draws its letters tells apart two texts that overlap on paper, as a long word that runs over the
border of its cell; sorting the letters by place would mix them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dekkend.reading.gateways.pdf.sheet import Box, Edge, Letter, around

GAP_WITH_BLANKS, GAP_WITHOUT = 0.3, 0.18  # of the letter size: a gap that parts two words
FEWEST_BLANKS = 0.05  # share of blanks on a page that writes them
BACK = 0.3  # of the letter size: how far the next letter may stand over the last
LEVEL = 0.1  # of the letter size: how far it may stand higher or lower
GAP_AT_RULE = 0.08  # of the letter size: where a ruled line stands in a gap this small, it parts two cells


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text. A blank is a run of its own. `gap` is what parts words on this page, in letter sizes."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    turned: int
    tag: str
    gap: float
    after_rule: bool = False  # a ruled line stands close before it

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    def joined_to(self, other: Run) -> Run:
        return replace(
            self,
            text=self.text + other.text,
            box=around((self.box, other.box)),
            size=max(self.size, other.size),
            bold=self.bold and other.bold,
        )


def runs_of(letters: tuple[Letter, ...], rules: list[Edge]) -> list[Run]:
    """The runs in the order in which they were drawn. `rules` are the upright ruled lines of the page, from left to right."""
    blanks = sum(not letter.text.strip() for letter in letters)
    gap = GAP_WITH_BLANKS if blanks > FEWEST_BLANKS * len(letters) else GAP_WITHOUT
    return [_run(piece, gap, rules) for piece in _pieces(letters, gap, rules)]


def _pieces(letters: Iterable[Letter], gap: float, rules: list[Edge]) -> Iterator[list[Letter]]:
    piece: list[Letter] = []
    for letter in letters:
        blank = not letter.text.strip()
        if piece and not blank and _is_double(piece[-1], letter):
            piece[-1] = replace(piece[-1], bold=True)  # printed twice to look bold
            continue
        if piece and (blank or not _follows(piece[-1], letter, gap) or _rule_between(piece[-1], letter, rules)):
            yield piece
            piece = []
        if blank:
            yield [letter]
        else:
            piece.append(letter)
    if piece:
        yield piece


def _is_double(last: Letter, letter: Letter) -> bool:
    if last.text != letter.text or last.turned or abs(last.baseline - letter.baseline) > LEVEL * letter.size:
        return False
    return abs(letter.box.left - last.box.left) < 0.25 * last.box.width


def _follows(last: Letter, letter: Letter, gap: float) -> bool:
    size = max(last.size, letter.size)
    if last.turned != letter.turned or abs(last.baseline - letter.baseline) > LEVEL * size:
        return False
    return -BACK * size <= _gap(last, letter) <= gap * size


def _gap(last: Letter, letter: Letter) -> float:
    if letter.turned == 90:
        return last.box.top - letter.box.bottom
    if letter.turned == 270:
        return letter.box.top - last.box.bottom
    if letter.turned == 180:
        return last.box.left - letter.box.right
    return letter.box.left - last.box.right


def _rule_between(last: Letter, letter: Letter, rules: list[Edge]) -> bool:
    if letter.turned or letter.box.left - last.box.right < GAP_AT_RULE * letter.size:
        return False
    return _crossed(rules, last.box, letter.box)


def _crossed(rules: list[Edge], before: Box, after: Box) -> bool:
    """Does a ruled line stand between the middles of the two?"""
    start, end = (before.left + before.right) / 2, (after.left + after.right) / 2
    height = (after.top + after.bottom) / 2
    return any(start < rule.at < end and rule.start <= height <= rule.end for rule in rules)


def _run(piece: list[Letter], gap: float, rules: list[Edge]) -> Run:
    first = piece[0]
    box = around(letter.box for letter in piece)
    before = Box(box.left - gap * first.size, box.top, box.left - gap * first.size, box.bottom)
    return Run(
        text="".join(letter.text for letter in piece),
        box=box,
        baseline=first.baseline,
        size=max(letter.size for letter in piece),
        bold=2 * sum(letter.bold for letter in piece) > len(piece),
        turned=first.turned,
        tag=first.tag,
        gap=gap,
        after_rule=not first.turned and _crossed(rules, before, first.box),
    )
