"""How does a profile look in the form of the region (the SOP)? It reads back into the same values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dekkend.kernel.dates import say_date
from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block, BlockKind, Section, Template
from dekkend.publishing.rules.form_blocks import block_parts, fact_groups
from dekkend.publishing.words.edition import Edition
from dekkend.publishing.words.paper import Bullets, Cell, Heading, Line, Paper, Paragraph, Part, Table, cell

FRONT = "general"  # the section whose facts stand together in one table at the front


def form_document(template: Template, edition: Edition) -> Paper:
    """The whole form, filled in, with contents, the origin of its words and nothing that the school did not write or the region fixed."""
    return Paper(
        title=edition.school,
        subtitle=f"{template.document_title or template.title}, schooljaar {edition.school_year}",
        parts=(*not_as_adopted(edition), *(part for section in template.sections for part in _section(section, edition))),
        foot=foot(edition),
        origin=tuple(origin(edition)),
        contents=True,
        on=edition.on,
        author=edition.school,
    )


def not_as_adopted(edition: Edition) -> Iterator[Table]:
    """What is different today, apart from what was adopted: that stays as it is. Nothing when nothing is different.

    In tables, and before the first chapter: whoever reads the file back takes it for no answer.
    """
    day = say_date(edition.today or edition.on)
    found = sorted(edition.now.values(), key=lambda now: now.label)
    for title, some in (
        (say("Op {day} niet beschikbaar", day=day), [now for now in found if now.away]),
        (say("Op {day} anders", day=day), [now for now in found if not now.away]),
    ):
        rows = tuple((cell(now.label), cell(" ".join(part for part in (now.sentence, now.note) if part))) for now in some)
        if rows:
            caption = say("Anders dan vastgesteld, op {day}", day=day)
            yield Table(caption, (title, say("Wat de school daarover zegt")), rows, (5.0, 7.0))


def foot(edition: Edition) -> str:
    """Stands on every page: a page that got loose still says whose it is and of which version."""
    version = f"versie {edition.number}, vingerafdruk {edition.fingerprint[:12]}" if edition.fingerprint else "concept"
    return f"{edition.school}, {edition.school_year}, {version}"


def origin(edition: Edition) -> Iterator[Line]:
    """Which version this is, and how anyone can check that nothing in it was changed."""
    if not edition.fingerprint:
        yield Line("Concept. Deze tekst is niet vastgesteld.")
        return
    yield Line(f"Versie {edition.number}, openbaar sinds {say_date(edition.on)}.")
    if edition.address:
        yield Line(edition.address, edition.address)
    yield Line(f"Vingerafdruk (SHA-256): {edition.fingerprint}")


def _section(section: Section, edition: Edition) -> Iterator[Part]:
    parts = list(_content(section, edition))
    if section.headings and (parts or section.fixed):  # a chapter of fixed text also holds the sub-chapters that follow
        yield Heading(_title(section), _level(section))
    yield from parts


def _title(section: Section) -> str:
    """As the form numbers it: "1. Visie", "A. Basiskwaliteit"; without a number by its plain name."""
    if section.number[1:]:
        return section.headings[0]
    title = section.title if section.title in section.headings else section.headings[0]
    return f"{section.number}. {title}" if section.number.isdigit() else title


def _level(section: Section) -> int:
    """2A is a part of 2."""
    return 2 if section.number[1:] else 1


def _content(section: Section, edition: Edition) -> Iterator[Part]:
    yield from (Paragraph(text, "fixed") for text in edition.fixed.get(section.id) or section.own_words)
    if section.id == FRONT:
        yield Paragraph(f"Dit schoolondersteuningsprofiel is opgesteld voor schooljaar {edition.school_year}.")
        yield from _front(section, edition.values)
        return
    for block in section.blocks:
        if not _told_already(block, section, edition.values):
            yield from _block(block, edition.values.get(block.id), _level(section) + 1)


def _told_already(block: Block, section: Section, values: Mapping[str, Any]) -> bool:
    """The school's own text of this section names what the facts would say once more: the judgement of the inspectorate."""
    if not block.said:
        return False
    text = " ".join(values.get(other.id) or "" for other in section.blocks if other.kind is BlockKind.PROSE).lower()
    known = [value for value in (values.get(block.id) or {}).values() if value and not value[:4].isdigit()]
    return bool(known) and all(value.lower() in text for value in known)


def _front(section: Section, values: Mapping[str, Any]) -> Iterator[Table]:
    """One table of what is known; of what is not known no row."""
    rows: list[tuple[Cell, ...]] = []
    for block in section.blocks:
        if block.kind is BlockKind.FACTS:
            rows += [(cell(title), Cell(lines)) for title, lines in fact_groups(block, values.get(block.id) or {})]
        elif block.kind is BlockKind.RECORDS and values.get(block.id):
            rows.append((cell(block.title), Cell(tuple(_link(record) for record in values[block.id]))))
    yield from [Table("Gegevens van de school", (), tuple(rows), (4.0, 8.0))] if rows else []


def _link(record: Mapping[str, Any]) -> Line:
    return Line(record.get("label") or record.get("url") or "", record.get("url") or "")


def _block(block: Block, value: Any, level: int) -> Iterator[Part]:
    if block.id == "own_chapters":
        for chapter in value or []:
            yield Heading(chapter.get("title") or "Meer van de school", 1)
            yield from (Paragraph(text) for text in (chapter.get("text") or "").split("\n\n") if text)
    elif block.kind is BlockKind.RECORDS and len(block.columns) == 1:
        if value:
            yield Heading(block.headings[0] if block.headings else block.title, level)
            yield Bullets(tuple(record[block.columns[0].code] or "" for record in value))
    else:
        yield from block_parts(block, value, level=level)
