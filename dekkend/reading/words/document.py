"""What is a document, whatever file it came from?

One neutral model, filled by the three gateways (text, Word, PDF). Everything that *understands* a profile reads this
model and nothing else, so that one rule serves all file types.

Reading order is the order of `Document.blocks`. Nothing is stripped or collapsed on the way in: in a text dump of a
PDF table the number of blanks is the only trace of the columns (see `reading/rules/spacing.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """One word on a page. Distances in points from the left and top edge of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (text, PDF) or one whole paragraph (Word; a line break typed inside it starts a new one, except
    in a heading).

    `text` keeps its exact spacing; in a PDF, which has none, a gap wider than a letter is high is two blanks or more, one for
    each half of that. A soft hyphen (U+00AD) stands only at the end of a line, where it was printed.
    `number` counts from 1 through the whole document and is unique; in a .txt file it is the line number of the file.
    `heading` is the level (1 to 6) when the *source* says so (a Word style, the tag of a tagged PDF) and 0 otherwise.
    `bullet` is true when the source itself says that this is a list item (Word numbering). `words` holds the geometry and is filled
    for PDF only. `strong` is true when the whole line is bold or clearly larger than the running text.
    """

    text: str
    number: int
    page: int = 1
    heading: int = 0
    bullet: bool = False
    strong: bool = False
    words: tuple[Word, ...] = ()

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a real table.

    `lines` are its paragraphs (Word) or printed lines (PDF: with the number of the printed line of the table that they are part of),
    each exact. `checked` is True or False when the cell holds exactly one
    checkbox (content control, legacy form field, or a box character that stands alone), None when it holds none or more than one:
    a checkbox is also written into the text as ☒ or ☐. A merged cell stands once, with `span` > 1 (columns), and the rows it covers
    below have a cell with `continues` = True and no lines.
    """

    lines: tuple[Line, ...] = ()
    span: int = 1
    continues: bool = False
    checked: bool | None = None

    @property
    def text(self) -> str:
        """The words of the cell on one line, white space collapsed."""
        return " ".join(" ".join(line.text for line in self.lines).split())


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    page: int = 1
    header: bool = False  # the source itself says so (Word: repeat as header row)

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells if cell.text)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with real cells.

    `exact` is True when the cells are the author's own (Word), False when they were found from ruling (PDF). In a PDF the printed
    lines under the table are in `lines` too (with geometry), so that a second, independent reading is possible; they do not stand
    among the blocks a second time.
    A table inside a cell of another table is lifted out and follows the outer table's text before it, as a block of its own.
    A PDF table that goes on over a page end is two tables; `rules` join them.
    """

    rows: tuple[Row, ...]
    number: int  # the number of its first line, for ordering and evidence
    page: int = 1
    exact: bool = True
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the document. `alt` is the text alternative written by the author, or None."""

    number: int
    page: int = 1
    alt: str | None = None


Block = Line | Table | Picture


@dataclass(frozen=True, slots=True)
class Link:
    """A link target. `label` is the text it stands under when the source tells (Word, PDF annotation over words), else None."""

    url: str
    label: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that is there and could not be read, said in plain Dutch."""

    page: int
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """Which file this was. `sha256` is that of the bytes; `pages` is None when the file type has no pages."""

    name: str
    sha256: str
    media_type: str
    pages: int | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The document in reading order. `kind` is "text", "word" or "pdf".

    Running headers and footers (the same words in the margin of most pages, page numbers) are left out of `blocks` and kept in
    `margins`, and so is a table of contents that Word made. Lines of only a link address, as text dumps leave at a page
    foot, are left out of `blocks` and kept in `source.links`.
    Footnotes of Word stand at the end of `blocks` as lines that begin with "[1] ".
    """

    source: Source
    kind: str
    blocks: tuple[Block, ...]
    margins: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = field(default=())
    styled: bool = False  # made by this product: plain lines are no headings, and the signs in them are the school's own

    def lines(self) -> Iterator[Line]:
        """Every printed line in order, also those inside tables (a Word table gives its cells' paragraphs row by row)."""
        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            elif isinstance(block, Table):
                yield from block.lines or (line for row in block.rows for cell in row.cells for line in cell.lines)
