"""How does a test get a school with a public offer?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from dekkend.organisations.models import Site
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.models import ProfileVersion
from tests.corpus.school import vuursprot

TODAY = date(2026, 10, 5)
NOW = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
NT2 = "expertise.second_language"


def a_public_offer(site: Site, *, year: str = "2026-2027", on: date = date(2026, 7, 20), **changes: Any) -> ProfileVersion:
    """The profile of De Vuursprot made public for this site; `changes` are whole blocks."""
    profile = vuursprot() | {"school_year": year}
    profile["values"] = profile["values"] | changes
    draft = make_draft(site, profile, evidence={}, source=None, made_by=None, now=NOW)
    return publish_draft(draft, on=on)
