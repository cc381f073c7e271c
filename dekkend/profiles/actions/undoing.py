"""How does a person take the own last change back, and do it again after all?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dekkend.profiles.actions.journaling import hold, line_of, write
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import DraftChange, ProfileDraft
from dekkend.profiles.rules.editing import CannotMerge, merged
from dekkend.profiles.rules.journal import Line, unit_value
from dekkend.profiles.rules.undoing import Step, to_redo, to_undo
from dekkend.profiles.words.editing import ChangeKind, EditRefused, Undone

MOST_STEPS = 500  # lines of one person that are looked back at


def undo(draft: ProfileDraft, *, by: Any, now: datetime) -> Undone:
    """Take the last change of this person back that was not taken back yet. What another changed after it stays, and is named in `left`.

    Raises EditRefused when there is nothing to take back, or when another changed all of it.
    """
    return _turn(draft, ChangeKind.UNDONE, by=by, now=now)


def redo(draft: ProfileDraft, *, by: Any, now: datetime) -> Undone:
    """Do again what this person took back last."""
    return _turn(draft, ChangeKind.REDONE, by=by, now=now)


@transaction.atomic
def _turn(draft: ProfileDraft, kind: ChangeKind, *, by: Any, now: datetime) -> Undone:
    held = hold(draft.pk)
    mine = DraftChange.anywhere.filter(draft=held, by=by).order_by("-number")[:MOST_STEPS]
    steps = [Step(change.batch, change.undoes, ChangeKind(change.kind)) for change in reversed(mine)]
    batch = to_undo(steps) if kind is ChangeKind.UNDONE else to_redo(steps)
    if batch is None:
        what = gettext("ongedaan te maken") if kind is ChangeKind.UNDONE else gettext("opnieuw te doen")
        raise EditRefused(gettext("Er is niets van u om {what}.").format(what=what))
    changes = list(DraftChange.anywhere.filter(draft=held, batch=batch).order_by("number"))
    turned = _whole(changes, back=kind is ChangeKind.UNDONE)
    lines = [line for line in (_fitting(held, line) for line in turned) if line is not None]
    left = tuple(line.path for line in turned if line.path not in {kept.path for kept in lines})
    if not lines:
        raise EditRefused(_since(held, changes[-1], left[0]), left[0])
    write(held, lines, kind, by=by, now=now, undoes=batch)
    return Undone(held.revision, tuple(line.path for line in lines), left)


def _whole(changes: Sequence[DraftChange], *, back: bool) -> list[Line]:
    """One line per unit from before the first to after the last of these changes, turned around to take them back."""
    joined: dict[str, Line] = {}
    for change in changes:
        line = line_of(change)
        joined[change.path] = joined[change.path].then(line) if change.path in joined else line
    return [line.turned() if back else line for line in joined.values()]


def _fitting(held: ProfileDraft, line: Line) -> Line | None:
    """The line on what stands there now; None when another changed the same, and the two cannot stand together."""
    now = unit_value(held.values, line.path)
    if now == line.before:
        return line
    try:
        result = merged(load_template(held.template), line.path, line.before, line.after, now)
    except CannotMerge:
        return None
    return Line(line.path, now, result)


def _since(held: ProfileDraft, last: DraftChange, path: str) -> str:
    other = DraftChange.anywhere.filter(draft=held, path=path, number__gt=last.number).select_related("by").order_by("-number").first()
    name = str(other.by) if other and other.by else gettext("Iemand anders")
    return gettext("{name} heeft dit na u veranderd. Kijk eerst wat er nu staat, en pas het daar aan.").format(name=name)
