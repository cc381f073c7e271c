"""What does a row say whose answer is a mark in a column, when the table has become lines of text?"""

from __future__ import annotations

from dekkend.kernel.sentences import say
from dekkend.reading.rules.boxes import boxes_in, ticked, without_boxes
from dekkend.reading.rules.grid_lines import LineGrid, note_end, own_marks
from dekkend.reading.rules.labels import SURE
from dekkend.reading.rules.marks import Mark, find_marks
from dekkend.reading.rules.row_reading import RUNS_ON, RowReading, join_broken, tidy
from dekkend.reading.rules.rows import RowSpan
from dekkend.reading.rules.spacing import Columns, columns_of_mark
from dekkend.reading.rules.written_row import no_answer
from dekkend.reading.words.result import Certainty


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
    if certainty is Certainty.CERTAIN and not (grid.head and grid.head.sure and span.score >= SURE):
        certainty, why = Certainty.LIKELY, say("de kop van de tabel of de naam van de rij is niet zeker")
    note = "" if span.label_line > span.start else tidy(join_broken([without_boxes(text) for text in texts if without_boxes(text)])) or ""
    return RowReading(
        code=span.code,
        label="",
        choice=choice,
        note=note or None,
        certainty=certainty,
        why=why,
        note_certainty=Certainty.LIKELY,
        note_why=say("waar de toelichting begint of eindigt, is afgeleid uit de regels"),
        quote="\n".join(grid.texts[span.start : last + 1]),
        page=grid.lines[span.start].page,
        line=grid.lines[span.start].number,
        readings=((choice, say("het aangekruiste vakje")),),
        lines=frozenset(line.number for line in grid.lines[span.start : span.end if note else last + 1]),
    )


def read_by_spacing(grid: LineGrid, span: RowSpan, trusted: bool) -> RowReading:
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
            (by_after, say("{number} spaties na het kruisje", number=columns.blanks_after)),
            (by_before, say("{number} spaties voor het kruisje", number=columns.blanks_before)),
        )
        if code
    )
    choice, certainty, why = _judge(by_after, columns, trusted)
    if choice and not columns.agree and note_end(grid, span, at, mark) > at:
        choice, certainty, why = None, Certainty.UNSURE, say("de toelichting achter het kruisje loopt door: de kolom is niet te tellen")
    head_sure = grid.head is not None and grid.head.sure
    if certainty is Certainty.CERTAIN and not head_sure:
        certainty, why = Certainty.LIKELY, (grid.head.why if grid.head else say("de kop van deze tabel is niet gevonden"))
    if certainty is Certainty.CERTAIN and span.score < SURE:
        certainty, why = Certainty.LIKELY, say("de naam van deze rij lijkt op het formulier, maar is niet gelijk")
    return _marked(grid, span, at, mark, choice, certainty, why, readings)


def _judge(by_after: str | None, columns: Columns, trusted: bool) -> tuple[str | None, Certainty, str]:
    counts = say("{before} spaties voor het kruisje en {after} erna", before=columns.blanks_before, after=columns.blanks_after)
    if not trusted:
        return None, Certainty.UNSURE, say("de spaties in dit document zeggen niet meer in welke kolom het kruisje stond")
    if by_after is None:
        return None, Certainty.UNSURE, say("{counts}: dat past bij geen kolom", counts=counts)
    if columns.agree:
        return by_after, Certainty.CERTAIN, ""
    before = say("kolom {number}", number=columns.before) if columns.before else say("geen kolom")
    return (
        by_after,
        Certainty.LIKELY,
        say("{counts}: dat wijst op kolom {after} en op {before}", counts=counts, after=columns.after, before=before),
    )


def _several(grid: LineGrid, span: RowSpan, marks: list[tuple[int, Mark]]) -> RowReading:
    if not marks:
        return no_answer(grid, span)
    at, mark = marks[-1]
    return _marked(grid, span, at, mark, None, Certainty.UNSURE, say("er staat meer dan één kruisje in deze rij"), ())


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


def _no_marks(text: str) -> str:
    for mark in reversed(find_marks(text)):
        text = text[: mark.start] + text[mark.end :]
    return text


def row_note(grid: LineGrid, span: RowSpan, at: int, mark: Mark) -> str | None:
    """The note of a row: what stands under the label before the mark, and what stands behind the mark on its line."""
    lines = grid.lines
    under = [lines[span.label_line].text[span.label_end :]] if at > span.label_line else []
    under += [lines[index].text for index in range(span.label_line + 1, at)]
    if at > span.label_line:
        under.append(_no_marks(lines[at].text[: mark.start]))
    elif at == span.label_line:
        under.append(_no_marks(lines[at].text[span.label_end : mark.start]))
    behind = [_no_marks(lines[at].text[mark.end :]), *(lines[index].text for index in range(at + 1, note_end(grid, span, at, mark) + 1))]
    return tidy(join_broken([text for text in [*under, *behind] if text.strip()]))
