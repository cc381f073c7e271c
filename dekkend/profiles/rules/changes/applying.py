"""What does a list of changes make of the earlier values? Exactly the later ones."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dekkend.profiles.rules.paths import parts_of
from dekkend.profiles.words.changes import Change, FormChange, Kind

Where = tuple[str, ...]  # the way to a list: ("limits",) or ("expertise", "own_rows")


def apply(before: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """The values of `before` with these changes made; `before` itself stays as it is."""
    values = copy.deepcopy(before)
    lists: dict[Where, list[Change]] = defaultdict(list)
    for change in changes:
        parts = parts_of(change.path)
        if isinstance(parts[-1], int):
            lists[tuple(str(part) for part in parts[:-1])].append(change)
        else:
            _put(values, [str(part) for part in parts], change)
    for where, changed in lists.items():
        _put_list(values, where, changed)
    return values


def _put(values: dict[str, Any], parts: list[str], change: Change) -> None:
    here = values
    for part in parts[:-1]:
        here = here[part]
    if len(parts) == 2 and "rows" in here:
        here = here["rows"]
    if change.form is FormChange.GONE:
        del here[parts[-1]]
    else:
        here[parts[-1]] = copy.deepcopy(change.after)


def _put_list(values: dict[str, Any], where: Where, changes: list[Change]) -> None:
    """Whatever is not named keeps its order and fills the places that are left."""
    holder = values
    for part in where[:-1]:
        holder = holder[part]
    old = holder[where[-1]]
    touched = {_place(change.was) for change in changes if change.was}
    placed = {_place(change.path): copy.deepcopy(change.after) for change in changes if change.kind is not Kind.REMOVED}
    rest = iter([row for at, row in enumerate(old) if at not in touched])
    size = len(old) - len(touched) + len(placed)
    holder[where[-1]] = [placed[at] if at in placed else next(rest) for at in range(size)]


def _place(path: str) -> int:
    return int(parts_of(path)[-1])
