"""What happens when a person leaves a field: is the value stored, merged with what another wrote, or is there a clash to show?"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.profiles.actions.journaling import hold, moment_of, write
from dekkend.profiles.actions.refusing import refuse_numbers
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import DraftChange, ProfileDraft
from dekkend.profiles.rules.cleaning import cleaned
from dekkend.profiles.rules.editing import CannotMerge, edited, merged, part_at, typed_line
from dekkend.profiles.rules.journal import unit_of, unit_value, with_unit
from dekkend.profiles.rules.lengths import too_long
from dekkend.profiles.rules.paths import UnknownPath, block_of
from dekkend.profiles.rules.validation import validate_block
from dekkend.profiles.words.editing import ChangeKind, Clash, EditRefused, Merged, Saved
from dekkend.profiles.words.template import Template

ONE_BURST = timedelta(seconds=60)  # a person who types on in the same field undoes it as one


@transaction.atomic
def save_field(draft_id: int, path: str, value: Any, *, base: int, by: Any, now: datetime) -> Saved | Merged | Clash:
    """Store what was given at `path`: an item, a part of one, or all own rows of a grid (`expertise.own_rows`).

    `base` is the revision that the browser last saw of this path. Raises EditRefused, with a sentence, for what can never be stored.
    """
    draft = hold(draft_id)
    template = load_template(draft.template)
    unit = _unit(template, path)
    if base > draft.revision:
        raise EditRefused(gettext("Deze pagina hoort bij een ander moment van het concept. Laad de pagina opnieuw."), path)
    given = cleaned(template.block(block_of(path)), path, value)
    refuse_numbers(given, path)
    theirs = unit_value(draft.values, unit)
    newest, meanwhile = _journal(draft, unit, base)
    at_base = meanwhile[0].before if meanwhile else theirs
    try:
        mine = edited(unit, at_base, path, given)
        _refuse_too_long(template, unit, at_base, mine)
        _refuse_misshapen(draft, template, unit, mine)
        result = merged(template, unit, at_base, mine, theirs)
    except UnknownPath as fault:
        raise EditRefused(gettext("Deze regel bestaat niet meer. Laad de pagina opnieuw."), path) from fault
    except CannotMerge:
        last = meanwhile[-1]
        return Clash(path, given, part_at(unit, theirs, path), draft.revision, _name(last.by, gettext("iemand anders")), last.at)
    if result != theirs:
        kind = ChangeKind.TYPED if result == mine else ChangeKind.MERGED
        _store(draft, template, unit, result, kind=kind, by=by, now=now, batch=_burst(newest, unit, by, now))
    stored = part_at(unit, result, path)
    if result == mine:
        return Saved(path, stored, draft.revision, now)
    return Merged(path, stored, draft.revision, now, _name(meanwhile[-1].by, gettext("Iemand anders")))


def _unit(template: Template, path: str) -> str:
    try:
        return unit_of(template, path)
    except UnknownPath as fault:
        raise EditRefused(gettext("Dit veld staat niet op het formulier. Laad de pagina opnieuw."), path) from fault


def _journal(draft: ProfileDraft, unit: str, base: int) -> tuple[DraftChange | None, list[DraftChange]]:
    """The newest line of the journal, and the lines of this unit after `base`, oldest first; in one question, for it is asked often."""
    wanted = Q(number=draft.revision) | Q(path=unit, number__gt=base)
    found = list(DraftChange.anywhere.filter(wanted, draft=draft).select_related("by").order_by("number"))
    newest = found[-1] if found and found[-1].number == draft.revision else None
    return newest, [change for change in found if change.path == unit and change.number > base]


def _store(
    draft: ProfileDraft, template: Template, unit: str, value: Any, *, kind: ChangeKind, by: Any, now: datetime, batch: uuid.UUID | None
) -> None:
    _refuse_misshapen(draft, template, unit, value)
    line = typed_line(template, moment_of(draft), unit, value, school_year=draft.school_year, today=timezone.localdate(now))
    write(draft, [line], kind, by=by, now=now, batch=batch)


def _refuse_too_long(template: Template, unit: str, before: Any, value: Any) -> None:
    message = too_long(template.block(block_of(unit)), before, value)
    if message:
        raise EditRefused(message, unit)


def _refuse_misshapen(draft: ProfileDraft, template: Template, unit: str, value: Any) -> None:
    block = template.block(block_of(unit))
    problems = validate_block(block, with_unit(draft.values, unit, value)[block.id])
    if problems:
        raise EditRefused(problems[0].message, problems[0].path)


def _burst(newest: DraftChange | None, unit: str, by: Any, now: datetime) -> uuid.UUID | None:
    """The batch of the newest line, when it is this person typing in this same field a moment ago."""
    if newest is None or newest.by_id != getattr(by, "pk", None) or newest.path != unit or newest.kind != ChangeKind.TYPED:
        return None
    return newest.batch if now - newest.at <= ONE_BURST else None


def _name(person: Any, unknown: str) -> str:
    return str(person) if person else unknown
