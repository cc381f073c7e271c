"""How does the form look as a Word file?"""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from dekkend.profiles.words.template import Template
from tests.rendering.outline import outline
from tests.rendering.parts import Cell, Heading, Paragraph, Part, Picture, Table
from tests.rendering.style import Style
from tests.rendering.word_parts import PIXEL, add_checkbox, add_footnote, add_link

Container = WordDocument | _Cell
TEXT_WIDTH = 15.0  # centimetres between the margins


def as_word(template: Template, profile: dict[str, Any], style: Style) -> bytes:
    """The form as .docx bytes, made with python-docx."""
    return word_file(outline(template, profile, style), style)


def word_file(parts: Iterable[Part], style: Style) -> bytes:
    document = docx.Document()
    _slim(document)
    _margins(document, style)
    for part in parts:
        _add(document, document, part, style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _slim(document: WordDocument) -> None:
    """Leave out the copy of the styles for Word 2010 and the thumbnail: half of a small file."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(("stylesWithEffects", "thumbnail"))]:
            relations.pop(key)


def _margins(document: WordDocument, style: Style) -> None:
    section = document.sections[0]
    if style.running_header:
        section.header.paragraphs[0].text = style.running_header
    if style.running_footer:
        section.footer.paragraphs[0].text = style.running_footer.replace("{page}", "1")


def _add(document: WordDocument, into: Container, part: Part, style: Style) -> None:
    if isinstance(part, Heading):
        document.add_heading(part.text, part.level)
    elif isinstance(part, Paragraph):
        _fill(document, into.add_paragraph(), part)
    elif isinstance(part, Picture):
        picture = document.add_paragraph().add_run().add_picture(io.BytesIO(PIXEL), width=Cm(6))
        picture._inline.docPr.set("descr", part.alt)
    elif style.nested and part.name != "school":
        frame = into.add_table(rows=1, cols=1)
        _table(document, frame.cell(0, 0), part, style)
    else:
        _table(document, into, part, style)


def _fill(document: WordDocument, paragraph: WordParagraph, part: Paragraph) -> None:
    if part.bullet == "list":
        paragraph.style = document.styles["List Bullet"]
    elif part.bullet:
        paragraph.add_run(f"{part.bullet}\t" if part.bullet == "•" else f"{part.bullet} ")
    if part.link:
        add_link(paragraph, part.text, part.link)
    else:
        paragraph.add_run(part.text)
    if part.footnote:
        add_footnote(document, paragraph, part.footnote)


def _table(document: WordDocument, into: Container, part: Table, style: Style) -> None:
    rows = [*part.header, *part.rows]
    table = into.add_table(rows=len(rows), cols=part.columns)
    if style.ruled:
        table.style = document.styles["Table Grid"]
    table.autofit = False
    for number, row in enumerate(rows):
        _row(document, table, number, row, above=rows[number - 1] if number else ())
    for column, share in zip(table.columns, part.widths, strict=True):
        column.width = Cm(TEXT_WIDTH * share / sum(part.widths))
        for target in column.cells:
            target.width = column.width
    for number in range(len(part.header) if style.repeated_header else 0):
        _repeat(table, number)
    if isinstance(into, _Cell):
        into.add_paragraph()  # Word wants a paragraph after a table in a cell


def _row(document: WordDocument, table: WordTable, number: int, row: tuple[Cell, ...], above: tuple[Cell, ...]) -> None:
    taken = _covered(above)
    column = 0
    for item in row:
        while column in taken:
            column += 1
        target = table.cell(number, column)
        if item.span > 1 or item.rows > 1:
            target = target.merge(table.cell(number + item.rows - 1, column + item.span - 1))
        _cell(document, target, item)
        column += item.span


def _covered(above: tuple[Cell, ...]) -> set[int]:
    """The columns that a cell of the row above reaches down into."""
    starts = [0]
    for item in above:
        starts.append(starts[-1] + item.span)
    return {c for (start, end), item in zip(pairwise(starts), above, strict=True) if item.rows > 1 for c in range(start, end)}


def _cell(document: WordDocument, target: _Cell, item: Cell) -> None:
    first = target.paragraphs[0]
    if item.box is not None:
        add_checkbox(first, item.box)
        first.add_run(" " if item.paragraphs else "")
    for place, part in enumerate(item.paragraphs):
        _fill(document, first if place == 0 else target.add_paragraph(), part)
    if item.typed_blank:
        target.paragraphs[-1].add_run(" ")


def _repeat(table: WordTable, number: int) -> None:
    properties = table.rows[number]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))
