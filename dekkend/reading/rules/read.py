"""What does a document say about a school's support? The one way in: a document and a form become values with their proof."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.findings import check_profile
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.template import Block, BlockKind, Template
from dekkend.reading.rules.assembly import Assembly
from dekkend.reading.rules.facts import form_lines, read_facts
from dekkend.reading.rules.fixed_text import sort_sentences
from dekkend.reading.rules.grids import read_grids
from dekkend.reading.rules.kind import refuse_other_documents
from dekkend.reading.rules.levels import read_level_lines
from dekkend.reading.rules.our_note import without_our_note
from dekkend.reading.rules.outline import Outline, Region, block_region, outline
from dekkend.reading.rules.paragraphs import Habits, habits_of, paragraphs
from dekkend.reading.rules.prose import read_prose
from dekkend.reading.rules.records import document_lines, read_documents, read_limits, read_offer_lines, read_record_tables
from dekkend.reading.rules.running_text import read_running_facts, tells_nothing_more, unplaced_amounts
from dekkend.reading.rules.strip import Strip, unroll
from dekkend.reading.rules.year import read_year
from dekkend.reading.words.document import Document, Line
from dekkend.reading.words.result import Certainty, Reading


def read_document(
    document: Document, template: Template, *, today: datetime.date | None = None, hours: HoursRules | None = None
) -> Reading:
    """Read `document` as a profile in the form `template`. With `today` the text guard of `profiles` looks it over, with `hours`.

    Raises `DocumentRefused` when it is a document of another kind. Every value of the form is in the result; what was not found is None.
    """
    strip = unroll(document, template)
    outlined = outline(strip, template)
    grids = read_grids(strip, outlined, template)
    refuse_other_documents(document, outlined, grids, template)
    reader = _Reader(document, template, strip, outlined)
    for grid in grids:
        reader.result.add_grid(grid)
        reader.result.add_unclear(grid)
        reader.used |= grid.lines
        reader.in_tables |= grid.lines
    reader.read_year()
    reader.read_labelled_facts()
    for read in (reader.read_records, reader.read_running_facts, reader.read_text):
        for block in template.blocks():
            read(block)
    reader.keep_own_chapters()
    reading = reader.result.reading()
    fixed_text = reader.result.fixed_text
    return reading if today is None else replace(reading, findings=_looked_over(reading, fixed_text, template, today, hours))


def _looked_over(
    reading: Reading, fixed_text: Sequence[tuple[str, str]], template: Template, today: datetime.date, hours: HoursRules | None
) -> tuple[dict[str, Any], ...]:
    found = check_profile(reading.profile, template, today=today, from_reading=reading.findings, hours=hours, fixed_text=fixed_text)
    return tuple(finding.as_dict() for finding in found)


class _Reader:
    """Goes through the parts of the form in order and keeps account of which lines are used up."""

    def __init__(self, document: Document, template: Template, strip: Strip, outlined: Outline) -> None:
        self.template, self.strip, self.outlined = template, strip, outlined
        self.result = Assembly(document, template, outlined)
        self.habits: Habits = habits_of(list(document.lines()), document.kind, styled=document.styled)
        self.links = document.source.links
        self.used: frozenset[int] = frozenset()
        self.in_tables: frozenset[int] = frozenset()

    def lines(self, region: Region | None) -> list[Line]:
        """The lines of a region that no other value has used up."""
        if region is None:
            return []
        elements = self.strip.elements[region.start : region.end]
        return [element for element in elements if isinstance(element, Line) and element.number not in self.used]

    def use(self, lines: list[Line]) -> None:
        self.used |= {line.number for line in lines if not line.blank}

    def read_year(self) -> None:
        found = read_year([e for e in self.strip.elements if isinstance(e, Line)], self.outlined, self.template)
        if found:
            self.result.set_year(found)
            if found.line.number not in self.used and len(found.quote.split()) <= 12:
                self.use([found.line])

    def read_labelled_facts(self) -> None:
        region = self.outlined.region("general") or self.outlined.region("introduction") or self.outlined.region("front")
        lines = self.lines(region)
        found = read_facts(lines, self.template, self.habits)
        if not any(fact.value for fact in found):
            lines = [line for line in self.strip.elements if isinstance(line, Line)][:150]
            found = read_facts(lines, self.template, self.habits)
        for fact in found:
            self.result.add_fact(fact)
        told = [line for line in lines if any(line.text in fact.quote.split("\n") for fact in found)]
        self.use([fact.line for fact in found] + told + form_lines(lines, self.template))

    def read_text(self, block: Block) -> None:
        if block.kind is BlockKind.PROSE:
            self._read_prose(block)
        elif block.kind is BlockKind.FIGURE:
            self.result.add_figure(block, self.strip, block_region(self.outlined, self.template, block))

    def read_records(self, block: Block) -> None:
        if block.kind is not BlockKind.RECORDS or block.id == "own_chapters":
            return
        tables = self.strip.tables_of(block.id)
        region = block_region(self.outlined, self.template, block)
        lines = self.lines(region)
        own = self.outlined.region(f"#{block.id}") is not None
        if tables:
            self.result.add_records(block, read_record_tables(tables, block))
        elif len(block.columns) == 1 and own:
            self.result.add_records(block, read_limits(lines, self.habits))
            self.use(lines)
        elif len(block.columns) > 2:
            found, used = read_level_lines(lines, block)
            self.result.add_records(block, found)
            self.used |= used
            self.in_tables |= used
        elif block.columns[-1].type.value == "url" and own:
            self.result.add_records(block, read_documents(lines, block, self.links))
            self.use(lines)
        elif own:
            self.result.add_records(block, read_offer_lines(lines, block))
            self.use(lines)
        elif block.columns[-1].type.value == "url":
            beside = document_lines(lines, block)
            self.result.add_records(block, read_documents(beside, block, self.links))
            self.use(beside)

    def read_running_facts(self, block: Block) -> None:
        """Facts in running text stay in the prose beside them, except sentences that hold amounts: these have their home in the facts."""
        if block.kind is not BlockKind.FACTS or not any(field.in_running_text for field in block.fields):
            return
        lines = self.lines(block_region(self.outlined, self.template, block))
        sorted_sentences = sort_sentences(paragraphs(lines, self.habits), self.template)
        found = read_running_facts(block, sorted_sentences)
        for fact in found:
            self.result.add_fact(fact)
        self.result.add_unplaced(block, unplaced_amounts(block, sorted_sentences, found))
        if any(field.type.value == "money" for field in block.fields):
            self.result.told_elsewhere |= {fact.quote for fact in found if fact.value and tells_nothing_more(fact.quote)}

    def _read_prose(self, block: Block) -> None:
        region = block_region(self.outlined, self.template, block)
        first = self.template.sections[0].blocks[0]
        lines = self.lines(region)
        if block is first:
            lines = [*self._front_sentences(), *lines]
        found = read_prose(lines, self.template, self.habits, block.lead_ins, self.result.told_elsewhere)
        if found.certainty is Certainty.CERTAIN and self._stands_below_table(found.lines, region):
            found = replace(found, certainty=Certainty.LIKELY, why=say("deze tekst staat onder een tabel en kan daarbij horen"))
        self.result.add_prose(block, found)
        self.use(lines)

    def _stands_below_table(self, lines: Sequence[Line], region: Region | None) -> bool:
        """Where a table became lines, what follows may be a piece of it."""
        if region is None or self.habits.whole:
            return False
        inside = {e.number for e in self.strip.elements[region.start : region.end] if isinstance(e, Line)}
        table = inside & self.in_tables
        return bool(table) and any(line.number > min(table) for line in lines)

    def _front_sentences(self) -> list[Line]:
        """Sentences before the first heading; a title page and a list of contents are no text of the school."""
        front = without_our_note(self.lines(self.outlined.region("front")))
        return [line for line in front if len(line.text.split()) >= 8 and "...." not in line.text]

    def keep_own_chapters(self) -> None:
        """Chapters that the form does not know, and text where the form asks for none: kept, never lost."""
        for region in self.outlined.regions:
            lines = self.lines(region)
            title = region.anchor.text if region.anchor else ""
            if region.target == "own":
                self.result.add_chapter(title, read_prose(lines, self.template, self.habits), region, lines)
            elif region.target != "front" and lines:
                found = read_prose(lines, self.template, self.habits)
                if found.text and len(found.text.split()) >= 5:
                    self.result.add_chapter(title, found, region, lines)
