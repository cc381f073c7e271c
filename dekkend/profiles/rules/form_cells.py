"""Which inputs does an item have, what stands in each, and how is it to be written?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.form_values import written
from dekkend.profiles.rules.items import OWN_ROWS, Item
from dekkend.profiles.words.profile import MOST_LINE, MOST_NOTE, MOST_TEXT
from dekkend.profiles.words.section_form import Cell, FormRow, Shape
from dekkend.profiles.words.template import Block, BlockKind, Field, FieldType

_SHAPES = {FieldType.EMAIL: Shape.EMAIL, FieldType.PHONE: Shape.PHONE, FieldType.URL: Shape.WEB}
_HELP = {
    FieldType.DATE: say("Een dag, een maand of alleen een jaar: 14 september 2026, september 2026 of 2026."),
    FieldType.MONEY: say("In euro's, bijvoorbeeld 8.500 of 106,50."),
    FieldType.SCHOOL_YEAR: say("Bijvoorbeeld 2026-2027."),
    FieldType.URL: say("Bijvoorbeeld www.uwschool.nl."),
}
DESCRIPTION = say("Beschrijving van de afbeelding")
DESCRIPTION_HELP = say("Voor wie de afbeelding niet kan zien: wat staat erop, van boven naar beneden?")
OWN_NAME = say("Naam")


def cells_of(block: Block, item: Item, value: Any) -> tuple[Cell, ...]:
    """The inputs of one item; a list has its own rows instead."""
    if block.kind is BlockKind.PROSE:
        return (Cell(item.path, item.label, value or "", Shape.AREA, most=MOST_TEXT),)
    if block.kind is BlockKind.GRID:
        return (Cell(f"{item.path}.note", note_label(block), (value or {}).get("note") or "", most=MOST_NOTE),)
    if block.kind is BlockKind.FIGURE:
        return (Cell(f"{item.path}.alt", DESCRIPTION, (value or {}).get("alt") or "", Shape.AREA, DESCRIPTION_HELP, MOST_LINE),)
    if block.kind is BlockKind.RECORDS:
        return ()
    field = next(each for each in block.fields if item.path == f"{block.id}.{each.code}")
    return (fact_cell(item.path, block, field, value),)


def fact_cell(path: str, block: Block, field: Field, value: Any) -> Cell:
    shape, help_text = _SHAPES.get(field.type, Shape.LINE), _HELP.get(field.type, "")
    return Cell(path, label_of(block, field), written(field.type, value), shape, help_text, MOST_LINE)


def label_of(block: Block, field: Field) -> str:
    """A label that stands more than once on the form says of which part of it this one is."""
    twins = sum(each.label == field.label for each in block.fields)
    return f"{field.label} ({field.within[0][:1].lower()}{field.within[0][1:]})" if twins > 1 and field.within else field.label


def record_row(block: Block, record: Mapping[str, Any]) -> FormRow:
    """One record of a list; long texts get a field that grows."""
    cells = (
        Cell(
            f"{block.id}.{column.code}",
            column.label,
            written(column.type, record.get(column.code)),
            Shape.AREA if column.type is FieldType.TEXT else _SHAPES.get(column.type, Shape.LINE),
            most=MOST_TEXT if column.type is FieldType.TEXT else MOST_LINE,
        )
        for column in block.columns
    )
    return FormRow(tuple(cells))


def row_cells(block: Block, row: Mapping[str, Any]) -> tuple[Cell, ...]:
    """The name and the note of a row that the school added; its choice stands between them."""
    name = f"{block.id}.{OWN_ROWS}"
    return (
        Cell(f"{name}.label", OWN_NAME, row.get("label") or "", most=MOST_LINE),
        Cell(f"{name}.note", note_label(block), row.get("note") or "", most=MOST_NOTE),
    )


def note_label(block: Block) -> str:
    return block.note or say("Toelichting")
