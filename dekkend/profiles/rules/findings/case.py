"""What does the text guard look at: which texts stand in a profile, and which sentences in a text?"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.kernel.dates import is_date
from dekkend.kernel.money import is_money
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.profiles.words.hours import HoursRules
from dekkend.profiles.words.template import Block, BlockKind, FieldType, Template

# a text without ends, such as a page of dots, is cut, so that no pattern has to look through more than this
MOST_IN_SENTENCE = 1000
_END = re.compile(r"[.!?]{1,5}[\"”’')]{0,3}(?=\s+[A-ZÀ-Ý•“\"‘(\d])|\n\s*\n|\n(?=\s*[•*\-–])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:bijv|evt|incl|excl|o\.a|d\.m\.v|t\.b\.v|m\.b\.t|i\.v\.m|n\.a\.v|z\.s\.m|d\.w\.z|blz|ca|dhr|mevr|mw|drs|dr|nr|gr|art)|\b[A-Za-z])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of free text at a path of the profile."""

    path: str
    text: str
    block: Block


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `place.text[start:end]`."""

    place: Text
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.place.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Case:
    """One profile before the guard. `values` is complete and valid for `template`; `year` is None when the profile does not say it.

    `fixed_text` are sentences of the region's own that a document holds, as (path of the block they stand in, sentence)."""

    values: dict[str, Any]
    template: Template
    year: SchoolYear | None
    today: datetime.date
    texts: tuple[Text, ...]
    sentences: tuple[Sentence, ...]
    hours: HoursRules
    fixed_text: tuple[tuple[str, str], ...] = ()

    def facts(self, block_id: str) -> dict[str, str | None]:
        """The values of a facts block; empty when this form has no such block. A date or amount that is none counts as not answered."""
        block = next((block for block in self.template.blocks() if block.id == block_id and block.kind is BlockKind.FACTS), None)
        value = self.values.get(block_id) or {}
        return {field.code: _sound(value.get(field.code), field.type) for field in block.fields} if block else {}


def make_case(
    profile: dict[str, Any], template: Template, today: datetime.date, hours: HoursRules, fixed_text: Iterable[tuple[str, str]] = ()
) -> Case:
    values = profile["values"]
    texts = tuple(text for block in template.blocks() for text in _texts(block, values[block.id]))
    sentences = tuple(sentence for place in texts for sentence in sentences_of(place))
    return Case(values, template, parse_school_year(profile.get("school_year") or ""), today, texts, sentences, hours, tuple(fixed_text))


def _sound(value: str | None, kind: FieldType) -> str | None:
    if value and kind in (FieldType.DATE, FieldType.MONEY):
        return value if (is_date if kind is FieldType.DATE else is_money)(value) else None
    return value


def sentences_of(place: Text) -> Iterator[Sentence]:
    """The sentences of a text; a dot of an abbreviation ends none."""
    start = 0
    for match in _END.finditer(place.text):
        if _ABBREVIATION.search(place.text[max(0, match.start() - 12) : match.end()]):
            continue
        yield from _trimmed(place, start, match.end())
        start = match.end()
    yield from _trimmed(place, start, len(place.text))


def _trimmed(place: Text, start: int, end: int) -> Iterator[Sentence]:
    for begin in range(start, end, MOST_IN_SENTENCE):
        text = place.text[begin : min(end, begin + MOST_IN_SENTENCE)]
        kept = text.strip(" \n\t•*")
        if kept:
            first = begin + text.index(kept)
            yield Sentence(place, first, first + len(kept))


def _texts(block: Block, value: Any) -> Iterator[Text]:
    if block.kind is BlockKind.PROSE:
        parts = [(block.id, value)]
    elif block.kind is BlockKind.FACTS:
        parts = [(f"{block.id}.{field.code}", value.get(field.code)) for field in block.fields if field.type is not FieldType.URL]
    elif block.kind is BlockKind.RECORDS:
        codes = [column.code for column in block.columns if column.type is not FieldType.URL]
        parts = [(f"{block.id}[{i}].{code}", record.get(code)) for i, record in enumerate(value) for code in codes]
    elif block.kind is BlockKind.GRID:
        parts = [(f"{block.id}.{code}.note", row["note"]) for code, row in value["rows"].items()]
        own = enumerate(value["own_rows"])
        parts += [(f"{block.id}.own_rows[{i}].{name}", row[name]) for i, row in own for name in ("label", "note")]
    else:
        parts = [(f"{block.id}.alt", value["alt"])] if value else []
    yield from (Text(path, text, block) for path, text in parts if text)
