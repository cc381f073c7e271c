"""What does a Word file say? The zip and its XML as the neutral document."""

from __future__ import annotations

from dataclasses import replace

from dekkend.reading.gateways import refusals
from dekkend.reading.gateways.limits import Limits
from dekkend.reading.gateways.word.blocks import read_blocks
from dekkend.reading.gateways.word.names import Element, child, name, value
from dekkend.reading.gateways.word.package import WordPackage
from dekkend.reading.gateways.word.paragraphs import read_paragraph
from dekkend.reading.gateways.word.scribe import Scribe, scribe_for
from dekkend.reading.gateways.word.settled import settle
from dekkend.reading.gateways.word.styles import Styles
from dekkend.reading.words.document import Block, Document, Line, Link, Picture, Source, Table

PROPERTIES, MADE_HERE = "docProps/core.xml", "dekkend-form/1"  # as publishing/gateways/word.py writes it
NOTES = {"footnote": "w:footnote", "endnote": "w:endnote"}


def read_word(data: bytes, source: Source, limits: Limits) -> Document:
    """The neutral document of a Word file (.docx, .docm, .dotx). Raises DocumentRefused when it cannot be read.

    Pages are counted where Word noted their ends, else by the page breaks that were typed; a file with neither has none.
    """
    package = WordPackage(data, limits)
    part = package.main_part()
    body = child(_settled(package, part), "w:body")
    if body is None:
        raise refusals.broken(refusals.WORD)
    styles = Styles(next((package.xml(target) for target in _targets(package, part, "styles")), None))
    scribe = scribe_for(body, styles, package.relations(part), limits)
    blocks = list(read_blocks(body, scribe))
    blocks += _notes(package, part, scribe)
    margins = (*_margins(package, part, scribe, body), *scribe.contents)
    _refuse_without_text(blocks)
    pages = scribe.page if scribe.paged else None
    filled = replace(source, pages=pages, links=tuple(dict.fromkeys(scribe.links)))
    return Document(filled, "word", tuple(blocks), tuple(dict.fromkeys(margins)), tuple(scribe.unread), _is_ours(package))


def _is_ours(package: WordPackage) -> bool:
    """The file says that this product made it: its headings stand in the styles of headings."""
    properties = package.xml(PROPERTIES)
    return properties is not None and any(str(each.tag).endswith("}keywords") and each.text == MADE_HERE for each in properties)


def _settled(package: WordPackage, part: str) -> Element | None:
    root = package.xml(part)
    if root is not None:
        settle(root)
    return root


def _notes(package: WordPackage, part: str, scribe: Scribe) -> list[Block]:
    """The footnotes and endnotes that the text refers to, each on one line, in the order of the text."""
    written: dict[tuple[str, str], str] = {}
    for kind, tag in NOTES.items():
        for target in _targets(package, part, f"{kind}s"):
            beside = _beside(package, target, scribe)
            for note in _elements(_settled(package, target), tag):
                written[(kind, value(note, "w:id") or "")] = _text_of(note, beside)
            scribe.links += beside.links
    return [
        Line(f"[{mark.number}] {written[(mark.kind, mark.id)]}", scribe.next_number(), mark.page)
        for mark in scribe.notes
        if written.get((mark.kind, mark.id))
    ]


def _margins(package: WordPackage, part: str, scribe: Scribe, body: Element) -> list[str]:
    """The lines of the headers and footers that the sections use."""
    used = {place.get(name("r:id")) for place in body.iter(name("w:headerReference"), name("w:footerReference"))}
    relations = package.relations(part)
    lines: list[str] = []
    for id in sorted(used & set(relations), key=lambda id: str(id)):
        target = relations[str(id)].target
        beside = _beside(package, target, scribe)
        root = _settled(package, target)
        texts = [_text_of(paragraph, beside) for paragraph in _elements(root, "w:p")]
        scribe.links += [Link(link.url, link.label, 1) for link in beside.links]
        lines += [text for text in texts if text]
    return lines


def _beside(package: WordPackage, part: str, scribe: Scribe) -> Scribe:
    """A state of its own for a part that stands beside the text: its links are its own, its lines do not count."""
    return Scribe(scribe.styles, package.relations(part), scribe.limits, scribe.running_size, rendered=True)


def _targets(package: WordPackage, part: str, kind: str) -> list[str]:
    return [relation.target for relation in package.relations(part).values() if relation.kind == kind]


def _elements(root: Element | None, tag: str) -> list[Element]:
    return [] if root is None else list(root.iter(name(tag)))


def _text_of(element: Element, scribe: Scribe) -> str:
    """The words of one paragraph, or of all paragraphs inside an element, on one line."""
    paragraphs = [element] if element.tag == name("w:p") else list(element.iter(name("w:p")))
    lines = [line.text for paragraph in paragraphs for line in read_paragraph(paragraph, scribe).lines]
    return " ".join(" ".join(lines).split())


def _refuse_without_text(blocks: list[Block]) -> None:
    lines = (block for block in blocks if isinstance(block, Line))
    tables = (block for block in blocks if isinstance(block, Table))
    if any(not line.blank for line in lines) or any(row.text for table in tables for row in table.rows):
        return
    if any(isinstance(block, Picture) for block in blocks):
        raise refusals.image_only(refusals.WORD)
    raise refusals.empty()
