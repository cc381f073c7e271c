"""What does a form consist of, before it becomes Word, PDF or text?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `bullet` is the sign before it ("list" = a real list item where the file type has one); `link` is a target."""

    text: str
    bullet: str = ""
    footnote: str = ""
    link: str = ""

    @property
    def printed(self) -> str:
        sign = "•" if self.bullet == "list" else self.bullet
        return f"{sign} {self.text}" if sign else self.text


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    alt: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `box` is the state of a checkbox that stands before the text; `role` is head, label, mark or text."""

    paragraphs: tuple[Paragraph, ...] = ()
    role: str = "text"
    span: int = 1
    rows: int = 1
    box: bool | None = None
    typed_blank: bool = False

    @property
    def text(self) -> str:
        return "\n".join(p.printed for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header` and `rows` are rows of cells; a cell with `rows` = 2 has no counterpart in the row below."""

    name: str
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]

    @property
    def columns(self) -> int:
        return len(self.widths)


Part = Heading | Paragraph | Picture | Table


def cell(*texts: str, role: str = "text") -> Cell:
    return Cell(tuple(Paragraph(text) for text in texts if text), role)


def is_lone_mark(item: Cell) -> bool:
    return item.role == "mark" and bool(item.paragraphs or item.box is not None)
