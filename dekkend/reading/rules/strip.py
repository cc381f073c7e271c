"""What does the document look like as one long strip: lines to read, and tables that belong to a question of the form?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dekkend.profiles.words.template import Block, BlockKind, Template
from dekkend.reading.rules.labels import label_at_start
from dekkend.reading.rules.margins import footnote_lines, margin_lines
from dekkend.reading.rules.matching import compact, same
from dekkend.reading.words.document import Cell, Document, Line, Picture, Row, Table, Word


@dataclass(frozen=True, slots=True)
class Strip:
    """`elements` in reading order; a table stands there only when it is assigned, and `owner` maps its `number` to the block it answers."""

    elements: tuple[Line | Table, ...]
    owner: dict[int, str]
    pictures: tuple[Picture, ...]
    kind: str
    running: frozenset[int] = frozenset()  # numbers of lines that the file itself says to be running text

    def tables_of(self, block_id: str) -> list[Table]:
        return [e for e in self.elements if isinstance(e, Table) and self.owner[e.number] == block_id]


def _running(document: Document) -> frozenset[int]:
    """In a file with styles for headings: the lines outside tables that stand in no such style."""
    lines = (block for block in document.blocks if isinstance(block, Line) and document.styled)
    return frozenset(line.number for line in lines if not line.heading and not line.strong)


def unroll(document: Document, template: Template) -> Strip:
    """Assign every table to the question it answers and flatten the others into lines."""
    elements: list[Line | Table] = []
    owner: dict[int, str] = {}
    noted = footnote_lines(document)
    margin = margin_lines(document) | noted
    labels = _fact_labels(template)
    previous: Table | None = None
    for block in document.blocks:
        if isinstance(block, Table):
            found = owner_of(block, template) or _continued(block, previous, owner)
            if found:
                owner[block.number] = found
                elements.append(block)
            else:
                elements += flat_lines(block, labels)
            previous = block
        elif isinstance(block, Line) and block.number not in margin:
            elements.append(_without_reference(block) if noted else block)
            previous = previous if block.blank else None
    pictures = tuple(block for block in document.blocks if isinstance(block, Picture))
    return Strip(tuple(elements), owner, pictures, document.kind, _running(document))


def _without_reference(line: Line) -> Line:
    """The text without the sign of a footnote: "[1]" in Word, a small figure behind the sentence on a page."""
    words = line.words
    if len(words) > 3 and re.fullmatch(r"\d{1,2}", words[-1].text) and _height(words[-1]) < 0.8 * _height(words[-2]):
        return replace(line, text=line.text.rstrip()[: -len(words[-1].text)].rstrip(), words=words[:-1])
    return replace(line, text=re.sub(r"(?<=\S)\s?\[\d{1,3}\]", "", line.text)) if "[" in line.text else line


def _height(word: Word) -> float:
    return word.bottom - word.top


def owner_of(table: Table, template: Template) -> str | None:
    """The grid whose row labels stand in the first column, or the records block whose column names stand in a row."""
    best, score = None, 0
    for block in template.blocks():
        if block.kind is BlockKind.GRID:
            hits = sum(1 for row in table.rows if row_label(row, block))
            if hits > score and (hits >= 2 or has_choice_head(table, block)):
                best, score = block.id, hits
    if best:
        return best
    for block in template.blocks():
        if block.kind is BlockKind.RECORDS and len(block.columns) > 1 and any(column_heads(row, block) for row in table.rows[:3]):
            return block.id
    return None


def _continued(table: Table, previous: Table | None, owner: dict[int, str]) -> str | None:
    """A table without a head of its own that directly follows one of the same width goes on with it (a page end)."""
    if previous is None or previous.number not in owner or table.page == previous.page:
        return None
    return owner[previous.number] if width(table) == width(previous) else None


def width(table: Table) -> int:
    return max((sum(cell.span for cell in row.cells) for row in table.rows), default=0)


def row_label(row: Row, block: Block) -> str | None:
    """The code of the template row whose label opens the first filled cell, or None."""
    cell = next((cell for cell in row.cells if cell.text), None)
    if cell is None:
        return None
    found = label_at_start([line.text for line in cell.lines], block.rows)
    return found.row.code if found else None


def has_choice_head(table: Table, block: Block) -> bool:
    """True when one of the first rows names at least two choices."""
    return any(
        sum(1 for choice in block.choices if any(same(cell.text, choice.names) for cell in row.cells)) >= 2 for row in table.rows[:3]
    )


def column_heads(row: Row, block: Block) -> dict[int, str] | None:
    """Column code by cell index when the row is the head of a records table (two names or more), or None."""
    heads: dict[int, str] = {}
    for at, cell in enumerate(row.cells):
        for column in block.columns:
            if column.code not in heads.values() and cell.text and same(cell.text, column.names):
                heads[at] = column.code
                break
    return heads if len(heads) >= 2 else None


def flat_lines(table: Table, labels: frozenset[str]) -> list[Line]:
    """A table that answers no question by its columns, as lines: "Naam" | "De Vuursprot" becomes "Naam: De Vuursprot"."""
    lines: list[Line] = []
    for row in table.rows:
        cells = [cell for cell in row.cells if cell.text]
        at = 0
        while at < len(cells):
            pair = _labelled(cells[at], cells[at + 1], labels) if at + 1 < len(cells) else None
            lines += pair or list(cells[at].lines)
            at += 2 if pair else 1
    return lines


def _labelled(label: Cell, value: Cell, labels: frozenset[str]) -> list[Line] | None:
    names = [line for line in label.lines if not line.blank]
    values = [line for line in value.lines if not line.blank]
    if not all(name.text.rstrip().endswith(":") or compact(name.text) in labels for name in names):
        return None
    if len(names) == 1 and not _has_label(values, labels):
        joined = " ".join(line.text.strip() for line in values)
        return [replace(values[0], text=f"{names[0].text.strip().rstrip(':')}: {joined}")]
    if len(names) == len(values):
        return [
            replace(line, text=f"{name.text.strip().rstrip(':')}: {line.text.strip()}") for name, line in zip(names, values, strict=True)
        ]
    return None


def _has_label(values: list[Line], labels: frozenset[str]) -> bool:
    return any(compact(line.text.split(":")[0]) in labels for line in values if ":" in line.text)


def _fact_labels(template: Template) -> frozenset[str]:
    return frozenset(
        compact(name)
        for block in template.blocks()
        if block.kind is BlockKind.FACTS
        for field in block.fields
        if not field.in_running_text
        for name in field.names
    )
