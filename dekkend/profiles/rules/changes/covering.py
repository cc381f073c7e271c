"""Which differences may be told when pieces of one of both profiles are left out? A difference says the words of the other side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from dekkend.profiles.rules.paths import parts_of
from dekkend.profiles.words.changes import Change, ChangeList
from dekkend.profiles.words.redaction import LEFT_OUT


def without_covered(found: ChangeList, covered: Collection[str]) -> ChangeList:
    """The differences outside the places `covered`, which are paths in either profile; a piece of a list covers the whole list.

    Rows of a list have another number each year, so of a list it is not known which row of the other profile is meant.
    """
    places = {_place(path) for path in covered}

    def may_be_told(change: Change) -> bool:
        told = {_place(path) for path in (change.path, change.was) if path}
        return not any(_touches(one, other) for one in told for other in places) and not _holds(change.before) and not _holds(change.after)

    kept = tuple(filter(may_be_told, found.changes))
    by_section = tuple(replace(section, changes=tuple(filter(may_be_told, section.changes))) for section in found.sections)
    return ChangeList(kept, tuple(section for section in by_section if section.changes))


def _place(path: str) -> tuple[str, ...]:
    """The parts of a path up to the first row of a list."""
    names: list[str] = []
    for part in parts_of(path):
        if isinstance(part, int):
            break
        names.append(part)
    return tuple(names)


def _touches(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shortest = min(len(one), len(other))
    return one[:shortest] == other[:shortest]


def _holds(value: Any) -> bool:
    if isinstance(value, dict):
        return any(map(_holds, value.values()))
    if isinstance(value, list):
        return any(map(_holds, value))
    return isinstance(value, str) and LEFT_OUT in value
