"""What happens with one item that was posted: is it another answer, is it stored, or is there something to say about it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.http import QueryDict

from dekkend.kernel.numbers import whole_number
from dekkend.profiles.actions import save_field
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.rules.form_values import digest, value_from
from dekkend.profiles.rules.items import OWN_ROWS
from dekkend.profiles.words.editing import Clash, EditRefused, Merged, Saved
from dekkend.profiles.words.section_form import Part
from dekkend.profiles.words.template import BlockKind, Template

Outcome = Saved | Merged | Clash | EditRefused


def paths_of(part: Part) -> Iterator[str]:
    """Every item that the form of this part posts; the rows that a school added are one."""
    for block in part.blocks:
        if block.kind is BlockKind.FACTS:
            yield from (f"{block.id}.{field.code}" for field in block.fields)
        elif block.kind is BlockKind.GRID:
            yield from (f"{block.id}.{row.code}" for row in block.rows)
            yield from [f"{block.id}.{OWN_ROWS}"] if block.own_rows else []
        else:
            yield block.id


def typed_value(draft: ProfileDraft, template: Template, path: str, given: QueryDict) -> Any:
    """What was typed. Which picture it is, a form does not say: that is what was uploaded."""
    value = value_from(template, path, dict(given.lists()))
    if template.block(path.partition(".")[0]).kind is not BlockKind.FIGURE:
        return value
    file = (draft.values.get(path) or {}).get("file")
    alt = (value or {}).get("alt")
    return {"file": file, "alt": alt} if file or alt else None


def file_item(draft: ProfileDraft, template: Template, path: str, given: QueryDict, *, by: Any, now: datetime) -> Outcome | None:
    """Store the answer when it differs from what the form showed; None when nobody typed there.

    After a clash one's own answer is stored over that of someone else only by the button that says so.
    """
    if f"was:{path}" not in given:
        return None
    value = typed_value(draft, template, path, given)
    if digest(template, path, value) == given[f"was:{path}"]:
        return None
    return put(draft, path, value, base=_base(path, given), by=by, now=now)


def put(draft: ProfileDraft, path: str, value: Any, *, base: int, by: Any, now: datetime) -> Outcome:
    try:
        return save_field(draft.pk, path, value, base=base, by=by, now=now)
    except EditRefused as refused:
        return refused


def _base(path: str, given: QueryDict) -> int:
    name = "clash" if given.get("do") == f"keep:{path}" and f"clash:{path}" in given else "base"
    return number(given.get(f"{name}:{path}"))


def number(text: str | None) -> int:
    """A revision that was posted; 0, how the draft began, for what is none."""
    return whole_number(text or "", digits=9) or 0
