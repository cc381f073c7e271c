"""Which parts does a document consist of, whatever kind of file it becomes?

A `Paper` is made by a rule and written by a gateway (PDF, Word, HTML). Texts are plain: nothing in them is ever read as code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# What a PDF says of a sign that its font lacks. Lines of fewer than eight words: no one who reads the file back takes them for an answer.
BOXED = {
    "nl": ("Een □ staat voor een ontbrekend teken.", "Het Word-bestand heeft dat teken wel."),
    "en": ("A □ stands for a missing sign.", "The Word file does have that sign."),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of running text in a language of its own: `lang` is its code, "" for that of the document."""

    text: str
    lang: str = ""


Text = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a chapter; the title of the document itself is no part."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `kind`: "body", "lead" (the sentence that opens), "note" (small) or "fixed" (the region's own words)."""

    text: Text
    kind: Literal["body", "lead", "note", "fixed"] = "body"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line in a cell; with `link` it leads to that address, with `lang` it is in another language than the document."""

    text: str
    link: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """`mark` cells hold one sign and are centred; a sign is never alone: its column says what it means."""

    lines: tuple[Line, ...] = ()
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`head` are the column titles ("" for a table with only row titles); the first cell of each row is the title of that row.

    `widths` are shares; `caption` says in words what the table holds, for whoever cannot see it.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`file` is the key under which the gateway finds the bytes: PNG, JPEG, or SVG that needs nothing from elsewhere.

    `alt` says what is to be seen, for whoever cannot see it; `caption` stands under it for everyone. `width` is the share of the width
    of the text, above 0 and at most 1.
    """

    file: str
    alt: str
    caption: str = ""
    width: float = 0.8


Part = Heading | Paragraph | Bullets | Table | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document.

    `foot` stands on every page beside its number; `origin` are the lines that say which version this is and where it stays: under
    the title of a document with contents, else at the end.
    `on` is the day that counts as its date (YYYY-MM-DD): the same paper gives the same bytes.
    """

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    foot: str = ""
    origin: tuple[Line, ...] = ()
    lang: Literal["nl", "en"] = "nl"
    contents: bool = False
    on: str = "2000-01-01"
    author: str = ""
    compact: bool = field(default=False)  # one page: smaller margins, text and space


def runs(text: Text) -> tuple[Run, ...]:
    return (Run(text),) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """The letters alone."""
    return "".join(run.text for run in runs(text))


def cell(text: str | None, *, link: str = "") -> Cell:
    """A cell with each line of `text` on its own line; nothing is an empty cell."""
    return Cell(tuple(Line(line, link) for line in (text or "").split("\n") if line))
