"""What do the tests of a draft share: a draft of De Vuursprot, people who work in it, and moments?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from dekkend.profiles.actions import make_draft, save_field
from dekkend.profiles.models import ProfileDraft
from tests.corpus.school import vuursprot

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


def a_draft(
    site: Any, by: Any = None, year: str = "2026-2027", *, evidence: Any = None, now: datetime = NOW, **blocks: Any
) -> ProfileDraft:
    profile = vuursprot(**blocks) | {"school_year": year}
    return make_draft(site, profile, evidence=evidence or {}, source=None, made_by=by, now=now)


def stored(draft: ProfileDraft) -> ProfileDraft:
    return ProfileDraft.anywhere.get(pk=draft.pk)


def type_in(draft: ProfileDraft, path: str, value: Any, *, by: Any, base: int | None = None, minutes: float = 0) -> Any:
    """Someone who sees the draft as it is now gives this answer."""
    seen = stored(draft).revision if base is None else base
    return save_field(draft.pk, path, value, base=seen, by=by, now=later(minutes))
