"""What has been met so far while going through a Word file: line numbers, pages, links, notes, and what was not read?"""

from __future__ import annotations

from dataclasses import dataclass, field

from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.limits import Limits
from dekkend.reading.gateways.word.names import Element, child, name, value
from dekkend.reading.gateways.word.package import Relation
from dekkend.reading.gateways.word.styles import Styles
from dekkend.reading.words.document import Link, Unread


@dataclass(slots=True)
class NoteMark:
    """A footnote or endnote: `kind` is "footnote" or "endnote", `number` the one printed in the text."""

    kind: str
    id: str
    number: int
    page: int


@dataclass(slots=True)
class Scribe:
    """The running state of one reading; it changes while the document is walked."""

    styles: Styles
    relations: dict[str, Relation]
    limits: Limits
    running_size: float
    rendered: bool  # Word noted where its pages ended
    page: int = 1
    last_number: int = 0
    characters: int = 0
    paged: bool = False
    links: list[Link] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)  # lines of Word's own table of contents
    sections: list[bool] = field(default_factory=list)  # per section still to come: does it start a page?

    def next_number(self) -> int:
        self.last_number += 1
        if self.last_number > self.limits.max_lines:
            raise refusals.too_much_text(self.limits.max_characters)
        return self.last_number

    def count(self, text: str) -> None:
        self.characters += len(text)
        if self.characters > self.limits.max_characters:
            raise refusals.too_much_text(self.limits.max_characters)

    def start_page(self, *, rendered: bool) -> None:
        """A page break was met. Where Word noted the real ends of pages, only those count."""
        if rendered == self.rendered:
            self.page += 1
            self.paged = True
        if self.page > self.limits.max_pages:
            raise refusals.too_many_pages(self.limits.max_pages)

    def end_section(self) -> None:
        if self.sections and self.sections.pop(0):
            self.start_page(rendered=False)

    def note(self, kind: str, id: str) -> str:
        """The mark of a note as it is written into the text."""
        self.notes.append(NoteMark(kind, id, len(self.notes) + 1, self.page))
        return f"[{len(self.notes)}]"

    def link(self, url: str, label: str) -> None:
        if url:
            self.links.append(Link(url, " ".join(label.split()) or None, self.page))

    def link_target(self, relation_id: str | None) -> str:
        relation = self.relations.get(relation_id or "")
        return relation.target if relation is not None and relation.outside else ""

    def miss(self, why: str) -> None:
        if Unread(self.page, why) not in self.unread:
            self.unread.append(Unread(self.page, why))


def scribe_for(root: Element, styles: Styles, relations: dict[str, Relation], limits: Limits) -> Scribe:
    sections = [child(section, "w:type") for section in root.iter(name("w:sectPr"))]
    return Scribe(
        styles=styles,
        relations=relations,
        limits=limits,
        running_size=styles.running_size(root),
        rendered=next(root.iter(name("w:lastRenderedPageBreak")), None) is not None,
        sections=[value(kind) not in ("continuous", "nextColumn") for kind in sections[1:]],
    )
