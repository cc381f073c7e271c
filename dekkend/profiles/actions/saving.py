"""What happens when a person leaves a field: is the value stored, merged with what another wrote, or is there a clash to show?"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.kernel.bsn import find_bsn
from dekkend.profiles.actions.journaling import hold, moment_of, write
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import DraftChange, ProfileDraft
from dekkend.profiles.rules.cleaning import cleaned, texts_in
from dekkend.profiles.rules.editing import CannotMerge, edited, merged, part_at, typed_line
from dekkend.profiles.rules.journal import unit_of, unit_value, with_unit
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
    _refuse_numbers(given, path)
    theirs = unit_value(draft.values, unit)
    meanwhile = list(DraftChange.anywhere.filter(draft=draft, path=unit, number__gt=base).select_related("by").order_by("number"))
    at_base = meanwhile[0].before if meanwhile else theirs
    try:
        mine = edited(unit, at_base, path, given)
        result = merged(template, unit, at_base, mine, theirs)
    except UnknownPath as fault:
        raise EditRefused(gettext("Deze regel bestaat niet meer. Laad de pagina opnieuw."), path) from fault
    except CannotMerge:
        last = meanwhile[-1]
        return Clash(path, given, part_at(unit, theirs, path), draft.revision, _name(last.by), last.at)
    if result != theirs:
        _store(draft, template, unit, result, kind=ChangeKind.TYPED if result == mine else ChangeKind.MERGED, by=by, now=now)
    stored = part_at(unit, result, path)
    if result == mine:
        return Saved(path, stored, draft.revision, now)
    return Merged(path, stored, draft.revision, now, _name(meanwhile[-1].by))


def _unit(template: Template, path: str) -> str:
    try:
        return unit_of(template, path)
    except UnknownPath as fault:
        raise EditRefused(gettext("Dit veld staat niet op het formulier. Laad de pagina opnieuw."), path) from fault


def _store(draft: ProfileDraft, template: Template, unit: str, value: Any, *, kind: ChangeKind, by: Any, now: datetime) -> None:
    block = template.block(block_of(unit))
    problems = validate_block(block, with_unit(draft.values, unit, value)[block.id])
    if problems:
        raise EditRefused(problems[0].message, problems[0].path)
    line = typed_line(template, moment_of(draft), unit, value, school_year=draft.school_year, today=timezone.localdate(now))
    write(draft, [line], kind, by=by, now=now, batch=_burst(draft, unit, by, now))


def _burst(draft: ProfileDraft, unit: str, by: Any, now: datetime) -> uuid.UUID | None:
    """The batch of the newest line, when it is this person typing in this same field a moment ago."""
    last = DraftChange.anywhere.filter(draft=draft, number=draft.revision).first()
    if last is None or last.by_id != getattr(by, "pk", None) or last.path != unit or last.kind != ChangeKind.TYPED:
        return None
    return last.batch if now - last.at <= ONE_BURST else None


def _refuse_numbers(given: Any, path: str) -> None:
    """A number that can be of a citizen is never stored; the place is told, the number is not repeated."""
    for text in texts_in(given):
        for found in find_bsn(text):
            before = " ".join(text[: found.start].split()[-3:])
            place = gettext("na “{words}”").format(words=before) if before else gettext("aan het begin")
            raise EditRefused(
                gettext(
                    "Hier staat, {place}, een nummer dat van een kind of ouder kan zijn (BSN of onderwijsnummer). Dekkend bewaart zo'n"
                    " nummer nooit. Haal het weg. Is het een ander nummer, zet er dan voor wat het is, zoals tel. of KvK."
                ).format(place=place),
                path,
            )


def _name(person: Any) -> str:
    return str(person) if person else gettext("iemand anders")
