"""Which records stand in an open list of the form: extra offers, documents, limits?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dekkend.kernel.sentences import say
from dekkend.profiles.words.template import Block
from dekkend.reading.rules.matching import compact
from dekkend.reading.rules.paragraphs import Habits, paragraphs
from dekkend.reading.rules.places import cells_of, find_columns
from dekkend.reading.rules.row_reading import join_broken
from dekkend.reading.rules.strip import column_heads
from dekkend.reading.words.document import Line, Link, Table
from dekkend.reading.words.result import Certainty

_GAP = re.compile(r"(?<=\S)(?: {2,}|\t+)(?=\S)")


@dataclass(frozen=True, slots=True)
class Record:
    """One record: value by column code (None: not there), with its line in the document."""

    values: dict[str, str | None]
    quote: str
    line: Line
    certainty: Certainty
    why: str = ""


def read_record_tables(tables: Sequence[Table], block: Block) -> list[Record]:
    """The records of real tables; a table that goes on over a page keeps the head of the first."""
    heads: dict[int, str] | None = None
    found: list[Record] = []
    for table in tables:
        for row in table.rows:
            named = column_heads(row, block)
            if named:
                heads = named
                continue
            if not row.text:
                continue
            codes = heads or {at: column.code for at, column in enumerate(block.columns)}
            values = _values(row.cells, codes, block)
            line = next(line for cell in row.cells for line in cell.lines)
            first = next(iter(codes.values()))
            if not table.exact and found and values.get(first) is None and row.page != found[-1].line.page:
                found[-1] = _continued(found[-1], values)
                continue
            certainty = Certainty.CERTAIN if table.exact and heads else Certainty.LIKELY
            why = "" if certainty is Certainty.CERTAIN else say("de rijen zijn afgeleid uit de lijnen van de tabel")
            found.append(Record(values, " | ".join(cell.text for cell in row.cells), line, certainty, why))
    return found


def _values(cells: Sequence[object], codes: dict[int, str], block: Block) -> dict[str, str | None]:
    values: dict[str, str | None] = {column.code: None for column in block.columns}
    for at, cell in enumerate(cells):
        if at in codes:
            values[codes[at]] = join_broken([line.text for line in cell.lines]) or None  # type: ignore[attr-defined]
    return values


def _continued(record: Record, more: dict[str, str | None]) -> Record:
    joined = {code: " ".join(filter(None, (text, more.get(code)))) or None for code, text in record.values.items()}
    return Record(joined, record.quote, record.line, Certainty.LIKELY, say("deze rij loopt door op de volgende bladzijde"))


def read_offer_lines(lines: Sequence[Line], block: Block) -> list[Record]:
    """A free table of two columns that lost its cells: the second begins at a wide gap or at a word such a cell usually begins with."""
    name, period = block.columns[0], block.columns[1]
    placed = find_columns(lines, block)
    if placed and any(line.words for line in lines):
        return _by_place(lines[placed[0] :], placed[1], block)
    found: list[Record] = []
    for line in lines:
        if line.blank or _is_head(line.text, block):
            continue
        cut = _cut(line.text, period.starts)
        if cut is None and found and line.text.strip()[0].islower():
            last = found[-1]
            text = join_broken([last.values[period.code] or "", line.text])
            found[-1] = Record({**last.values, period.code: text}, f"{last.quote}\n{line.text}", last.line, Certainty.LIKELY, last.why)
            continue
        left, right = (line.text[:cut], line.text[cut:]) if cut else (line.text, "")
        values = {name.code: " ".join(left.split()) or None, period.code: " ".join(right.split()) or None}
        certainty = Certainty.LIKELY if cut else Certainty.UNSURE
        found.append(Record(values, line.text, line, certainty, say("de grens tussen de kolommen is afgeleid uit de woorden")))
    return found


def _by_place(lines: Sequence[Line], places: Sequence[object], block: Block) -> list[Record]:
    first = block.columns[0].code
    found: list[Record] = []
    for line in lines:
        if line.blank:
            continue
        cells = cells_of(line, places)  # type: ignore[arg-type]
        if found and first not in cells:
            found[-1] = _continued(found[-1], dict(cells))
            continue
        values: dict[str, str | None] = {column.code: cells.get(column.code) for column in block.columns}
        found.append(Record(values, line.text, line, Certainty.LIKELY, say("de kolommen zijn afgeleid uit de plaats op de bladzijde")))
    return found


def _is_head(text: str, block: Block) -> bool:
    letters = compact(text)
    wholes = {"".join(compact(name) for name in pair) for pair in _pairs(block)}
    return letters in wholes or any(letters == compact(head) for head in block.heads)


def _pairs(block: Block) -> list[tuple[str, str]]:
    return [(one, other) for one in block.columns[0].names for other in block.columns[1].names]


def _cut(text: str, starts: Sequence[str]) -> int | None:
    """Where the second column begins: at a word or two words such a cell begins with, else behind a wide gap."""
    tokens = list(re.finditer(r"\S+", text))
    words = [compact(token.group()) for token in tokens]
    known = frozenset(map(compact, starts))
    for at in range(1, len(tokens)):
        pair = words[at] + (words[at + 1] if at + 1 < len(words) else "")
        if words[at] in known or pair in known or (words[at][:1].isdigit() and words[at][:1] in known):
            return tokens[at].start()
    gap = _GAP.search(text)
    return gap.end() if gap else None


def document_lines(lines: Sequence[Line], block: Block) -> list[Line]:
    """The lines of the documents where the form's own names stand beside them in a column ("Schoolgids      Schoolgids 2024-2025"), cut to
    the second column; empty when they do not stand so."""
    names = {compact(word) for heading in block.headings for word in heading.split() if len(word) > 3}
    found: list[Line] = []
    for line in lines:
        gap = _GAP.search(line.text.strip())
        first = compact(line.text.split()[0]) if line.text.split() else ""
        if gap and first in names and gap.start() <= len(line.text.split()[0]) + 1:
            found.append(replace(line, text=line.text.strip()[gap.end() :]))
        elif found and line.number == found[-1].number + 1 and line.text[:6].isspace():
            found.append(line)
    return found


def read_documents(lines: Sequence[Line], block: Block, links: Sequence[Link]) -> list[Record]:
    """The documents named on the form, each with the link target that fits its name."""
    found = []
    free = list(links)
    for line in lines:
        label = " ".join(line.text.split())
        if not label or len(label) > 160:
            continue
        link = _link_for(label, free)
        if link:
            free.remove(link)
        values = {"label": label, "url": link.url if link else None}
        found.append(Record(values, line.text, line, Certainty.LIKELY, say("het adres is bij de naam gezocht")))
    return found


def _link_for(label: str, links: Sequence[Link]) -> Link | None:
    exact = next((link for link in links if link.label and compact(link.label) == compact(label)), None)
    if exact:
        return exact
    words = [compact(word) for word in label.split() if len(compact(word)) >= 4]
    free = [link for link in links if not link.label and not link.url.startswith("mailto:") and _same_years(label, link.url)]
    fitting = [link for link in free if words and words[0] in compact(link.url)]
    return max(fitting, key=lambda link: sum(word in compact(link.url) for word in words), default=None)


def _same_years(label: str, url: str) -> bool:
    """A plan of other years than the address names is another plan."""
    said, linked = set(re.findall(r"\d{2,4}", label)), set(re.findall(r"(?<!\d)20\d\d(?!\d)", url))
    return not said or not linked or bool({year[-2:] for year in said} & {year[-2:] for year in linked})


def read_limits(lines: Sequence[Line], habits: Habits) -> list[Record]:
    """The limits of a school's support: bullets, numbers or plain sentences under the heading."""
    found = []
    listed = paragraphs(lines, habits)
    bulleted = any(paragraph.bullet for paragraph in listed)
    shifted = False  # behind a limit that may belong to the one above it, every number may be one too high
    for paragraph in listed:
        shifted = shifted or not paragraph.sure or (bulleted and not paragraph.bullet)
        text = re.sub(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+", "", paragraph.text)
        if not any(char.isalpha() for char in text):
            continue
        clear = not shifted and (paragraph.bullet or habits.whole)
        why = "" if clear else say("waar een grens begint of eindigt, is afgeleid uit de regels")
        certainty = Certainty.CERTAIN if clear else Certainty.LIKELY
        found.append(Record({"text": text}, "\n".join(line.text for line in paragraph.lines), paragraph.lines[0], certainty, why))
    return found
