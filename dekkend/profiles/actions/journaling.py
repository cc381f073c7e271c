"""How is a change written in a draft and in its journal, as one?"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from dekkend.audit.actions import record
from dekkend.audit.words import Details, Event, Subject, SubjectKind
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site
from dekkend.profiles.models import DraftChange, ProfileDraft
from dekkend.profiles.rules.journal import Line, Moment, applied
from dekkend.profiles.words.editing import ChangeKind, EditRefused

BY_HAND = (ChangeKind.TYPED, ChangeKind.MERGED, ChangeKind.UNDONE, ChangeKind.REDONE)  # the others have an event of their own


def hold(draft_id: int) -> ProfileDraft:
    """The open draft, held until the end of the transaction: whoever changes it next waits. Raises EditRefused when it is closed."""
    draft = ProfileDraft.anywhere.select_for_update().get(pk=draft_id)
    if draft.closed_at is not None:
        raise EditRefused(gettext("Dit concept is vastgelegd en kan niet meer veranderen. Open het nieuwe concept van dit schooljaar."))
    return draft


def moment_of(draft: ProfileDraft) -> Moment:
    """What stands in the draft now."""
    return Moment(draft.values, draft.evidence, draft.standing)


def write(
    draft: ProfileDraft,
    lines: Sequence[Line],
    kind: ChangeKind,
    *,
    by: Any,
    now: datetime,
    batch: uuid.UUID | None = None,
    undoes: uuid.UUID | None = None,
) -> uuid.UUID:
    """Change the held draft along these lines and write each of them down; returns what they share."""
    if kind in BY_HAND and batch is None:  # who goes on in the same field was noted already
        _note_the_first_of_the_day(draft, by=by, now=now)
    shared = batch or uuid.uuid4()
    moment = moment_of(draft)
    for line in lines:
        moment = applied(moment, line)
    DraftChange.anywhere.bulk_create(
        DraftChange(
            draft=draft,
            number=draft.revision + at,
            path=line.path,
            before=line.before,
            after=line.after,
            standing=line.standing,
            evidence=line.evidence,
            kind=kind.value,
            batch=shared,
            undoes=undoes,
            by=by,
            at=now,
        )
        for at, line in enumerate(lines, 1)
    )
    draft.values, draft.evidence, draft.standing = moment.values, moment.evidence, moment.standing
    draft.revision += len(lines)
    draft.save(update_fields=["values", "evidence", "standing", "revision"])
    return shared


def line_of(change: DraftChange) -> Line:
    """A line of the journal as the rules know it."""
    return Line(change.path, change.before, change.after, change.standing, change.evidence)


def _note_the_first_of_the_day(draft: ProfileDraft, *, by: Any, now: datetime) -> None:
    """The log says once a day who worked on the draft; what exactly changed stands in the journal of the draft."""
    last = DraftChange.anywhere.filter(draft=draft, by=by).order_by("-number").values_list("at", flat=True).first()
    if last is not None and timezone.localdate(last) == timezone.localdate(now):
        return
    write_down(Event.DRAFT_EDITED, draft, by=by, now=now)


def write_down(event: Event, draft: ProfileDraft, *, by: Any, now: datetime, **more: str | int) -> None:
    """Tell the log what happened to this draft."""
    details: Details = {"year": draft.school_year, **more}
    record(event, actor=by, subject=about(draft.site), area=area_of_site(draft.site), now=now, details=details)


def about(site: Site) -> Subject:
    return Subject(SubjectKind.SITE, str(site.pk), site.name)
