"""What stands on the screen of one part of the form: every item with its answer, and everything a person wants to see beside it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dekkend.kernel.dates import is_date, say_date
from dekkend.kernel.sentences import say
from dekkend.profiles.rules.catalogue import suggest_code
from dekkend.profiles.rules.findings.case import Text, sentences_of
from dekkend.profiles.rules.findings.readability import FOR_PARENTS, reading_score
from dekkend.profiles.rules.form_cells import cells_of, record_row, row_cells
from dekkend.profiles.rules.form_values import digest
from dekkend.profiles.rules.hours import hours_per_week
from dekkend.profiles.rules.items import OWN_ROWS, Item, is_filled, item_of, value_of
from dekkend.profiles.rules.naming import NOTHING, say_value, short
from dekkend.profiles.rules.parts import is_answered
from dekkend.profiles.rules.paths import UnknownPath, block_of
from dekkend.profiles.words.catalogue import Catalogue
from dekkend.profiles.words.hours import Hours, HoursRules
from dekkend.profiles.words.school_page import Proof
from dekkend.profiles.words.section_form import FormBlock, FormItem, FormRow, Last, Option, Part, Remark
from dekkend.profiles.words.template import Block, BlockKind, Template

NOT_ANSWERED = say("niet beantwoord")


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known about a draft beside its values. `last` are the values of the year before, `last_year` its name."""

    base: int
    catalogue: Catalogue
    standing: Mapping[str, Any] = field(default_factory=dict)
    evidence: Mapping[str, Any] = field(default_factory=dict)
    last: dict[str, Any] | None = None
    last_year: str = ""
    remarks: tuple[Remark, ...] = ()
    hours: HoursRules | None = None


def section_form(template: Template, part: Part, values: dict[str, Any], beside: Beside) -> tuple[FormBlock, ...]:
    """The blocks of this part, in the order of the form."""
    return tuple(_block(template, block, values, beside) for block in part.blocks)


def form_item(template: Template, path: str, values: dict[str, Any], beside: Beside) -> FormItem:
    """One item as it stands on that screen; `path` may also be the own rows of a grid. Raises UnknownPath."""
    block = template.block(block_of(path))
    if path == f"{block.id}.{OWN_ROWS}":
        return _own(template, block, values, beside)
    return _item(template, block, item_of(template, path), values, beside)


def say_item(template: Template, path: str, value: Any) -> str:
    """The whole value of an item as a person reads it; `path` may also be the own rows of a grid."""
    block = template.block(block_of(path))
    if block.kind is not BlockKind.GRID:
        return say_value(template, path, value)
    rows = value if isinstance(value, list) else [value or {}]
    return "\n".join(_say_row(block, row) for row in rows) or NOT_ANSWERED


def remarks_at(template: Template, path: str, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The findings about this item; those of a row that the school added stand at all own rows together."""
    return tuple(remark for remark in remarks if _home(template, remark.finding.path) == path)


def _block(template: Template, block: Block, values: dict[str, Any], beside: Beside) -> FormBlock:
    whole = tuple(remark for remark in beside.remarks if remark.finding.path == block.id)
    if block.kind is BlockKind.FACTS:
        paths = [f"{block.id}.{each.code}" for each in block.fields]
    elif block.kind is BlockKind.GRID:
        paths = [f"{block.id}.{row.code}" for row in block.rows]
    else:
        return FormBlock(block, (form_item(template, block.id, values, beside),))
    items = tuple(form_item(template, path, values, beside) for path in paths)
    own = _own(template, block, values, beside) if block.own_rows else None
    return FormBlock(block, items, own, whole)


def _item(template: Template, block: Block, item: Item, values: dict[str, Any], beside: Beside) -> FormItem:
    value, standing = value_of(values, item), beside.standing.get(item.path) or {}
    grid = block.kind is BlockKind.GRID
    listed = block.kind is BlockKind.RECORDS
    cells = cells_of(block, item, value)
    return FormItem(
        path=item.path,
        kind=block.kind,
        label=short(item.label) if grid else cells[0].label if block.kind is BlockKind.FACTS else item.label,
        was=digest(template, item.path, value),
        base=beside.base,
        filled=is_answered(value),
        cells=cells,
        options=_options(block, (value or {}).get("choice")) if grid else (),
        rows=tuple(record_row(block, record) for record in value or ()) if listed else (),
        blank=record_row(block, {}) if listed else None,
        picture=(value or {}).get("file") or "" if block.kind is BlockKind.FIGURE else "",
        last=_last(template, block, item, value, beside),
        open=bool(standing.get("open")),
        since=standing.get("since") or "",
        confirmed_on=_day(standing.get("confirmed_on")),
        remarks=remarks_at(template, item.path, beside.remarks),
        hours=_hours(block, value, beside),
        score=_score(block, value),
        proof=_proof(beside.evidence, item.path),
        listed=listed,
    )


def _own(template: Template, block: Block, values: dict[str, Any], beside: Beside) -> FormItem:
    """The rows that the school added, as one list that grows."""
    path = f"{block.id}.{OWN_ROWS}"
    rows = (values.get(block.id) or {}).get(OWN_ROWS) or []
    before = ((beside.last or {}).get(block.id) or {}).get(OWN_ROWS) or []
    waiting = any((beside.standing.get(f"{path}[{at}]") or {}).get("open") for at in range(len(rows)))
    said = "; ".join(_say_row(block, row) for row in before)
    return FormItem(
        path=path,
        kind=BlockKind.GRID,
        label=block.title,
        was=digest(template, path, rows),
        base=beside.base,
        filled=bool(rows),
        rows=tuple(_own_row(block, row, beside.catalogue) for row in rows),
        blank=FormRow(row_cells(block, {}), _options(block, None)),
        last=Last(beside.last_year, said, filled=True, same=rows == before) if before else None,
        open=waiting,
        remarks=remarks_at(template, path, beside.remarks),
        listed=True,
    )


def _own_row(block: Block, row: dict[str, Any], catalogue: Catalogue) -> FormRow:
    likely = suggest_code(row.get("label") or "", catalogue)
    item = catalogue.item(likely[0].code) if likely else None
    return FormRow(row_cells(block, row), _options(block, row.get("choice")), item.label if item else "")


def _options(block: Block, chosen: str | None) -> tuple[Option, ...]:
    return tuple(Option(choice.code, choice.label, choice.code == chosen) for choice in block.choices)


def _last(template: Template, block: Block, item: Item, value: Any, beside: Beside) -> Last | None:
    if beside.last is None:
        return None
    before = value_of(beside.last, item)
    said = _say_row(block, before or {}) if block.kind is BlockKind.GRID else say_value(template, item.path, before)
    filled = is_filled(before)
    shown = said if filled and said != NOTHING else NOT_ANSWERED
    return Last(beside.last_year, shown, filled=filled and not block.yearly, same=before == value)


def _say_row(block: Block, row: Mapping[str, Any]) -> str:
    choice = block.choice(row.get("choice") or "")
    said = choice.label.lower() if choice else NOT_ANSWERED
    return ", ".join(part for part in (row.get("label"), said, row.get("note")) if part)


def _hours(block: Block, value: Any, beside: Beside) -> Hours | None:
    """How many hours a week we read in the note; only where the form asks for hours."""
    if block.kind is not BlockKind.GRID or "uren" not in block.note.lower() or not (value or {}).get("note"):
        return None
    return hours_per_week(value["note"], beside.hours)


def _score(block: Block, value: Any) -> float | None:
    if block.kind is not BlockKind.PROSE or block.id not in FOR_PARENTS or not value:
        return None
    return reading_score([sentence.text for sentence in sentences_of(Text(block.id, value, block))])


def _proof(evidence: Mapping[str, Any], path: str) -> Proof | None:
    found = evidence.get(path) or evidence.get(f"{path}.note")
    if not found or not (found.get("quote") or "").strip():
        return None
    quote = " ".join(found["quote"].split())
    return Proof(quote, found.get("page"), found.get("line"), found.get("certainty") == "certain", found.get("by") != "reader")


def _home(template: Template, path: str) -> str:
    if f".{OWN_ROWS}" in path:
        return f"{block_of(path)}.{OWN_ROWS}"
    try:
        return item_of(template, path).path
    except UnknownPath:
        return path


def _day(value: str | None) -> str:
    return say_date(value) if value and is_date(value) else ""
