"""How do the separate readings become one profile with its proof?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dekkend.kernel.sentences import say
from dekkend.profiles.rules.empty import empty_values
from dekkend.profiles.words.profile import FORMAT
from dekkend.profiles.words.template import Block, Template
from dekkend.reading.rules.fact_reading import FactReading
from dekkend.reading.rules.fixed_text import Sentence
from dekkend.reading.rules.grids import GridReading
from dekkend.reading.rules.margins import footnote_lines
from dekkend.reading.rules.outline import Outline, Region
from dekkend.reading.rules.prose import ProseReading
from dekkend.reading.rules.records import Record
from dekkend.reading.rules.row_reading import RowReading
from dekkend.reading.rules.strip import Strip
from dekkend.reading.words.document import Document, Line, Unread
from dekkend.reading.words.result import Certainty, Evidence, Reading


def _footnotes(document: Document) -> list[Unread]:
    """Footnotes have no place in the form; the reviewer sees them."""
    numbers = footnote_lines(document)
    return [
        Unread(line.page, say("Voetnoot: {text}", text=" ".join(line.text.split()))) for line in document.lines() if line.number in numbers
    ]


class Assembly:
    """Collects values, evidence and findings of one document. `told_elsewhere` are sentences whose content has its home in a fact."""

    def __init__(self, document: Document, template: Template, outlined: Outline) -> None:
        self.document, self.template = document, template
        self.values: dict[str, Any] = empty_values(template)
        self.evidence: list[Evidence] = []
        self.findings: list[dict[str, Any]] = []
        self.unread: list[Unread] = [*document.unread, *_footnotes(document)]
        self.fixed_text: list[tuple[str, str]] = []
        self.year: str | None = None
        self.told_elsewhere: set[str] = set()
        for line, title in outlined.almost:
            self._find(
                "heading_unsure",
                "",
                say(
                    "Het onderdeel '{title}' is niet gevonden. De regel '{line}' lijkt er op. Kijk of dit de kop is.",
                    title=title,
                    line=line.text.strip(),
                ),
                line.text.strip(),
            )

    def set_year(self, found: FactReading) -> None:
        self.year = found.value
        self._prove(found.path, found.quote, found.line, found.certainty, found.why, found.readings)

    def add_fact(self, found: FactReading) -> None:
        block_id, _, code = found.path.partition(".")
        self.values[block_id][code] = found.value
        if found.value is not None or found.why:
            self._prove(found.path, found.quote, found.line, found.certainty, found.why, found.readings)

    def add_grid(self, grid: GridReading) -> None:
        value = self.values[grid.block.id]
        for row in grid.rows:
            if row.code is None:
                path = f"{grid.block.id}.own_rows[{len(value['own_rows'])}]"
                value["own_rows"].append({"label": row.label, "choice": row.choice, "note": row.note})
            else:
                path = f"{grid.block.id}.{row.code}"
                value["rows"][row.code] = {"choice": row.choice, "note": row.note}
            self._prove_row(path, row)

    def add_unclear(self, grid: GridReading) -> None:
        """What stands inside a table and is no answer to any row: shown to the reviewer, never dropped in silence."""
        for line in grid.unclear:
            why = say("In de tabel '{title}' is deze regel niet begrepen: {text}", title=grid.block.title, text=" ".join(line.text.split()))
            self.unread.append(Unread(line.page, why))

    def add_unplaced(self, block: Block, found: Sequence[Sentence]) -> None:
        """Amounts that belong to no field of the form as far as the reader can tell."""
        for sentence in found:
            why = say(
                "Bij '{title}' staat een bedrag dat niet te plaatsen is: {text}",
                title=block.title,
                text=" ".join(sentence.text.split())[:200],
            )
            self.unread.append(Unread(sentence.paragraph.lines[0].page, why))

    def _prove_row(self, path: str, row: RowReading) -> None:
        self.evidence.append(
            Evidence(path, row.quote, row.page, row.line, row.certainty, row.why, row.readings, row.cells),
        )
        if row.note is not None:
            self.evidence.append(
                Evidence(f"{path}.note", row.quote, row.page, row.line, row.note_certainty, row.note_why, (), row.cells),
            )

    def add_records(self, block: Block, records: Sequence[Record]) -> None:
        self.values[block.id] = [record.values for record in records]
        for at, record in enumerate(records):
            for code, value in record.values.items():
                if value is not None:
                    self._prove(f"{block.id}[{at}].{code}", record.quote, record.line, record.certainty, record.why)
        if records:
            worst = max((record.certainty for record in records), key=list(Certainty).index)
            why = next((record.why for record in records if record.certainty is worst), "")
            self._prove(block.id, records[0].quote, records[0].line, worst, why)

    def add_prose(self, block: Block, found: ProseReading) -> None:
        self.values[block.id] = found.text
        self._report(block.id, found)
        if found.text and found.lines:
            quote = "\n".join(line.text for line in found.lines)
            self._prove(block.id, quote, found.lines[0], found.certainty, found.why)

    def _report(self, path: str, found: ProseReading) -> None:
        self.fixed_text += [(path, sentence) for sentence in found.fixed]
        for sentence in found.changed:
            self._find("fixed_text_changed", path, say("Deze zin lijkt op de vaste tekst van de regio, maar is anders."), sentence, "info")
        for sentence in found.asked:
            message = say("Hier staat nog een vraag van het formulier. Haal die weg voor u publiceert.")
            self._find("template_question_left_in", path, message, sentence)

    def add_figure(self, block: Block, strip: Strip, region: Region | None) -> None:
        """A picture under the figure's heading: its text alternative, when the author wrote one."""
        if region is None:
            return
        numbers = [element.number for element in strip.elements[region.start : region.end]]
        inside = [p for p in strip.pictures if numbers and numbers[0] <= p.number <= numbers[-1] + 1 and p.alt]
        if inside:
            self.values[block.id] = {"file": None, "alt": inside[0].alt}
            picture, why = inside[0], say("het plaatje zelf is niet gelezen")
            self.evidence.append(Evidence(block.id, picture.alt or "", picture.page, picture.number, Certainty.LIKELY, why))

    def add_chapter(self, title: str, found: ProseReading, region: Region, lines: Sequence[Line]) -> None:
        chapters = self.values.get("own_chapters")
        if chapters is None:
            return
        at = len(chapters)
        chapters.append({"title": title, "text": found.text})
        line = region.anchor.line if region.anchor else lines[0]
        why = say("dit hoofdstuk staat niet in het formulier")
        self._prove(f"own_chapters[{at}].title", title, line, Certainty.LIKELY, why)
        if found.text and found.lines:
            quote = "\n".join(item.text for item in found.lines)
            self._prove(f"own_chapters[{at}].text", quote, found.lines[0], Certainty.LIKELY, why)

    def _prove(
        self, path: str, quote: str, line: Line, certainty: Certainty, why: str = "", readings: Sequence[tuple[str, str]] = ()
    ) -> None:
        self.evidence.append(Evidence(path, quote, line.page, line.number, certainty, why, tuple(readings)))

    def _find(self, code: str, path: str, message: str, quote: str, severity: str = "warning") -> None:
        self.findings.append({"code": code, "path": path, "severity": severity, "message": message, "source": "formulier", "quote": quote})

    def reading(self) -> Reading:
        profile = {
            "format": FORMAT,
            "template": self.template.id,
            "template_version": self.template.version,
            "site": None,
            "school_year": self.year,
            "values": self.values,
        }
        return Reading(self.document.source, profile, tuple(self.evidence), tuple(self.findings), tuple(self.unread))
