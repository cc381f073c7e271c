"""How is a piece of a frozen version covered for everyone outside the school, and shown again? The version itself stays whole."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Event
from dekkend.organisations.queries import area_of_site
from dekkend.profiles.actions.journaling import about
from dekkend.profiles.models import ProfileVersion, VersionRedaction


@transaction.atomic
def leave_out(version: ProfileVersion, path: str, quote: str, *, reason: str, by: Any, now: datetime) -> VersionRedaction:
    """Cover these words in the value at `path`; without a quote the whole value."""
    laid_over = VersionRedaction.objects.create(version=version, path=path, quote=quote or None, reason=reason, by=by, at=now)
    _write_down(Event.PROFILE_LEFT_OUT, version, path, by=by, now=now)
    return laid_over


@transaction.atomic
def show_again(laid_over: VersionRedaction, *, by: Any, now: datetime) -> None:
    """Everyone sees the piece again."""
    version, path = laid_over.version, laid_over.path
    laid_over.delete()
    _write_down(Event.PROFILE_SHOWN_AGAIN, version, path, by=by, now=now)


def _write_down(event: Event, version: ProfileVersion, path: str, *, by: Any, now: datetime) -> None:
    details = {"year": version.school_year, "number": version.number, "path": path}
    record(event, actor=by, subject=about(version.site), area=area_of_site(version.site), now=now, details=details)
