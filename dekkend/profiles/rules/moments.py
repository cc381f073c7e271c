"""Which lines of a journal does a person see as one moment? Those of one person, in one section, within a quarter of an hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dekkend.profiles.rules.paths import block_of
from dekkend.profiles.words.editing import MOMENT, ChangeKind, EditMoment, JournalRow
from dekkend.profiles.words.template import Template

_TYPING = (ChangeKind.TYPED, ChangeKind.MERGED)


def grouped(template: Template, rows: Sequence[JournalRow]) -> list[EditMoment]:
    """The moments of these rows, which come oldest first."""
    groups: list[list[JournalRow]] = []
    for row in rows:
        if groups and _belongs(template, groups[-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_moment(template, group) for group in groups]


def _belongs(template: Template, group: list[JournalRow], row: JournalRow) -> bool:
    first, last = group[0], group[-1]
    if row.batch == last.batch:
        return True
    typed_on = row.by_name == first.by_name and row.kind in _TYPING and first.kind in _TYPING
    same_section = _section(template, row.path) == _section(template, first.path)
    return typed_on and same_section and row.at - first.at < timedelta(minutes=MOMENT)


def _moment(template: Template, group: list[JournalRow]) -> EditMoment:
    first, last = group[0], group[-1]
    sections = {_section(template, row.path) for row in group}
    section = sections.pop() if len(sections) == 1 else ""
    title = next((each.title for each in template.sections if each.id == section), "")
    paths = tuple(dict.fromkeys(row.path for row in group))
    return EditMoment(first.number - 1, last.number, last.at, last.by_name, first.kind, section, title, paths)


def _section(template: Template, path: str) -> str:
    return template.section_of(block_of(path)).id
