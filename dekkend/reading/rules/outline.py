"""Where does each part of the form begin and end? Headings are found by meaning; what stands under an unknown heading is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dekkend.profiles.words.template import Block, Section, Template
from dekkend.reading.rules.labels import label_at_start
from dekkend.reading.rules.matching import bare, best_match, compact, likeness, numbering
from dekkend.reading.rules.strip import Strip
from dekkend.reading.words.document import Line, Table

HEADING = 0.88  # likeness from which a line is a heading of the form
ALMOST = 0.70  # from here on a line is reported as a heading that looks like one
LONGEST = 110  # characters in a heading


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading of the form in the strip: elements `at` up to `body` are the heading itself. `target` is a section or block id, or
    "own" for a chapter that the form does not know."""

    at: int
    body: int
    target: str
    score: float
    text: str
    line: Line


@dataclass(frozen=True, slots=True)
class Region:
    """What stands under one heading: the elements from `start` up to `end` of the strip."""

    target: str
    start: int
    end: int
    anchor: Anchor | None


@dataclass(frozen=True, slots=True)
class Outline:
    """`regions` in order; `almost` are lines that look like a heading of the form and were not accepted, with the heading they look
    like."""

    regions: tuple[Region, ...]
    almost: tuple[tuple[Line, str], ...] = field(default=())

    def region(self, target: str) -> Region | None:
        return next((region for region in self.regions if region.target == target), None)


def outline(strip: Strip, template: Template) -> Outline:
    """Cut the strip into regions, one for each heading that was found."""
    candidates = _candidates(strip, template)
    chosen = _choose(candidates, strip)
    chosen += _own_chapters(strip, template, chosen)
    chosen.sort(key=lambda anchor: anchor.at)
    ends = [*(anchor.at for anchor in chosen[1:]), len(strip.elements)][: len(chosen)]
    regions = [Region(anchor.target, anchor.body, end, anchor) for anchor, end in zip(chosen, ends, strict=True)]
    first = chosen[0].at if chosen else len(strip.elements)
    if first:
        regions.insert(0, Region("front", 0, first, None))
    return Outline(tuple(regions), _almost(strip, template, chosen))


def _targets(template: Template) -> list[tuple[str, tuple[str, ...], str]]:
    """(id, headings, number) of every section and block that has headings of its own."""
    sections = [(section.id, section.headings, section.number) for section in template.sections]
    blocks = [(f"#{block.id}", block.headings, "") for block in template.blocks() if block.headings]
    return [target for target in sections + blocks if target[1]]


def _candidates(strip: Strip, template: Template) -> list[Anchor]:
    targets = _targets(template)
    found: list[Anchor] = []
    for at, element in enumerate(strip.elements):
        if isinstance(element, Line) and _could_be_heading(strip, at, element):
            best = max((_match(strip, at, element, target) for target in targets), key=lambda anchor: anchor.score if anchor else 0.0)
            if best:
                found.append(best)
    return found


def _match(strip: Strip, at: int, line: Line, target: tuple[str, tuple[str, ...], str]) -> Anchor | None:
    """The heading on this line, or on this line and the next one together."""
    name, headings, number = target
    score = _score(line.text, headings, number)
    alone = Anchor(at, at + 1, name, score, line.text.strip(), line) if score >= HEADING else None
    if score >= 1.0:
        return alone
    follow = _next_line(strip, at)
    if follow is None or not any(bare(h).startswith(bare(line.text)) for h in headings if len(bare(line.text)) >= 8):
        return alone
    joined = f"{line.text.strip()} {getattr(strip.elements[follow], 'text', '').strip()}"
    both = _score(joined, headings, number)
    return Anchor(at, follow + 1, name, both, joined, line) if both >= HEADING and both > score else alone


def _score(text: str, headings: tuple[str, ...], number: str) -> float:
    """Likeness, a little more when the numbering is the form's own, a little less when the line ends like a sentence."""
    score = best_match(text, headings)
    if score < HEADING or (score < 1.0 and not _same_first_word(text, headings)):
        return min(score, ALMOST)
    mine = numbering(text)
    if mine and number and (mine == number.upper() or number.upper().endswith(mine)):
        score += 0.05
    return score - (0.06 if text.rstrip().endswith(".") and not any(h.endswith(".") for h in headings) else 0.0)


def _same_first_word(text: str, headings: tuple[str, ...]) -> bool:
    """ "Adviseur passend onderwijs" has nearly the letters of "Visie passend onderwijs" and is something else."""
    first = bare(text.split()[0]) or bare(" ".join(text.split()[:2]))
    return any(likeness(first, bare(h)[: len(first)]) >= 0.8 for h in headings)


def _could_be_heading(strip: Strip, at: int, line: Line) -> bool:
    """Short, opens with a capital or a number, and does not stand in the middle of a sentence."""
    text = line.text.strip()
    if line.number in strip.running:
        return False
    if not text or len(text) > LONGEST or not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"'("):
        return bool(line.heading)
    if line.heading or line.strong:
        return True
    before = strip.elements[at - 1] if at else None
    return not (isinstance(before, Line) and _runs_on(before.text))


def _runs_on(text: str) -> bool:
    """A long line without an end mark: the next line goes on with the sentence."""
    bare_text = text.rstrip()
    return len(bare_text) > 60 and bare_text[-1] not in ".:;!?)"


def _next_line(strip: Strip, at: int) -> int | None:
    for index in range(at + 1, min(at + 3, len(strip.elements))):
        element = strip.elements[index]
        if isinstance(element, Line) and not element.blank:
            return index
        if isinstance(element, Table):
            return None
    return None


def _choose(candidates: list[Anchor], strip: Strip) -> list[Anchor]:
    """One heading for each part: the list of contents names them too, so the one with most under it wins."""
    room = {anchor: _room(anchor, candidates, strip) for anchor in candidates}
    chosen: dict[str, Anchor] = {}
    for anchor in candidates:
        other = chosen.get(anchor.target)
        if other is None or _rank(anchor, room) >= _rank(other, room):
            chosen[anchor.target] = anchor
    return list(chosen.values())


def _rank(anchor: Anchor, room: dict[Anchor, int]) -> tuple[bool, bool, bool, bool, int]:
    """With the form's own number, in the form's own words, as a heading, with something under it, and with most."""
    formal = anchor.line.heading > 0 or anchor.line.strong
    return (anchor.score > 1.0, anchor.score >= 0.99, formal, room[anchor] > 0, room[anchor])


def _room(anchor: Anchor, candidates: list[Anchor], strip: Strip) -> int:
    """How much stands between this heading and the next heading of another part, in letters."""
    end = min((other.at for other in candidates if other.at > anchor.at and other.target != anchor.target), default=len(strip.elements))
    return sum(len(compact(element.text)) if isinstance(element, Line) else 500 for element in strip.elements[anchor.body : end])


_CHAPTER = re.compile(r"^\s*(\d{1,2})\s*[.)]?\s+[A-ZÀ-Ü][^.!?]{2,80}$")


def _own_chapters(strip: Strip, template: Template, chosen: list[Anchor]) -> list[Anchor]:
    """Chapters that the form does not know: a heading style or bold line at the level of a chapter, or a number that follows the last
    chapter."""
    taken = {index for anchor in chosen for index in range(anchor.at, anchor.body)}
    chapter_level = min((a.line.heading for a in chosen if a.line.heading and not a.target.startswith("#")), default=0)
    numbers = [s.number for s in template.sections if s.number.isdigit()]
    last = max((int(n) for n in numbers), default=0)
    chapter_height = _height_of_chapters(template, chosen)
    numbered = {s.id for s in template.sections if s.number.isdigit()}
    behind = max((anchor.at for anchor in chosen if anchor.target in numbered), default=0)
    found = []
    for at, element in enumerate(strip.elements):
        if not isinstance(element, Line) or at in taken or element.blank or len(element.text.strip()) > LONGEST:
            continue
        match = None if element.number in strip.running else _CHAPTER.match(element.text)
        by_style = (bool(chapter_level) and 0 < element.heading <= chapter_level) or _as_large(element, chapter_height)
        by_number = bool(match) and at > behind and last < int(match.group(1)) <= last + 12 and _stands_free(strip, at) if match else False
        if by_number and not by_style and _opens_a_row(strip, at, template):
            continue
        if chosen and (by_style or by_number) and at > chosen[0].at:
            found.append(Anchor(at, at + 1, "own", 1.0 if by_style else 0.8, element.text.strip(), element))
    return found


def _height_of_chapters(template: Template, chosen: list[Anchor]) -> float:
    """How high the letters of the form's chapters stand on the page, in points; 0 when that is not known or not larger than the text."""
    chapters = {section.id for section in template.sections if section.number.isdigit()}
    heights = [_height(a.line) for a in chosen if a.target in chapters and a.line.words and a.line.strong]
    return min(heights) if len(heights) >= 3 else 0.0


def _height(line: Line) -> float:
    return max(word.bottom - word.top for word in line.words)


def _as_large(line: Line, height: float) -> bool:
    return bool(height) and bool(line.words) and line.strong and abs(_height(line) - height) <= 0.03 * height


def _opens_a_row(strip: Strip, at: int, template: Template) -> bool:
    """ "7. Constructieve samenwerking" is a numbered row of a grid, not a chapter."""
    texts = [element.text for element in strip.elements[at : at + 6] if isinstance(element, Line)]
    return any(label_at_start(texts, block.rows) for block in template.blocks() if block.rows)


def _stands_free(strip: Strip, at: int) -> bool:
    before = strip.elements[at - 1] if at else None
    return before is None or isinstance(before, Table) or before.blank or not _runs_on(before.text)


def _almost(strip: Strip, template: Template, chosen: list[Anchor]) -> tuple[tuple[Line, str], ...]:
    """The best unmatched heading of each part that was not found."""
    found = {anchor.target for anchor in chosen}
    taken = {anchor.at for anchor in chosen}
    missing: list[Section] = [s for s in template.sections if s.id not in found and s.headings]
    result = []
    for section in missing:
        lines = [e for at, e in enumerate(strip.elements) if isinstance(e, Line) and at not in taken and _could_be_heading(strip, at, e)]
        best = max(lines, key=lambda line: best_match(line.text, section.headings), default=None)
        if best is not None and best_match(best.text, section.headings) >= ALMOST:
            result.append((best, section.title))
    return tuple(result)


def block_region(outlined: Outline, template: Template, block: Block) -> Region | None:
    """The region in which a block is answered: under its own heading, else under its section's."""
    return outlined.region(f"#{block.id}") or outlined.region(template.section_of(block.id).id)
