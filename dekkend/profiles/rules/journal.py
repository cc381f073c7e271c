"""How is a draft taken from one moment to another, forwards and back?

A draft changes by lines. Each replaces the whole value of one unit: an item (`rules/items.py`), except that the rows a school added to a
grid are one unit together (`expertise.own_rows`), because rows move when one is taken out. What is known about the value, where it was
read and since when it stands, goes along in the same line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dekkend.profiles.rules.items import OWN_ROWS, item_of
from dekkend.profiles.rules.paths import UnknownPath, parts_of
from dekkend.profiles.words.template import BlockKind, Template

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Moment:
    """A draft at one moment."""

    values: Json
    evidence: Json = field(default_factory=dict)
    standing: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One unit from `before` to `after`; `standing` and `evidence` hold [before, after] under their own paths, None for nothing."""

    path: str
    before: Any
    after: Any
    standing: Mapping[str, list[Any]] = field(default_factory=dict)
    evidence: Mapping[str, list[Any]] = field(default_factory=dict)

    def turned(self) -> Line:
        """The line that takes this one back."""
        return Line(self.path, self.after, self.before, _turned(self.standing), _turned(self.evidence))

    def then(self, later: Line) -> Line:
        """This line and a later one of the same unit as one."""
        standing, evidence = _joined(self.standing, later.standing), _joined(self.evidence, later.evidence)
        return Line(self.path, self.before, later.after, standing, evidence)


def units(template: Template) -> Iterator[str]:
    """All units in the order of the form."""
    for block in template.blocks():
        if block.kind is BlockKind.FACTS:
            yield from (f"{block.id}.{each.code}" for each in block.fields)
        elif block.kind is BlockKind.GRID:
            yield from (f"{block.id}.{row.code}" for row in block.rows)
            yield f"{block.id}.{OWN_ROWS}"
        else:
            yield block.id


def unit_of(template: Template, path: str) -> str:
    """The unit that a path lies in. Raises UnknownPath."""
    parts = parts_of(path)
    if len(parts) > 1 and parts[1] == OWN_ROWS:
        if any(block.id == parts[0] and block.kind is BlockKind.GRID for block in template.blocks()):
            return f"{parts[0]}.{OWN_ROWS}"
        raise UnknownPath(path)
    return item_of(template, path).path


def unit_value(values: Json, unit: str) -> Any:
    block, _, rest = unit.partition(".")
    if not rest:
        return values[block]
    return _home(values[block], rest)[rest]


def with_unit(values: Json, unit: str, value: Any) -> Json:
    """Other values with this one in its place; what is not touched is shared with the values that were given."""
    block, _, rest = unit.partition(".")
    if not rest:
        return {**values, block: value}
    inside = values[block]
    if "rows" in inside and rest != OWN_ROWS:
        return {**values, block: {**inside, "rows": {**inside["rows"], rest: value}}}
    return {**values, block: {**inside, rest: value}}


def applied(moment: Moment, line: Line) -> Moment:
    return Moment(
        with_unit(moment.values, line.path, line.after), _with(moment.evidence, line.evidence), _with(moment.standing, line.standing)
    )


def wound_back(moment: Moment, lines: Iterable[Line]) -> Moment:
    """The draft as it was before these lines, which are given newest first."""
    for line in lines:
        moment = applied(moment, line.turned())
    return moment


def lines_between(template: Template, before: Moment, after: Moment) -> list[Line]:
    """What leads from one moment to the other, a line for each unit that differs, in the order of the form."""
    evidence = _by_unit(template, before.evidence, after.evidence)
    standing = _by_unit(template, before.standing, after.standing)
    lines = (
        Line(unit, unit_value(before.values, unit), unit_value(after.values, unit), standing.get(unit, {}), evidence.get(unit, {}))
        for unit in units(template)
    )
    return [line for line in lines if line.before != line.after or line.standing or line.evidence]


def _home(inside: Json, rest: str) -> Json:
    return inside["rows"] if "rows" in inside and rest != OWN_ROWS else inside


def _turned(pairs: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    return {path: [after, before] for path, (before, after) in pairs.items()}


def _joined(first: Mapping[str, list[Any]], later: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    return {**first, **{path: [first.get(path, [before])[0], after] for path, (before, after) in later.items()}}


def _with(known: Json, pairs: Mapping[str, list[Any]]) -> Json:
    changed = {**known, **{path: after for path, (_, after) in pairs.items()}}
    return {path: entry for path, entry in changed.items() if entry is not None}


def _by_unit(template: Template, before: Json, after: Json) -> dict[str, dict[str, list[Any]]]:
    """What is known before and after, per unit, where it differs. A path that names nothing on this form is left alone."""
    found: dict[str, dict[str, list[Any]]] = {}
    for path in {**before, **after}:
        if before.get(path) == after.get(path):
            continue
        try:
            unit = unit_of(template, path)
        except UnknownPath:
            continue
        found.setdefault(unit, {})[path] = [before.get(path), after.get(path)]
    return found
