"""How does a filled-in grid look as a table?"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from dekkend.profiles.words.template import Block, Choice, MarkStyle
from tests.rendering.parts import Cell, Paragraph, Table, cell
from tests.rendering.style import Style

HEADS = {"yes": "Ja / nee"}
EMPTY_BOX = "☐"


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of a grid, fixed or the school's own."""

    path: str
    label: str
    choice: str | None
    note: str | None


def grid_table(block: Block, value: dict[str, Any], style: Style) -> Table:
    answers = _answers(block, value, style)
    columns = _columns(block, style)
    rows: list[tuple[Cell, ...]] = []
    for answer in answers:
        rows.extend(_split(answer, _row(answer, block, columns, style), style))
    empty = tuple(Cell(role="label" if i == 0 else "mark") for i in range(_width(block, style)))
    rows.extend([empty] * style.empty_rows)
    return Table(block.id, _header(block, columns, style), tuple(rows), _widths(block, style))


def _answers(block: Block, value: dict[str, Any], style: Style) -> list[Answer]:
    fixed = [
        Answer(f"{block.id}.{row.code}", _label(row.names, f"{block.id}.{row.code}", style), answer["choice"], answer["note"])
        for row in block.rows
        if f"{block.id}.{row.code}" not in style.dropped
        for answer in [value["rows"][row.code]]
    ]
    own = [Answer(f"{block.id}.own_rows[{i}]", row["label"], row["choice"], row["note"]) for i, row in enumerate(value["own_rows"])]
    return fixed + own


def _label(names: tuple[str, ...], path: str, style: Style) -> str:
    return names[0] if style.wording == "form" else random.Random(f"{style.seed} {path}").choice(names)


def choice_label(choice: Choice, style: Style) -> str:
    if choice.code == "on_track":
        return style.on_track
    return _label(choice.names, choice.code, style) if choice.code not in ("yes", "no") else choice.label


def _columns(block: Block, style: Style) -> tuple[Choice, ...]:
    return tuple(reversed(block.choices)) if style.columns == "reversed" else block.choices


def _has_note_column(block: Block, style: Style) -> bool:
    return block.marks is MarkStyle.WORD or style.notes == "column"


def _width(block: Block, style: Style) -> int:
    answers = 1 if block.marks is MarkStyle.WORD else len(block.choices)
    return 1 + answers + int(_has_note_column(block, style))


def _widths(block: Block, style: Style) -> tuple[float, ...]:
    label = 2.0 if style.label_width == "narrow" else 5.5
    if block.marks is MarkStyle.WORD:
        return (label, 4.5, 1.8) if style.columns == "reversed" else (label, 1.8, 4.5)
    note = (3.5,) if style.notes == "column" else ()
    return (label, *([1.9] * len(block.choices)), *note)


def _header(block: Block, columns: tuple[Choice, ...], style: Style) -> tuple[tuple[Cell, ...], ...]:
    head = _label(block.heads, f"{block.id} head", style)
    note = _label((block.note, *block.note_aliases), f"{block.id} note", style)
    if block.marks is MarkStyle.WORD:
        names = [head, note, HEADS["yes"]] if style.columns == "reversed" else [head, HEADS["yes"], note]
    else:
        names = [head, *(choice_label(c, style) for c in columns), *([note] if style.notes == "column" else [])]
    row = tuple(cell(name, role="head") for name in names)
    wide = len(row)
    if style.merged == "title":
        return ((Cell((Paragraph(block.title),), "head", span=wide),), row)
    if style.merged == "header" and block.marks is MarkStyle.COLUMN:
        over = Cell((Paragraph("Stand van zaken"),), "head", span=len(columns))
        first = Cell(row[0].paragraphs, "head", rows=2)
        rest = tuple(Cell(c.paragraphs, "head", rows=2) for c in row[1 + len(columns) :])
        return ((first, over, *rest), row[1 : 1 + len(columns)])
    return (row,)


def _row(answer: Answer, block: Block, columns: tuple[Choice, ...], style: Style) -> tuple[Cell, ...]:
    if block.marks is MarkStyle.WORD:
        return _word_row(answer, block, style)
    beside = style.notes == "mark" and answer.choice is not None
    under = [answer.note] if answer.note and not beside and style.notes != "column" else []
    marks = [_mark(answer, choice, answer.note if beside else None, columns, style) for choice in columns]
    note = [cell(answer.note or "")] if style.notes == "column" else []
    return (_label_cell(answer, under, style), *marks, *note)


def _label_cell(answer: Answer, under: list[str], style: Style) -> Cell:
    paragraphs = tuple(Paragraph(text) for text in (answer.label, *under))
    return Cell(paragraphs, "label", typed_blank=answer.path in style.typed_blanks)


def _word_row(answer: Answer, block: Block, style: Style) -> tuple[Cell, ...]:
    chosen = block.choice(answer.choice) if answer.choice else None
    written = chosen.label if chosen else ""
    if style.wording == "alias":
        written = random.Random(f"{style.seed} {answer.path}").choice([written, written.lower(), written.upper()])
    label, choice, note = _label_cell(answer, [], style), cell(written, role="mark"), cell(answer.note or "")
    return (label, note, choice) if style.columns == "reversed" else (label, choice, note)


def _mark(answer: Answer, choice: Choice, note: str | None, columns: tuple[Choice, ...], style: Style) -> Cell:
    marked = answer.choice == choice.code or (
        answer.path in style.two_marks and answer.choice is not None and choice is _other(answer, columns)
    )
    note = note if answer.choice == choice.code else None
    if style.mark == "box":
        return Cell((Paragraph(note),) if note else (), "mark", box=marked)
    sign = style.mark if marked else EMPTY_BOX if style.mark == "☒" else ""
    return cell(f"{sign} {note}" if note else sign, role="mark")


def _other(answer: Answer, columns: tuple[Choice, ...]) -> Choice:
    """The first column that is not the answer: where a second, contradicting mark goes."""
    return next(c for c in columns if c.code != answer.choice)


def _split(answer: Answer, row: tuple[Cell, ...], style: Style) -> list[tuple[Cell, ...]]:
    words = answer.label.split()
    if answer.path not in style.split or len(words) < 2:
        return [row]
    half = (len(words) + 1) // 2
    first, rest = " ".join(words[:half]), " ".join(words[half:])
    top = Cell((Paragraph(first),), "label")
    below = Cell((Paragraph(rest), *row[0].paragraphs[1:]), "label")
    return [(top, *row[1:]), (below, *(Cell(role=c.role, box=None) for c in row[1:]))]
