"""How does a draft come to be?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Event, Subject, SubjectKind
from dekkend.files.models import StoredFile
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site
from dekkend.profiles.models import ProfileDraft


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
    earlier = ProfileDraft.anywhere.filter(site=site, school_year=profile["school_year"], closed_at__isnull=True)
    earlier.update(closed_at=now)
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


def about(site: Site) -> Subject:
    return Subject(SubjectKind.SITE, str(site.pk), site.name)
