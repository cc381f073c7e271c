"""Which parts does a filled-in form consist of, in order?"""

from __future__ import annotations

import random
from typing import Any

from dekkend.profiles.words.template import Block, BlockKind, Section, Template
from tests.rendering.facts import adoption_tables, budget_sentences
from tests.rendering.grids import grid_table
from tests.rendering.parts import Cell, Heading, Paragraph, Part, Picture, Table, cell
from tests.rendering.style import Style

Profile = dict[str, Any]


def outline(template: Template, profile: Profile, style: Style) -> list[Part]:
    """The whole form. Sections and blocks named in `style.dropped` are left out with their headings."""
    parts: list[Part] = []
    for section in _sections(template, style):
        if section.id not in style.dropped:
            parts.extend(_section(section, profile, style))
    return parts


def _sections(template: Template, style: Style) -> list[Section]:
    sections = [s for s in template.sections if s.id != "other"]
    if style.order:
        sections.sort(key=lambda s: style.order.index(s.id) if s.id in style.order else len(style.order))
    return sections + [s for s in template.sections if s.id == "other"]


def _section(section: Section, profile: Profile, style: Style) -> list[Part]:
    parts: list[Part] = []
    if section.headings:
        parts.append(Heading(_section_title(section, style), 2 if section.number[1:] else 1))
    if section.id == "general":
        parts.append(Paragraph(f"Dit schoolondersteuningsprofiel is opgesteld voor schooljaar {profile['school_year']}."))
    parts.extend(Paragraph(text) for text in style.fixed.get(section.id, ()))
    for block in section.blocks:
        if block.id not in style.dropped:
            parts.extend(_block(block, profile["values"], style))
    return parts


def _section_title(section: Section, style: Style) -> str:
    title = section.headings[0]
    if style.wording == "alias":
        title = random.Random(f"{style.seed} {section.id}").choice(section.headings)
    return f"{section.number}. {title}" if section.number.isdigit() else title


def _block(block: Block, values: dict[str, Any], style: Style) -> list[Part]:
    value = values[block.id]
    if block.kind is BlockKind.PROSE:
        return _prose(block, value, style) if value else []
    if block.kind is BlockKind.FIGURE:
        return [Picture(style.picture)] if style.picture else []
    if block.kind is BlockKind.GRID:
        return [*_title(block, style), grid_table(block, value, style)]
    if block.kind is BlockKind.FACTS:
        return _facts(block, values, style)
    return _records(block, value, style)


def _prose(block: Block, value: str, style: Style) -> list[Part]:
    texts = value.split("\n\n")
    footnote = style.footnote if block.id == "vision" else ""
    return [Paragraph(texts[0], footnote=footnote), *(Paragraph(text) for text in texts[1:])]


def _title(block: Block, style: Style) -> list[Part]:
    if not block.headings:
        return []
    title = block.headings[0]
    if style.wording == "alias":
        title = random.Random(f"{style.seed} {block.id}").choice(block.headings)
    return [Heading(title, 3)]


def _facts(block: Block, values: dict[str, Any], style: Style) -> list[Part]:
    if block.id == "school":
        return adoption_tables(values, style)
    if block.id == "budget":
        return [Paragraph(text) for text in budget_sentences(values["budget"], style)]
    return []  # adoption stands with the school; the inspection's judgement is written in the text of basic_quality


def _records(block: Block, value: list[dict[str, Any]], style: Style) -> list[Part]:
    if block.id == "limits":
        return [*_title(block, style), *_bullets([r["text"] for r in value], style)]
    if block.id == "own_chapters":
        return [p for r in value for p in (Heading(r["title"], 1), *(Paragraph(t) for t in r["text"].split("\n\n")))]
    if block.id == "related_documents" or not value:
        return []
    widths = (3.0, 6.0) if len(block.columns) == 2 else (2.0, 4.0, 3.5, 4.0)
    header = tuple(cell(c.label, role="head") for c in block.columns)
    rows = tuple(tuple(_record_cell(r[c.code], i) for i, c in enumerate(block.columns)) for r in value)
    return [*_title(block, style), Table(block.id, (header,), rows, widths)]


def _record_cell(text: str | None, place: int) -> Cell:
    return cell(text or "", role="label" if place == 0 else "text")


def _bullets(texts: list[str], style: Style) -> list[Part]:
    sign = "" if style.bullets == "plain" else style.bullets
    return [Paragraph(text, f"{i}." if sign == "1." else sign) for i, text in enumerate(texts, 1)]
