"""What does a region's form ask, and how are its questions called in documents?

A template is data (`profiles/data/*.yaml`), never code: a tree of sections with blocks of five kinds. Six functions work over
(template, values): read, edit, check, compare, render, index.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass


class BlockKind(enum.StrEnum):
    FACTS = "facts"
    PROSE = "prose"
    GRID = "grid"
    RECORDS = "records"
    FIGURE = "figure"


class FieldType(enum.StrEnum):
    TEXT = "text"
    DATE = "date"  # with its precision: 2023-09-14, 2023-09 or 2023
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    MONEY = "money"  # decimal string in euros: "8500", "106.50"
    NUMBER = "number"
    SCHOOL_YEAR = "school_year"  # 2023-2024


class MarkStyle(enum.StrEnum):
    """How a document shows the choice in a grid row."""

    COLUMN = "column"  # a mark in the column of the choice
    WORD = "word"  # the choice is written out ("ja", "nee") and a free note follows


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the form that documents call by its label or by one of its other names."""

    code: str
    label: str
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.label, *self.aliases)


@dataclass(frozen=True, slots=True)
class Choice(Named):
    """An answer that can be chosen in a row."""


@dataclass(frozen=True, slots=True)
class GridRow(Named):
    """A fixed row of a grid. `code` with the block's id is the code in the support catalogue: `expertise.second_language`."""


@dataclass(frozen=True, slots=True)
class Column(Named):
    """A column of a records block. `starts` are words a cell of this column usually begins with: the only hint where cells lost
    their borders."""

    type: FieldType = FieldType.TEXT
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field(Named):
    """A single labelled value.

    Two ways of standing in a document. With a label ("Telefoon: ..."): `label` and `aliases`, in the part of the form named by one of
    `within` when labels repeat ("Datum:" stands three times). In running text: the value stands `after` or `before` one of the cue
    phrases, or `beside` another field (in the same sentence); `words` is a closed vocabulary.
    """

    type: FieldType = FieldType.TEXT
    within: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    beside: str = ""
    words: tuple[str, ...] = ()
    person: bool = False  # the name of a person: not for everyone

    @property
    def in_running_text(self) -> bool:
        return bool(self.after or self.before or self.beside)


@dataclass(frozen=True, slots=True)
class Block:
    """One question of the form. Which attributes are filled depends on `kind`.

    `headings` are the lines that open it in a document; `heads` are the words of its table's header above the label column.
    `said` are sentences that tell facts of running text ("{total_amount}"): each is written when all its facts are known.
    `lead_ins` are lines of the form itself that stand above the answer and are no answer. `yearly` answers are about one school year
    and are not copied to the next; `signing` ones are filled in by the adoption, not by who writes.
    """

    id: str
    kind: BlockKind
    title: str
    headings: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    lead_ins: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    choices: tuple[Choice, ...] = ()
    rows: tuple[GridRow, ...] = ()
    columns: tuple[Column, ...] = ()
    marks: MarkStyle = MarkStyle.COLUMN
    note: str = ""
    note_aliases: tuple[str, ...] = ()
    own_rows: bool = False
    yearly: bool = False
    signing: bool = False
    said: tuple[str, ...] = ()

    def row(self, code: str) -> GridRow | None:
        return next((row for row in self.rows if row.code == code), None)

    def choice(self, code: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.code == code), None)

    def field(self, code: str) -> Field | None:
        return next((field for field in self.fields if field.code == code), None)


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter or sub-chapter of the form. `fixed` says that the region's fixed text is all there is to it."""

    id: str
    title: str
    number: str = ""
    headings: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    fixed: bool = False
    plain_title: str = ""  # how the section is called towards parents
    own_words: tuple[str, ...] = ()  # what our documents print here as long as the region gave no fixed text


@dataclass(frozen=True, slots=True)
class Template:
    """A region's form. `fixed_shingles` recognise the region's fixed sentences, `question_shingles` the form's own questions, both as
    hashes of five consecutive words (`profiles/rules/shingles.py`): the sentences themselves are not in the product."""

    id: str
    version: str
    title: str
    sections: tuple[Section, ...]
    recognise: tuple[str, ...] = ()
    school_year_after: tuple[str, ...] = ()
    fixed_shingles: frozenset[str] = frozenset()
    question_shingles: frozenset[str] = frozenset()
    document_title: str = ""  # printed on the documents of every region that uses this form; "" is its own title

    def blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield from section.blocks

    def block(self, block_id: str) -> Block:
        for block in self.blocks():
            if block.id == block_id:
                return block
        raise KeyError(block_id)

    def section_of(self, block_id: str) -> Section:
        for section in self.sections:
            if any(block.id == block_id for block in section.blocks):
                return section
        raise KeyError(block_id)
