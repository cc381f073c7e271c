"""How is a piece of a frozen version covered for everyone outside the school, and shown again? The version itself stays whole."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from dekkend.audit.actions import record
from dekkend.audit.words import Details, Event
from dekkend.organisations.queries import area_of_site
from dekkend.profiles.actions.journaling import about
from dekkend.profiles.models import ProfileVersion, VersionRedaction


@transaction.atomic
def leave_out(version: ProfileVersion, path: str, quote: str, *, reason: str, by: Any, now: datetime) -> VersionRedaction:
    """Cover these words in the value at `path`; without a quote the whole value."""
    laid_over = VersionRedaction.objects.create(version=version, path=path, quote=quote or None, reason=reason, by=by, at=now)
    _draw_anew(version)
    _write_down(Event.PROFILE_LEFT_OUT, version, path, by=by, now=now)
    return laid_over


@transaction.atomic
def show_again(laid_over: VersionRedaction, *, by: Any, now: datetime) -> None:
    """Everyone sees the piece again."""
    version, path = laid_over.version, laid_over.path
    laid_over.delete()
    _draw_anew(version)
    _write_down(Event.PROFILE_SHOWN_AGAIN, version, path, by=by, now=now)


def _draw_anew(version: ProfileVersion) -> None:
    """What was made of this version by a feature above this one; the setting OFFERS_MADE names its action."""
    if version.published_on is not None:
        import_string(settings.OFFERS_MADE)([version])


def _write_down(event: Event, version: ProfileVersion, path: str, *, by: Any, now: datetime) -> None:
    details: Details = {"year": version.school_year, "number": version.number, "path": path}
    record(event, actor=by, subject=about(version.site), area=area_of_site(version.site), now=now, details=details)
