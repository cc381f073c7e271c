"""How does a draft come to be, and how does it become a public version?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.words import Details, Event, Subject, SubjectKind
from dekkend.files.models import StoredFile
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site
from dekkend.profiles.models import ProfileDraft, ProfileVersion


@transaction.atomic
def make_draft(
    site: Site,
    profile: dict[str, Any],
    *,
    evidence: dict[str, Any],
    source: StoredFile | None,
    made_by: Any,
    now: datetime,
) -> ProfileDraft:
    """The draft of this site for the year in `profile` (a `dekkend-profile/1` object); an earlier draft of that year is kept aside."""
    Site.anywhere.select_for_update().get(pk=site.pk)
    earlier = ProfileDraft.anywhere.filter(site=site, school_year=profile["school_year"], replaced_at__isnull=True)
    earlier.update(replaced_at=now)
    draft = ProfileDraft.objects.create(
        site=site,
        school_year=profile["school_year"],
        template=profile["template"],
        template_version=profile["template_version"],
        values=profile["values"],
        evidence=evidence,
        source=source,
        made_by=made_by,
        made_at=now,
    )
    record(Event.DRAFT_MADE, actor=made_by, subject=about(site), area=area_of_site(site), now=now, details={"year": draft.school_year})
    return draft


@transaction.atomic
def publish_draft(draft: ProfileDraft, *, on: date, by: Any = None) -> ProfileVersion:
    """A frozen copy of the draft, with the next number of its year. The log says when it really happened, whatever day `on` is."""
    Site.anywhere.select_for_update().get(pk=draft.site_id)
    number = ProfileVersion.anywhere.filter(site=draft.site, school_year=draft.school_year).count() + 1
    copied: dict[str, Any] = {
        name: getattr(draft, name) for name in ("site", "school_year", "template", "template_version", "values", "evidence", "source")
    }
    version = ProfileVersion.objects.create(number=number, published_on=on, **copied)  # type: ignore[misc]  # copied from a draft
    details: Details = {"year": draft.school_year, "number": number}
    area = area_of_site(draft.site)
    record(Event.PROFILE_PUBLISHED, actor=by, subject=about(draft.site), area=area, now=timezone.now(), details=details)
    return version


def about(site: Site) -> Subject:
    return Subject(SubjectKind.SITE, str(site.pk), site.name)
