"""What does each row of a grid say, by the places of the words on the page? The second, independent reading of a PDF table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, MarkStyle
from dekkend.reading.rules.columns import Zone, nearest, note_left, words_of, zones_of
from dekkend.reading.rules.heads import Head, find_head
from dekkend.reading.rules.marks import BOX_OFF, find_marks, find_yes_no
from dekkend.reading.rules.row_reading import RowReading, tidy
from dekkend.reading.rules.rows import RowSpan, row_spans
from dekkend.reading.words.document import Line, Word
from dekkend.reading.words.result import Certainty


@dataclass(frozen=True, slots=True)
class Split:
    """A printed line cut at the first answer column: the label's words as a line of their own, and the words behind."""

    label: Line
    behind: tuple[Word, ...]


def read_page_lines(lines: Sequence[Line], block: Block) -> list[RowReading]:
    """The rows of a grid among printed lines with geometry; empty when its head was not found."""
    head = find_head(lines, block)
    if head is None:
        return []
    header = lines[head.start : head.end]
    if block.marks is MarkStyle.WORD:
        return _read_written(lines, head, header, block)
    zones = zones_of(header, head.order, block)
    if not zones:
        return []
    splits = [_split(line, _boundary(lines[head.end :], zones[0])) for line in lines]
    spans = _cut_last(row_spans([split.label for split in splits], block, head.end), lines)
    return [_read_marked(lines, splits, span, zones, head) for span in spans]


def _cut_last(spans: list[RowSpan], lines: Sequence[Line]) -> list[RowSpan]:
    """The last row ends where the table does: at an empty line, or at a gap on the page."""
    if not spans:
        return spans
    last = spans[-1]
    end = last.label_line + 1
    while end < last.end and not lines[end].blank and not _gap(lines[end - 1], lines[end]):
        end += 1
    return [*spans[:-1], replace(last, end=end)]


def _gap(before: Line, line: Line) -> bool:
    if not before.words or not line.words or before.page != line.page:
        return bool(before.words) and before.page != line.page
    height = max(word.bottom - word.top for word in before.words)
    return min(word.top for word in line.words) - max(word.bottom for word in before.words) > 1.2 * height


def _boundary(lines: Sequence[Line], first: Zone) -> float:
    """Where the label column ends: the left edge of the first answer column, or of the marks that stand a little left of its header
    word."""
    return first.left - slack(lines) / 6


def slack(lines: Sequence[Line]) -> float:
    """How far a value may stand left of its header word: 12 points on a page, 2 characters in text."""
    return 12.0 if any(line.words for line in lines) else 2.0


def _is_mark(word: Word) -> bool:
    return bool(find_marks(word.text))


def _split(line: Line, boundary: float) -> Split:
    words = words_of(line)
    label = tuple(word for word in words if word.left < boundary and not _is_mark(word))
    behind = tuple(word for word in words if word not in label)
    return Split(replace(line, text=" ".join(word.text for word in label), words=label), behind)


def _read_marked(lines: Sequence[Line], splits: list[Split], span: RowSpan, zones: list[Zone], head: Head) -> RowReading:
    inside = [word for split in splits[span.start : span.end] for word in split.behind]
    marks = [word for word in inside if _is_mark(word)]
    found = [nearest(zones, word.left, word.right) for word in marks]
    label = splits[span.label_line].label.text[span.label_end :]
    under = [split.label.text for split in splits[span.label_line + 1 : span.end]]
    notes = [word.text for word in inside if not _is_mark(word) and word.text not in BOX_OFF]
    certainty, why = Certainty.LIKELY, say("de kolom is afgeleid uit de plaats op de bladzijde")
    if len(found) != 1 or not found[0].clear or not head.sure:
        certainty = Certainty.UNSURE
        why = (
            say("er staat meer dan één kruisje in deze rij")
            if len(found) > 1
            else say("geen duidelijk kruisje in deze rij")
            if not found
            else why
        )
    shifted = not lines[span.start].words and lines[span.start].page != lines[head.start].page
    if shifted:  # a layout dump sets the columns of every page anew
        certainty, why = Certainty.UNSURE, say("de kolomkoppen staan op een andere bladzijde, met andere plaatsen")
    return RowReading(
        code=span.code,
        label="",
        choice=found[0].by_edge if len(found) == 1 else None,
        note=tidy(" ".join([label, *under, *notes])),
        certainty=certainty,
        why=why,
        note_certainty=Certainty.LIKELY,
        note_why=say("de tekst is afgeleid uit de plaats op de bladzijde"),
        quote="\n".join(line.text for line in lines[span.start : span.end]),
        page=lines[span.start].page,
        line=lines[span.start].number,
        readings=tuple((hit.by_edge, say("plaats van het kruisje onder de kolomkop")) for hit in found),
        lines=frozenset(line.number for line in lines[span.start : span.end]),
    )


def _read_written(lines: Sequence[Line], head: Head, header: Sequence[Line], block: Block) -> list[RowReading]:
    """Rows whose choice is written out; the label ends where the word stands under "Ja / nee"."""
    zones = zones_of(header, head.order[:1], block)
    if not zones:
        return []
    right = note_left(header, block)
    edge = min(zones[0].left, right or zones[0].left) - slack(header)
    splits = [_split(line, edge) for line in lines]
    result = []
    for span in _cut_last(row_spans([split.label for split in splits], block, head.end), lines):
        behind = [word for split in splits[span.start : span.end] for word in split.behind]
        said = [word for word in behind if find_yes_no(word.text) and (right is None or right < zones[0].left or word.left < right - 2)]
        notes = [word.text for word in behind if word not in said[:1]]
        code = _code(block, said[0].text) if len(said) == 1 else None
        result.append(
            RowReading(
                code=span.code,
                label="",
                choice=code,
                note=tidy(" ".join(notes)),
                certainty=Certainty.LIKELY if code else Certainty.UNSURE,
                why=say("het antwoord is afgeleid uit de plaats op de bladzijde") if code else say("in deze rij is geen antwoord gevonden"),
                note_certainty=Certainty.LIKELY,
                note_why=say("de tekst is afgeleid uit de plaats op de bladzijde"),
                quote="\n".join(line.text for line in lines[span.start : span.end]),
                page=lines[span.start].page,
                line=lines[span.start].number,
                lines=frozenset(line.number for line in lines[span.start : span.end]),
            )
        )
    return result


def _code(block: Block, word: str) -> str | None:
    found = find_yes_no(word)
    said = found.group().lower() if found else ""
    return next((choice.code for choice in block.choices if said in (name.lower() for name in choice.names)), None)
