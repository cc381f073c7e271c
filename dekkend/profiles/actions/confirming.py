"""How does a person say that answers are still so, and take over answers that were read from a document?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from dekkend.audit.words import Event
from dekkend.profiles.actions.journaling import hold, moment_of, write, write_down
from dekkend.profiles.actions.restoring import keep_point
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.rules.differences import taken_over
from dekkend.profiles.rules.items import is_filled, items, value_of
from dekkend.profiles.rules.journal import lines_between
from dekkend.profiles.rules.paths import UnknownPath
from dekkend.profiles.rules.standing import confirmed
from dekkend.profiles.words.editing import ChangeKind, EditRefused


@transaction.atomic
def confirm(draft: ProfileDraft, paths: Iterable[str], *, by: Any, now: datetime) -> ProfileDraft:
    """These answers are still so today. Paths of what is empty or not there any more are passed over."""
    held = hold(draft.pk)
    template = load_template(held.template)
    wanted = set(paths)
    chosen = [item.path for item in items(template, held.values) if item.path in wanted and is_filled(value_of(held.values, item))]
    entries = confirmed(held.standing, chosen, held.school_year, timezone.localdate(now))
    target = replace(moment_of(held), standing={**held.standing, **entries})
    lines = lines_between(template, moment_of(held), target)
    if lines:
        write(held, lines, ChangeKind.CONFIRMED, by=by, now=now)
        write_down(Event.DRAFT_CONFIRMED, held, by=by, now=now, count=len(chosen))
    return held


@transaction.atomic
def take_over(
    draft: ProfileDraft, paths: Iterable[str], from_values: dict[str, Any], evidence: dict[str, Any], *, by: Any, now: datetime
) -> ProfileDraft:
    """Put the answers of a document in the draft at these paths (`rules/differences.py` names them), with where they were read.

    A person chose them, so they are confirmed. Before several at once a restore point is kept.
    """
    held = hold(draft.pk)
    template = load_template(held.template)
    chosen = list(dict.fromkeys(paths))
    try:
        target = taken_over(template, moment_of(held), chosen, from_values, evidence, held.school_year, timezone.localdate(now))
    except UnknownPath as fault:
        raise EditRefused(gettext("Dit veld staat niet op het formulier. Laad de pagina opnieuw.")) from fault
    lines = lines_between(template, moment_of(held), target)
    if len(lines) > 1:
        keep_point(held, gettext("Vóór het overnemen van een document"), by=by, now=now)
    if lines:
        write(held, lines, ChangeKind.IMPORTED, by=by, now=now)
        write_down(Event.DRAFT_TAKEN_OVER, held, by=by, now=now, count=len(lines))
    return held
