"""How does an answer in a draft become one that must be confirmed again, because the school said that it no longer holds?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.profiles.actions.journaling import hold, moment_of, write
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft
from dekkend.profiles.rules.items import is_filled, items, value_of
from dekkend.profiles.rules.journal import lines_between
from dekkend.profiles.rules.standing import entry
from dekkend.profiles.words.editing import ChangeKind


@transaction.atomic
def reopen(draft: ProfileDraft, paths: Iterable[str], *, by: Any, now: datetime) -> int:
    """These answers are open again; the text itself stays as it is. Returns how many were not open yet."""
    held = hold(draft.pk)
    template, wanted = load_template(held.template), set(paths)
    filled = [item.path for item in items(template, held.values) if item.path in wanted and is_filled(value_of(held.values, item))]
    known = {path: held.standing.get(path) or entry(held.school_year) for path in filled}
    opened = {path: {**each, "open": True} for path, each in known.items() if held.standing.get(path) != {**each, "open": True}}
    lines = lines_between(template, moment_of(held), replace(moment_of(held), standing={**held.standing, **opened}))
    if lines:
        write(held, lines, ChangeKind.REOPENED, by=by, now=now)
    return len(opened)
