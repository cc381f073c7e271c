"""Which printed lines form one paragraph?

Word gives whole paragraphs. A text dump gives printed lines, with empty lines at paragraph ends but also, in some dumps, in the
middle of a sentence; a line of one blank is an empty paragraph of the author. A PDF gives lines with their height on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dekkend.reading.rules.row_reading import doubtful_joins, join_broken
from dekkend.reading.words.document import Line

BULLET = re.compile(r"^\s*(?:[•▪‣◦●○∙·§►➢\uf0b7\uf0a7]|[-–*](?=\s)|o(?=\s{2,}))\s*")
_END = ".!?:;"
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+\S")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text` has no bullet and its white space collapsed. `sure` is False when the lines could also be cut otherwise."""

    text: str
    lines: tuple[Line, ...]
    bullet: bool = False
    sure: bool = True
    own: bool = False  # the file itself says that this is one paragraph


@dataclass(frozen=True, slots=True)
class Habits:
    """How this document breaks its lines: `width` in characters of a full line; `noisy`: empty lines also stand inside sentences;
    `whole`: every line is a whole paragraph (Word); `leading`: points between two lines of one paragraph (PDF; 0 when not known)."""

    width: int
    noisy: bool
    whole: bool
    leading: float = 0.0
    styled: bool = False  # headings and lists are told by their styles, never by their words


def habits_of(lines: Sequence[Line], kind: str, *, styled: bool = False) -> Habits:
    lengths = sorted(len(line.text.strip()) for line in lines if not line.blank)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    return Habits(width, _noisy(lines), kind == "word", _leading(lines), styled)


def _leading(lines: Sequence[Line]) -> float:
    """The distance between baselines that is most usual below a line that runs on."""
    steps = sorted(
        round(_top(line) - _top(before), 1)
        for before, line in pairwise(lines)
        if before.words and line.words and before.page == line.page and before.text.rstrip()[-1:] not in _END and _top(line) > _top(before)
    )
    return steps[len(steps) // 3] if steps else 0.0


def _top(line: Line) -> float:
    return min(word.top for word in line.words)


def _noisy(lines: Sequence[Line]) -> bool:
    inside = 0
    for at, line in enumerate(lines[:-2]):
        if len(line.text.strip()) > 50 and lines[at + 1].text == "":
            follow = next((other.text.strip() for other in lines[at + 2 : at + 4] if not other.blank), "")
            inside += bool(follow) and follow[0].islower() and line.text.rstrip()[-1] not in _END
    return inside >= 3


def paragraphs(lines: Iterable[Line], habits: Habits) -> list[Paragraph]:
    """The paragraphs of these lines in order; empty ones are left out."""
    groups: list[list[Line]] = []
    sure: list[bool] = []
    gap: list[Line] = []
    for line in lines:
        if line.blank:
            gap.append(line)
            continue
        cut, certain = _cut(groups[-1][-1], gap, line, habits) if groups else (True, True)
        if cut:
            groups.append([line])
            sure.append(certain)
        else:
            groups[-1].append(line)
            sure[-1] = sure[-1] and certain
        gap = []
    return [_paragraph(group, certain, habits) for group, certain in zip(groups, sure, strict=True)]


def _paragraph(lines: list[Line], sure: bool, habits: Habits) -> Paragraph:
    signed = bool(BULLET.match(lines[0].text)) and not habits.styled
    bullet = signed or lines[0].bullet
    texts = [BULLET.sub("", lines[0].text, count=1) if bullet and not habits.styled else lines[0].text, *(line.text for line in lines[1:])]
    return Paragraph(join_broken(texts), tuple(lines), bullet, sure and not doubtful_joins(texts), habits.whole)


def _cut(before: Line, gap: list[Line], line: Line, habits: Habits) -> tuple[bool, bool]:
    """Whether a new paragraph begins at `line`, and whether that is beyond doubt."""
    if habits.whole or line.heading or before.heading or line.bullet:
        return True, True
    text, last = line.text.strip(), before.text.rstrip()
    if BULLET.match(line.text):
        return True, True
    open_sentence = last[-1:] not in _END
    if text[0].islower() and open_sentence:
        return False, True
    if line.words and before.words:
        return _cut_on_page(before, line, habits)
    short = _ends_early(before.text, text, habits)
    if any(other.text for other in gap):  # a line of blanks: an empty paragraph of the author
        return True, not text[0].islower()
    if gap and not habits.noisy:
        return True, not open_sentence or short
    if open_sentence and not short:
        return False, text[0].islower()
    return short and (not text[0].islower() or bool(_NUMBERED.match(text))), False


def _ends_early(before: str, after: str, habits: Habits) -> bool:
    """The first word of the next line would still have fitted on this one: the author broke the line."""
    return len(before.strip()) + 1 + len(after.split()[0]) < 0.85 * habits.width


def _cut_on_page(before: Line, line: Line, habits: Habits) -> tuple[bool, bool]:
    ended = before.text.rstrip()[-1:] in _END
    short = _ends_early(before.text, line.text.strip(), habits)
    if line.page != before.page or not habits.leading:
        return ended and short, False
    step = (_top(line) - _top(before)) / habits.leading
    if step > 1.35:
        return True, ended
    if step < 1.12:
        return ended and short, not short or line.text.strip()[0].islower()
    return ended and short, False
