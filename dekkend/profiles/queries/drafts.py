"""What happened in a draft, who is in it now, and what does it begin with? For a draft that was found within reach already."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Max, QuerySet, When
from django.utils.translation import gettext

from dekkend.organisations.models import Site
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import DraftChange, Presence, ProfileDraft, ProfileVersion, RestorePoint
from dekkend.profiles.rules.journal import Line, Moment, wound_back
from dekkend.profiles.rules.moments import grouped
from dekkend.profiles.words.editing import PRESENT_FOR, RESTORABLE_FOR, ChangeKind, EditMoment, JournalRow, Other


def newest_version(site: Site, *, before: str) -> ProfileVersion | None:
    """The version that a school year begins with: the newest public one of an earlier year, else the newest that was frozen."""
    versions = ProfileVersion.anywhere.filter(site=site, school_year__lt=before).select_related("site")
    public_first = Case(When(published_on__isnull=False, then=0), default=1)
    return versions.order_by(public_first, "-school_year", "-number").first()


def year_before(draft: ProfileDraft) -> ProfileVersion | None:
    """Last year's answers, to stand beside those of this draft."""
    return newest_version(draft.site, before=draft.school_year)


def moments(draft: ProfileDraft, *, now: datetime) -> list[EditMoment]:
    """What can be put back: the changes of the last month, newest first, per person, section and quarter of an hour."""
    since = restorable_from(draft, now=now)
    changes = DraftChange.anywhere.filter(draft=draft, number__gte=since).select_related("by").order_by("number")
    rows = [
        JournalRow(each.number, each.path, each.batch, ChangeKind(each.kind), str(each.by) if each.by else gettext("Iemand"), each.at)
        for each in changes.defer("before", "after", "standing", "evidence")
    ]
    return grouped(load_template(draft.template), rows)[::-1]


def restore_points(draft: ProfileDraft) -> QuerySet[RestorePoint]:
    """The moments that were kept under a name, newest first."""
    points = RestorePoint.anywhere.filter(draft=draft).select_related("by", "draft")
    return points.defer("values", "evidence", "standing").order_by("-at", "-pk")


def restorable_from(draft: ProfileDraft, *, now: datetime) -> int:
    """The first line of the journal after which the draft can still be put back: how it stood a month ago."""
    limit = now - timedelta(days=RESTORABLE_FOR)
    oldest = DraftChange.anywhere.filter(draft=draft, at__lt=limit).aggregate(number=Max("number"))
    return oldest["number"] or 0


def moment_at(draft: ProfileDraft, number: int) -> Moment:
    """The draft as it was right after line `number` of its journal; 0 is how it began."""
    later = DraftChange.anywhere.filter(draft=draft, number__gt=number).order_by("-number")
    lines = (Line(each.path, each.before, each.after, each.standing, each.evidence) for each in later.iterator())
    return wound_back(Moment(draft.values, draft.evidence, draft.standing), lines)


def others_here(draft: ProfileDraft, me: Any, now: datetime) -> list[Other]:
    """Who else gave a sign of life in this draft just now, and in which section."""
    since = now - timedelta(seconds=PRESENT_FOR)
    present = Presence.anywhere.filter(draft=draft, seen_at__gte=since).exclude(user=me).select_related("user").order_by("user__name")
    return [Other(each.user_id, str(each.user), each.section) for each in present]
