"""What becomes of a unit of a draft when a person gives another value for it, or for a part of it?

What was known about the value goes with it: what was read no longer proves a value that was typed over, and who types an answer confirms
it. A row or a record that only moved keeps what was known about it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import date
from typing import Any

from dekkend.profiles.rules.items import OWN_ROWS, is_filled
from dekkend.profiles.rules.journal import Line, Moment, unit_of, unit_value
from dekkend.profiles.rules.merge import merge_list, merge_record, merge_text
from dekkend.profiles.rules.paths import UnknownPath, parts_of
from dekkend.profiles.rules.standing import entry
from dekkend.profiles.words.template import BlockKind, Template

Json = dict[str, Any]


def edited(unit: str, value: Any, path: str, given: Any) -> Any:
    """The value of the unit with what was given at `path`, which is the unit or lies in it. Raises UnknownPath."""
    if path == unit:
        is_choice = isinstance(value, dict) and "choice" in value and not isinstance(given, dict)
        return {**value, "choice": given} if is_choice else given
    changed = copy.deepcopy(value)
    *way, last = parts_of(path)[len(parts_of(unit)) :]
    here: Any = changed
    for part in way:
        here = _inside(here, part, path)
    _inside(here, last, path)
    here[last] = given
    return changed


def merged(template: Template, unit: str, base: Any, mine: Any, theirs: Any) -> Any:
    """Both changes in one value of this unit; raises CannotMerge when a person has to choose."""
    if mine in (theirs, base):
        return theirs
    if theirs == base:
        return mine
    found = _merge(template, unit)(base, mine, theirs)
    if found is None:
        raise CannotMerge(unit)
    return found or None if isinstance(found, str) else found


def part_at(unit: str, value: Any, path: str) -> Any:
    """What of the unit's value stands at `path`; None when there is no such place any more."""
    try:
        for part in parts_of(path)[len(parts_of(unit)) :]:
            value = _inside(value, part, path)
    except UnknownPath:
        return None
    return value


class CannotMerge(ValueError):
    """The two changes contradict each other."""


def typed_line(template: Template, moment: Moment, unit: str, value: Any, *, school_year: str, today: date) -> Line:
    """The line of the journal for a value that a person gave."""
    before = unit_value(moment.values, unit)
    moved = _moved(unit, before, value)
    standing = _standing(moment.standing, unit, before, value, moved, entry(school_year, confirmed_on=today))
    evidence = _evidence(template, moment.evidence, unit, before, value, moved)
    return Line(unit, before, value, standing, evidence)


def tidied(template: Template, moment: Moment, *, school_year: str, today: date) -> list[Line]:
    """What goes when a draft is frozen: records in which nothing was written."""
    lines = []
    for block in template.blocks():
        value = moment.values[block.id]
        if block.kind is BlockKind.RECORDS and not all(map(is_filled, value)):
            kept = [record for record in value if is_filled(record)]
            line = typed_line(template, moment, block.id, kept, school_year=school_year, today=today)
            lines.append(Line(line.path, line.before, line.after, {}, line.evidence))
    return lines


def _merge(template: Template, unit: str) -> Any:
    block, _, rest = unit.partition(".")
    kind = template.block(block).kind
    if rest == OWN_ROWS or kind is BlockKind.RECORDS:
        return merge_list
    if kind is BlockKind.GRID:
        return merge_record
    return merge_text if kind is BlockKind.PROSE else _no_merge


def _no_merge(base: Any, mine: Any, theirs: Any) -> None:
    """Of two answers to one question a person chooses."""


def _inside(here: Any, part: str | int, path: str) -> Any:
    if isinstance(here, dict) and part in here:
        return here[part]
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return here[part]
    raise UnknownPath(path)


def _moved(unit: str, before: Any, after: Any) -> dict[int, int]:
    """Of a list: where each record that is the same or was changed in its place stood before."""
    if not (isinstance(before, list) and isinstance(after, list)):
        return {}
    left = dict(enumerate(before))
    moved: dict[int, int] = {}
    for at, record in enumerate(after):
        found = at if left.get(at) == record else next((old for old, known in left.items() if known == record), None)
        if found is not None:
            moved[at] = found
            del left[found]
    return moved | {at: at for at in range(len(after)) if at not in moved and at in left}


def _standing(known: Json, unit: str, before: Any, after: Any, moved: dict[int, int], new: Json) -> dict[str, list[Any]]:
    if not unit.endswith(f".{OWN_ROWS}"):
        entry_now = new if is_filled(after) else None
        return {} if before == after else _pairs({unit: known.get(unit)}, {unit: entry_now})
    old = {f"{unit}[{at}]": known.get(f"{unit}[{at}]") for at in range(len(before))}
    now = {}
    for at, row in enumerate(after):
        is_same = at in moved and before[moved[at]] == row
        now[f"{unit}[{at}]"] = old[f"{unit}[{moved[at]}]"] if is_same else new
    return _pairs(old, now)


def _evidence(template: Template, known: Json, unit: str, before: Any, after: Any, moved: dict[int, int]) -> dict[str, list[Any]]:
    old = {path: proof for path, proof in known.items() if _lies_in(template, path, unit)}
    if not isinstance(before, list):
        now = {path: proof for path, proof in old.items() if _part(before, path, unit) == _part(after, path, unit)}
        return _pairs(old, now)
    now = {}
    for path, proof in old.items():
        now.update(_moved_proof(path, proof, unit, before, after, moved))
    return _pairs(old, now)


def _moved_proof(path: str, proof: Any, unit: str, before: Any, after: Any, moved: dict[int, int]) -> Iterator[tuple[str, Any]]:
    parts = parts_of(path)[len(parts_of(unit)) :]
    if not parts:
        if before == after:
            yield path, proof
        return
    at = int(parts[0])
    to = next((new for new, old in moved.items() if old == at), None)
    if to is not None and at < len(before) and _deep(before[at], parts[1:]) == _deep(after[to], parts[1:]):
        yield f"{unit}[{to}]{path.removeprefix(f'{unit}[{at}]')}", proof


def _part(value: Any, path: str, unit: str) -> Any:
    """The part of a unit's value that a proof is about; the bare path of a row is about its choice."""
    rest = parts_of(path)[len(parts_of(unit)) :]
    if not rest and isinstance(value, dict) and "choice" in value:
        return value["choice"]
    return _deep(value, rest)


def _deep(value: Any, parts: list[str | int]) -> Any:
    for part in parts:
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _lies_in(template: Template, path: str, unit: str) -> bool:
    if not path.startswith(unit):
        return False
    try:
        return unit_of(template, path) == unit
    except UnknownPath:
        return False


def _pairs(old: Json, now: Json) -> dict[str, list[Any]]:
    return {path: [old.get(path), now.get(path)] for path in {**old, **now} if old.get(path) != now.get(path)}
