"""How is an earlier moment of a draft kept, and put back? Nothing is lost by it: putting back is a change as well."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from dekkend.audit.words import Event
from dekkend.profiles.actions.journaling import hold, moment_of, write, write_down
from dekkend.profiles.actions.refusing import refuse_numbers
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, RestorePoint
from dekkend.profiles.queries import moment_at, restorable_from
from dekkend.profiles.rules.journal import Moment, lines_between
from dekkend.profiles.words.editing import ChangeKind, EditRefused


@transaction.atomic
def restore_point(draft: ProfileDraft, reason: str, *, by: Any, now: datetime) -> RestorePoint:
    """Keep the draft as it stands now, under a name that someone gave."""
    refuse_numbers(reason)
    return keep_point(hold(draft.pk), reason, by=by, now=now)


def keep_point(held: ProfileDraft, reason: str, *, by: Any, now: datetime) -> RestorePoint:
    """The same for a draft that is held already."""
    return RestorePoint.objects.create(
        draft=held,
        revision=held.revision,
        at=now,
        by=by,
        reason=reason[:200],
        values=held.values,
        evidence=held.evidence,
        standing=held.standing,
    )


@transaction.atomic
def restore(draft: ProfileDraft, number: int, *, by: Any, now: datetime) -> ProfileDraft:
    """Put the draft back as it was right after line `number` of its journal; 0 is how it began.

    Raises EditRefused for what is too long ago.
    """
    held = hold(draft.pk)
    if not restorable_from(held, now=now) <= number <= held.revision:
        raise EditRefused(gettext("Dit moment is te lang geleden om terug te zetten. Kies een moment van de afgelopen maand."))
    return _put_back(held, moment_at(held, number), by=by, now=now)


@transaction.atomic
def restore_kept(point: RestorePoint, *, by: Any, now: datetime) -> ProfileDraft:
    """Put the draft back as it was kept in this restore point."""
    return _put_back(hold(point.draft_id), Moment(point.values, point.evidence, point.standing), by=by, now=now)


def _put_back(held: ProfileDraft, moment: Moment, *, by: Any, now: datetime) -> ProfileDraft:
    lines = lines_between(load_template(held.template), moment_of(held), moment)
    if lines:
        write(held, lines, ChangeKind.RESTORED, by=by, now=now)
        write_down(Event.DRAFT_PUT_BACK, held, by=by, now=now)
    return held
