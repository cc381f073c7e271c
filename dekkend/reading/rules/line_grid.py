"""What does each row of a grid say, when the table has become lines of text?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.profiles.words.template import Block, MarkStyle
from dekkend.reading.rules.boxes import boxes_in, ticked, without_boxes
from dekkend.reading.rules.heads import Head, find_head, repeats_of
from dekkend.reading.rules.marks import Mark, find_marks, find_yes_no, only_spaces
from dekkend.reading.rules.row_reading import RowReading, join_broken, tidy
from dekkend.reading.rules.rows import RowSpan, row_spans
from dekkend.reading.rules.spacing import Columns, columns_of_mark
from dekkend.reading.words.document import Line
from dekkend.reading.words.result import Certainty


RUNS_ON = "de toelichting loopt over meer regels: waar zij eindigt, is afgeleid"
SURE_LABEL = 0.92  # likeness from which the name of a row is beyond doubt


@dataclass(frozen=True, slots=True)
class LineGrid:
    """A grid found among lines. `order` are the choice codes by column."""

    block: Block
    lines: tuple[Line, ...]
    head: Head | None
    spans: tuple[RowSpan, ...]
    order: tuple[str, ...]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]


def find_grid(lines: Sequence[Line], block: Block) -> LineGrid | None:
    """The grid in these lines, or None when no row of it is there."""
    head = find_head(lines, block)
    lines = _without_repeats(lines, head, block)
    spans = row_spans(lines, block, head.end if head else 0)
    if not spans or (head is None and len(spans) < 2):
        return None
    order = head.order if head else tuple(choice.code for choice in block.choices)
    return LineGrid(block, tuple(lines), head, tuple(spans), order)


def _without_repeats(lines: Sequence[Line], head: Head | None, block: Block) -> Sequence[Line]:
    """A table that goes on over a page may repeat its head; the repetition is no row."""
    if head is None:
        return lines
    repeated = {head.end + at for start, end in repeats_of(lines[head.end :], block) for at in range(start, end)}
    return [line for at, line in enumerate(lines) if at not in repeated]


def marks_in(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    """The marks of one row, as (index of the line, mark); nothing inside the label counts."""
    found = []
    for at in range(span.label_line, span.end):
        offset = span.label_end if at == span.label_line else 0
        found += [(at, mark) for mark in find_marks(grid.lines[at].text) if mark.start >= offset]
    if not found:
        found = _ja_as_mark(grid, span)
    for at in range(span.start, span.label_line):  # a layout dump prints the mark beside the first line of a long label
        found += [(at, mark) for mark in find_marks(grid.lines[at].text)]
    return sorted(found, key=lambda item: (item[0], item[1].start))


def _ja_as_mark(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    for at in range(span.label_line, span.end):
        offset = span.label_end if at == span.label_line else 0
        found = find_yes_no(grid.lines[at].text[offset:])
        if found and found.group().lower() == "ja":
            return [(at, Mark(offset + found.start(), offset + found.end(), "ja"))]
    return []


def spacing_of(grid: LineGrid, span: RowSpan) -> Columns | None:
    """The column counted from blanks, for a row with exactly one mark."""
    marks = own_marks(grid, span)
    if len(marks) != 1:
        return None
    at, mark = marks[0]
    return columns_of_mark(grid.texts, at, mark, len(grid.order), note_end(grid, span, at, mark))


def note_end(grid: LineGrid, span: RowSpan, at: int, mark: Mark) -> int:
    """The line in which the mark's own cell ends: a note behind the mark may run on over the next lines."""
    last = at
    if grid.lines[at].text[mark.end :].strip():
        while last + 1 < span.end and grid.lines[last + 1].text.strip() and not find_marks(grid.lines[last + 1].text):
            last += 1
    return last


def own_marks(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    """The marks of the row itself: a later line with words of its own and a mark is another row, which the school added."""
    marks = [item for item in marks_in(grid, span) if not _another_row(grid, span, item)]
    if not marks:
        return []
    first = marks[0][0]
    return [item for item in marks if item[0] == first or not _words_between(grid, first, item)]


def _another_row(grid: LineGrid, span: RowSpan, item: tuple[int, Mark]) -> bool:
    """Words and a mark on one line below the label are a row of their own, and so is all that follows blanks for every empty cell."""
    at, mark = item
    if at <= span.label_line:
        return False
    if any(char.isalpha() for char in grid.lines[at].text[: mark.start]):
        return True
    count = len(grid.order)
    behind = grid.lines[span.label_line].text[span.label_end :]
    if not behind.strip() and len(behind) > count:
        return True
    return any(only_spaces(text) and len(text) >= count for text in grid.texts[span.label_line + 1 : at])


def added_marks(grid: LineGrid, span: RowSpan) -> list[tuple[int, Mark]]:
    own = own_marks(grid, span)
    return [item for item in marks_in(grid, span) if item not in own]


def _words_between(grid: LineGrid, first: int, item: tuple[int, Mark]) -> bool:
    at, mark = item
    between = [line.text for line in grid.lines[first + 1 : at]] + [grid.lines[at].text[: mark.start]]
    return any(any(char.isalpha() for char in text) and not find_marks(text) for text in between)


def read_words(grid: LineGrid, span: RowSpan) -> RowReading:
    """A row whose choice is written out: "Remedial teaching Ja 24 uur per week"."""
    block, lines = grid.block, grid.lines
    rest = lines[span.label_line].text[span.label_end :]
    at = span.label_line
    while not rest.strip() and at + 1 < span.end:
        at += 1
        rest = lines[at].text
    found = find_yes_no(rest)
    direct = found is not None and not rest[: found.start()].strip()
    if not found or not direct:
        return _read_note_first(grid, span) if grid.head and grid.head.note_first else _no_answer(grid, span)
    choice = _yes_no_code(block, found.group())
    body = [rest[found.end() :]] + _note_lines(grid, span, at)
    last = at + len(body) - 1
    sure = span.score >= SURE_LABEL
    return RowReading(
        code=span.code,
        label="",
        choice=choice,
        note=tidy(join_broken(body)),
        certainty=Certainty.CERTAIN if sure else Certainty.LIKELY,
        why="" if sure else "de naam van deze rij lijkt op het formulier, maar is niet gelijk",
        note_certainty=Certainty.LIKELY if len(body) > 1 else Certainty.CERTAIN,
        note_why=RUNS_ON if len(body) > 1 else "",
        quote="\n".join(grid.texts[span.start : last + 1]),
        page=lines[span.start].page,
        line=lines[span.start].number,
        cells=(tidy(" ".join(grid.texts[span.start : span.label_line + 1])) or "", found.group()),
        lines=frozenset(line.number for line in lines[span.start : last + 1]),
    )


def _read_note_first(grid: LineGrid, span: RowSpan) -> RowReading:
    """The same where the note stands before the answer: "Remedial teaching 24 uur per week Ja"."""
    texts = [grid.lines[span.label_line].text[span.label_end :], *grid.texts[span.label_line + 1 : span.end]]
    for at, text in enumerate(texts):
        found = find_yes_no(text)
        if found and not text[found.end() :].strip():
            last = span.label_line + at
            return RowReading(
                code=span.code,
                label="",
                choice=_yes_no_code(grid.block, found.group()),
                note=tidy(join_broken([part for part in [*texts[:at], text[: found.start()]] if part.strip()])),
                certainty=Certainty.LIKELY,
                why="de uren staan hier voor het antwoord",
                note_certainty=Certainty.LIKELY,
                note_why="de uren staan hier voor het antwoord",
                quote="\n".join(grid.texts[span.start : last + 1]),
                page=grid.lines[span.start].page,
                line=grid.lines[span.start].number,
                lines=frozenset(line.number for line in grid.lines[span.start : last + 1]),
            )
    return _no_answer(grid, span)


def _yes_no_code(block: Block, word: str) -> str | None:
    wanted = word.lower().removesuffix("n") if word.lower() == "neen" else word.lower()
    return next((c.code for c in block.choices if wanted in [name.lower() for name in c.names]), None)


def _note_lines(grid: LineGrid, span: RowSpan, at: int) -> list[str]:
    """The lines of a note that runs on: up to an empty line, and past it only in the middle of a sentence."""
    body: list[str] = []
    for index in range(at + 1, span.end):
        text = grid.lines[index].text
        if not text.strip():
            following = next((line.text.strip() for line in grid.lines[index:span.end] if line.text.strip()), "")
            if not following or not (following[0].islower() or following[0] in "(,"):
                break
        elif _looks_like_own_row(grid, index):
            break
        body.append(text)
    while body and not body[-1].strip():
        body.pop()
    return body


def _looks_like_own_row(grid: LineGrid, at: int) -> bool:
    if grid.block.marks is not MarkStyle.WORD:
        return False
    found = find_yes_no(grid.lines[at].text)
    return bool(found and grid.lines[at].text[: found.start()].strip())


def _no_answer(grid: LineGrid, span: RowSpan) -> RowReading:
    texts = grid.texts[span.start : span.end]
    return RowReading(
        code=span.code,
        label="",
        choice=None,
        note=None,
        certainty=Certainty.UNSURE,
        why="in deze rij is geen antwoord gevonden",
        quote="\n".join(texts).rstrip("\n"),
        page=grid.lines[span.start].page,
        line=grid.lines[span.start].number,
        lines=frozenset(line.number for line in grid.lines[span.start : span.label_line + 1]),
    )


def read_boxes(grid: LineGrid, span: RowSpan) -> RowReading | None:
    """A row with a box in every column, ticked or not; None when it has none."""
    texts = [grid.lines[span.label_line].text[span.label_end :], *grid.texts[span.label_line + 1 : span.end]]
    if span.label_line > span.start:  # a layout dump prints the boxes beside the first line of a long label
        texts = [*grid.texts[span.start : span.label_line], *texts]
    last = next((at for at in range(span.end - 1, span.start, -1) if boxes_in([grid.lines[at].text])), span.label_line)
    found = ticked(texts, grid.order)
    if found is None:
        return None
    choice, certainty, why = found
    if certainty is Certainty.CERTAIN and not (grid.head and grid.head.sure and span.score >= SURE_LABEL):
        certainty, why = Certainty.LIKELY, "de kop van de tabel of de naam van de rij is niet zeker"
    note = "" if span.label_line > span.start else tidy(join_broken([without_boxes(text) for text in texts if without_boxes(text)])) or ""
    return RowReading(
        code=span.code,
        label="",
        choice=choice,
        note=note or None,
        certainty=certainty,
        why=why,
        note_certainty=Certainty.LIKELY,
        note_why="waar de toelichting begint of eindigt, is afgeleid uit de regels",
        quote="\n".join(grid.texts[span.start : last + 1]),
        page=grid.lines[span.start].page,
        line=grid.lines[span.start].number,
        readings=((choice, "het aangekruiste vakje"),),
        lines=frozenset(line.number for line in grid.lines[span.start : span.end if note else last + 1]),
    )


def read_by_spacing(grid: LineGrid, span: RowSpan, trusted: bool) -> RowReading:  # noqa: FBT001 - the regime of the whole document
    """A row with a mark in a column, counted from blanks."""
    marks = own_marks(grid, span)
    if len(marks) != 1:
        return _several(grid, span, marks)
    at, mark = marks[0]
    columns = columns_of_mark(grid.texts, at, mark, len(grid.order), note_end(grid, span, at, mark))
    by_after = grid.order[columns.after - 1] if columns.after else None
    by_before = grid.order[columns.before - 1] if columns.before else None
    readings = tuple(
        (code, how)
        for code, how in (
            (by_after, f"{columns.blanks_after} spaties na het kruisje"),
            (by_before, f"{columns.blanks_before} spaties voor het kruisje"),
        )
        if code
    )
    choice, certainty, why = _judge(by_after, columns, trusted)
    head_sure = grid.head is not None and grid.head.sure
    if certainty is Certainty.CERTAIN and not head_sure:
        certainty, why = Certainty.LIKELY, (grid.head.why if grid.head else "de kop van deze tabel is niet gevonden")
    if certainty is Certainty.CERTAIN and span.score < SURE_LABEL:
        certainty, why = Certainty.LIKELY, "de naam van deze rij lijkt op het formulier, maar is niet gelijk"
    return _marked(grid, span, at, mark, choice, certainty, why, readings)


def _judge(by_after: str | None, columns: Columns, trusted: bool) -> tuple[str | None, Certainty, str]:  # noqa: FBT001
    counts = f"{columns.blanks_before} spaties voor het kruisje en {columns.blanks_after} erna"
    if not trusted:
        return None, Certainty.UNSURE, "de spaties in dit document zeggen niet meer in welke kolom het kruisje stond"
    if by_after is None:
        return None, Certainty.UNSURE, f"{counts}: dat past bij geen kolom"
    if columns.agree:
        return by_after, Certainty.CERTAIN, ""
    before = f"kolom {columns.before}" if columns.before else "geen kolom"
    return by_after, Certainty.LIKELY, f"{counts}: dat wijst op kolom {columns.after} en op {before}"


def _several(grid: LineGrid, span: RowSpan, marks: list[tuple[int, Mark]]) -> RowReading:
    if not marks:
        return _no_answer(grid, span)
    at, mark = marks[-1]
    reading = _marked(grid, span, at, mark, None, Certainty.UNSURE, "er staat meer dan één kruisje in deze rij", ())
    return reading


def _marked(
    grid: LineGrid,
    span: RowSpan,
    at: int,
    mark: Mark,
    choice: str | None,
    certainty: Certainty,
    why: str,
    readings: tuple[tuple[str | None, str], ...],
) -> RowReading:
    lines = grid.lines
    last = max(note_end(grid, span, at, mark), span.label_line)
    while last + 1 < span.end and lines[last + 1].text and not lines[last + 1].text.strip():
        last += 1
    note = row_note(grid, span, at, mark)
    under_last = at > span.label_line and span is grid.spans[-1]  # an added row without an answer would look the same
    loose = under_last or any(line.text.strip() for line in lines[last + 1 : span.end]) or last > at + 1
    note_certainty = Certainty.LIKELY if loose or certainty is not Certainty.CERTAIN else Certainty.CERTAIN
    cells = tuple("X" if code == choice else "" for code in grid.order)
    return RowReading(
        code=span.code,
        label="",
        choice=choice,
        note=note,
        certainty=certainty,
        why=why,
        note_certainty=note_certainty,
        note_why=why or (RUNS_ON if loose else ""),
        quote="\n".join(grid.texts[span.start : last + 1]),
        page=lines[span.start].page,
        line=lines[span.start].number,
        readings=readings,
        cells=cells,
        lines=frozenset(line.number for line in lines[span.start : last + 1]),
    )


def row_note(grid: LineGrid, span: RowSpan, at: int, mark: Mark) -> str | None:
    """The note of a row: what stands under the label before the mark, and what stands behind the mark on its line."""
    lines = grid.lines
    under = [lines[span.label_line].text[span.label_end :]] if at > span.label_line else []
    under += [lines[index].text for index in range(span.label_line + 1, at)]
    if at > span.label_line:
        under.append(lines[at].text[: mark.start])
    elif at == span.label_line:
        under.append(lines[at].text[span.label_end : mark.start])
    behind = [lines[at].text[mark.end :], *(lines[index].text for index in range(at + 1, note_end(grid, span, at, mark) + 1))]
    return tidy(join_broken([text for text in [*under, *behind] if text.strip()]))
