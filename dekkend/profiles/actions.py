"""How does a draft come to be, and how does it become a public version?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dekkend.files.models import StoredFile
from dekkend.organisations.models import Site
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
    return ProfileDraft.objects.create(
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


@transaction.atomic
def publish_draft(draft: ProfileDraft, *, on: date) -> ProfileVersion:
    """A frozen copy of the draft, with the next number of its year."""
    Site.anywhere.select_for_update().get(pk=draft.site_id)
    number = ProfileVersion.anywhere.filter(site=draft.site, school_year=draft.school_year).count() + 1
    copied: dict[str, Any] = {
        name: getattr(draft, name) for name in ("site", "school_year", "template", "template_version", "values", "evidence", "source")
    }
    return ProfileVersion.objects.create(number=number, published_on=on, **copied)  # type: ignore[misc]  # copied from a draft
