"""How does a draft become a frozen version, and how is that adopted and made public?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.words import Details, Event
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site
from dekkend.profiles.actions.journaling import about, hold, moment_of, write
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries import as_profile
from dekkend.profiles.rules.editing import tidied
from dekkend.profiles.rules.values import fingerprint
from dekkend.profiles.words.editing import ChangeKind

COPIED = ("site", "school_year", "template", "template_version", "values", "evidence", "standing", "source")


@transaction.atomic
def freeze_draft(draft: ProfileDraft, *, by: Any, now: datetime) -> ProfileVersion:
    """Close the draft and keep what stands in it now as the next version of its year. It is not public yet.

    Raises EditRefused when it was frozen already.
    """
    Site.anywhere.select_for_update().get(pk=draft.site_id)
    stored = hold(draft.pk)
    lines = tidied(load_template(stored.template), moment_of(stored), school_year=stored.school_year, today=timezone.localdate(now))
    if lines:
        write(stored, lines, ChangeKind.FROZEN, by=by, now=now)
    copied: dict[str, Any] = {name: getattr(stored, name) for name in COPIED}
    version = ProfileVersion.objects.create(  # type: ignore[misc]  # what a draft and a version share
        number=ProfileVersion.anywhere.filter(site=stored.site, school_year=stored.school_year).count() + 1,
        fingerprint=fingerprint(as_profile(stored)),
        frozen_at=now,
        frozen_by=by,
        draft=stored,
        **copied,
    )
    stored.closed_at = draft.closed_at = now
    stored.save(update_fields=["closed_at"])
    _write_down(Event.PROFILE_FROZEN, version, by=by, now=now, cited=version.fingerprint[:12])
    return version


@transaction.atomic
def adopt_version(version: ProfileVersion, *, on: date, by: Any, now: datetime) -> ProfileVersion:
    """The board adopted exactly this version on day `on`."""
    version.adopted_on = on
    version.save(update_fields=["adopted_on"])
    _write_down(Event.PROFILE_ADOPTED, version, by=by, now=now)
    return version


@transaction.atomic
def publish_version(version: ProfileVersion, *, on: date, by: Any, now: datetime) -> ProfileVersion:
    """Everyone sees this version from day `on`. The log says when it really happened, whatever day that is."""
    version.published_on = on
    version.save(update_fields=["published_on"])
    _write_down(Event.PROFILE_PUBLISHED, version, by=by, now=now)
    return version


@transaction.atomic
def publish_draft(draft: ProfileDraft, *, on: date, by: Any = None) -> ProfileVersion:
    """Freeze, adopt and publish in one go: for a demo, and for a profile that was adopted elsewhere."""
    now = timezone.now()
    version = freeze_draft(draft, by=by, now=now)
    adopt_version(version, on=on, by=by, now=now)
    return publish_version(version, on=on, by=by, now=now)


def _write_down(event: Event, version: ProfileVersion, *, by: Any, now: datetime, **more: str) -> None:
    details: Details = {"year": version.school_year, "number": version.number, **more}
    record(event, actor=by, subject=about(version.site), area=area_of_site(version.site), now=now, details=details)
