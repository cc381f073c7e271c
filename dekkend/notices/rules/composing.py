"""What stands in a mail: plain text, and the same text as simple HTML?"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from dekkend.notices.words import LETTERS, Notice

ALWAYS = frozenset({"name", "link"})
LONGEST = 200  # characters of one value
LINK = re.compile(r"https?://[^\s<>\"]+")


class NotTellable(ValueError):
    """The values given are not those that the letter names."""


@dataclass(frozen=True, slots=True)
class Composed:
    subject: str
    text: str


def wanted_values(notice: Notice) -> frozenset[str]:
    """The values that the letter needs beside the name and the link."""
    return frozenset(name for _, name, _, _ in Formatter().parse(LETTERS[notice].text) if name) - ALWAYS


def compose(notice: Notice, *, name: str, link: str, values: Mapping[str, str]) -> Composed:
    """The mail as it goes out. Raises NotTellable when a value is missing or too many."""
    letter = LETTERS[notice]
    if set(values) != wanted_values(notice):
        raise NotTellable(f"{notice.value} needs the values {sorted(wanted_values(notice))}, not {sorted(values)}")
    filled = {key: one_line(value) for key, value in values.items()} | {"link": link, "name": one_line(name)}
    greeting = f"Beste {one_line(name)}," if one_line(name) else "Goedendag,"
    return Composed(letter.subject, f"{greeting}\n\n{letter.text.format_map(filled)}\n\nDekkend\n")


def example(notice: Notice, *, site: str) -> Composed:
    """The mail with made-up values, to look at."""
    return compose(notice, name="Joris van Duinkerke", link=f"{site}/voorbeeld/", values=LETTERS[notice].example)


def one_line(text: str) -> str:
    """A value that came from a person: one line, no link that can be clicked, not endless."""
    line = " ".join("".join(" " if unicodedata.category(sign).startswith("C") else sign for sign in text).split())
    return re.sub(r"(?i)\b(https?)://", r"\1:", line)[:LONGEST]


def as_html(text: str) -> str:
    """The paragraphs of a plain text as HTML, with its addresses as links; everything else is text."""
    return "\n".join(f"<p>{_paragraph(part)}</p>" for part in text.strip().split("\n\n"))


def _paragraph(text: str) -> str:
    pieces, at = [], 0
    for found in LINK.finditer(text):
        address = html.escape(found.group())
        pieces += [html.escape(text[at : found.start()]), f'<a href="{address}">{address}</a>']
        at = found.end()
    return "".join([*pieces, html.escape(text[at:])]).replace("\n", "<br>\n")
