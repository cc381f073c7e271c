"""Which differences are there between two values of one part of the form?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dekkend.profiles.rules.changes.likeness import flat, in_place, match
from dekkend.profiles.rules.changes.said import (
    name_of_field,
    name_of_record,
    said_block,
    said_fact,
    said_figure,
    said_own_row,
    said_record,
    said_row,
)
from dekkend.profiles.rules.changes.texts import compare_texts, compare_values
from dekkend.profiles.rules.naming import short
from dekkend.profiles.words.changes import Change, FormChange, Kind, Sentence, Weight
from dekkend.profiles.words.template import Block, BlockKind, Template

Compare = Callable[[str, str], tuple[Sentence, ...]]
ABSENT = object()  # on one side the form has no such place; null is a place without an answer


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the form, and the forms on both sides: names that only one of them knows are found there."""

    template: Template
    earlier: Template
    block: Block
    old_block: Block
    section: str

    def change(self, path: str, label: str, before: Any, after: Any, sentences: tuple[Sentence, ...]) -> Change:
        said_before, said_after = "".join(s.before for s in sentences), "".join(s.after for s in sentences)
        form = FormChange.NEW if before is ABSENT else FormChange.GONE if after is ABSENT else FormChange.NONE
        same = flat(said_before) == flat(said_after) and form is FormChange.NONE
        return Change(
            path=path,
            section=self.section,
            label=label,
            kind=_kind(said_before, said_after, form),
            before=None if before is ABSENT else before,
            after=None if after is ABSENT else after,
            sentences=sentences,
            was="" if before is ABSENT else path,
            form=form,
            weight=Weight.LAYOUT if same else Weight.REST,
            block=self.block.id,
        )


def compare_block(place: Place, before: Any, after: Any) -> Iterator[Change]:
    """The differences between two values of this part, in the order of the form; ABSENT where a form does not have the part."""
    if ABSENT in (before, after) or not (_fits(place.block, before) and _fits(place.block, after)):
        yield from _whole(place, before, after)
    elif before != after:
        yield from _COMPARED[place.block.kind](place, before, after)


def _kind(said_before: str, said_after: str, form: FormChange) -> Kind:
    if form is not FormChange.NONE:
        return Kind.ADDED if form is FormChange.NEW else Kind.REMOVED
    if bool(said_before.strip()) == bool(said_after.strip()):
        return Kind.CHANGED
    return Kind.ADDED if said_after.strip() else Kind.REMOVED


def _fits(block: Block, value: Any) -> bool:
    if block.kind is BlockKind.GRID:
        return isinstance(value, dict) and isinstance(value.get("rows"), dict) and isinstance(value.get("own_rows"), list)
    wanted: dict[BlockKind, tuple[type, ...]] = {BlockKind.FACTS: (dict,), BlockKind.RECORDS: (list,), BlockKind.PROSE: (str, type(None))}
    return isinstance(value, wanted.get(block.kind, (dict, type(None))))


def _whole(place: Place, before: Any, after: Any) -> Iterator[Change]:
    if before == after:
        return
    said = [
        said_block(form, block, value) if value is not ABSENT and _fits(block, value) else ""
        for form, block, value in ((place.earlier, place.old_block, before), (place.template, place.block, after))
    ]
    block = place.old_block if after is ABSENT else place.block
    yield place.change(block.id, block.title, before, after, compare_texts(said[0], said[1]))


def _facts(place: Place, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    for code in _ordered([field.code for field in place.block.fields], before, after):
        one, other = before.get(code, ABSENT), after.get(code, ABSENT)
        if one == other:
            continue
        path = f"{place.block.id}.{code}"
        field = place.block.field(code) or place.old_block.field(code)
        said = [
            said_fact(form, path, None if value is ABSENT else value) for form, value in ((place.earlier, one), (place.template, other))
        ]
        yield place.change(path, name_of_field(place.block, field) if field else code, one, other, compare_values(said[0], said[1]))


def _grid(place: Place, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    old, new = before["rows"], after["rows"]
    for code in _ordered([row.code for row in place.block.rows], old, new):
        one, other = old.get(code, ABSENT), new.get(code, ABSENT)
        if one == other:
            continue
        row = place.block.row(code) or place.old_block.row(code)
        said_before = said_row(place.old_block, None if one is ABSENT else one)
        said_after = said_row(place.block, None if other is ABSENT else other)
        yield place.change(
            f"{place.block.id}.{code}", short(row.label) if row else code, one, other, compare_values(said_before, said_after)
        )
    yield from _listed(place, f"{place.block.id}.own_rows", before["own_rows"], after["own_rows"], said_own_row, compare_values, _label)


def _records(place: Place, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[Change]:
    yield from _listed(place, place.block.id, before, after, said_record, compare_texts, name_of_record)


def _label(block: Block, row: Mapping[str, Any]) -> str:
    return row.get("label") or block.title


def _listed(
    place: Place,
    path: str,
    before: Sequence[dict[str, Any]],
    after: Sequence[dict[str, Any]],
    said: Callable[[Block, Mapping[str, Any]], str],
    compare: Compare,
    name: Callable[[Block, Mapping[str, Any]], str],
) -> Iterator[Change]:
    """The differences between two lists: a line that was edited stays one line, a line that stands elsewhere is told as moved."""
    old, new = [said(place.old_block, row) for row in before], [said(place.block, row) for row in after]
    pairs = match(old, new, (_names(place.old_block, before, name), _names(place.block, after, name)))
    stayed = in_place(pairs)
    came_from = {other: one for one, other in pairs}
    gone = sorted(set(range(len(before))) - {one for one, _ in pairs})
    for at, row in enumerate(after):
        one = came_from.get(at)
        if one is None:
            made = place.change(f"{path}[{at}]", name(place.block, row), None, row, compare("", new[at]))
            yield _replaced(made, was="", kind=Kind.ADDED)
        elif before[one] != row or at not in stayed:
            made = place.change(f"{path}[{at}]", name(place.block, row), before[one], row, compare(old[one], new[at]))
            yield _placed(made, was=f"{path}[{one}]", moved=at not in stayed)
    for one in gone:
        made = place.change(f"{path}[{one}]", name(place.old_block, before[one]), before[one], None, compare(old[one], ""))
        yield _replaced(made, was=made.path, kind=Kind.REMOVED)


def _names(block: Block, rows: Sequence[dict[str, Any]], name: Callable[[Block, Mapping[str, Any]], str]) -> list[str | None]:
    """The name of each line, in small letters; None for one that is only called after its part of the form."""
    return [None if (own := name(block, row)) == block.title else own.lower() for row in rows]


def _placed(change: Change, *, was: str, moved: bool) -> Change:
    if not moved:
        return _replaced(change, was=was, kind=change.kind)
    is_same = change.is_layout
    return _replaced(change, was=was, kind=Kind.MOVED if is_same else change.kind, moved=True)


def _replaced(change: Change, *, was: str, kind: Kind, moved: bool = False) -> Change:
    seen = moved or kind in (Kind.ADDED, Kind.REMOVED)
    return replace(change, was=was, kind=kind, moved=moved, weight=Weight.REST if seen else change.weight)


def _text(place: Place, before: Any, after: Any) -> Iterator[Change]:
    yield place.change(place.block.id, place.block.title, before, after, compare_texts(before or "", after or ""))


def _figure(place: Place, before: Any, after: Any) -> Iterator[Change]:
    yield place.change(place.block.id, place.block.title, before, after, compare_values(said_figure(before), said_figure(after)))


def _ordered(codes: Iterable[str], before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Every code on either side: in the order of the form, what only an earlier form had behind it."""
    present = [*codes, *after, *before]
    return [code for code in dict.fromkeys(present) if code in before or code in after]


_COMPARED: dict[BlockKind, Callable[[Place, Any, Any], Iterator[Change]]] = {
    BlockKind.FACTS: _facts,
    BlockKind.GRID: _grid,
    BlockKind.RECORDS: _records,
    BlockKind.PROSE: _text,
    BlockKind.FIGURE: _figure,
}
