"""How does a browser say that someone has a draft open?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dekkend.profiles.models import Presence, ProfileDraft


def here(draft: ProfileDraft, section: str, *, by: Any, now: datetime) -> None:
    """This person is in this section of the draft now."""
    Presence.anywhere.update_or_create(draft=draft, user=by, defaults={"section": section[:50], "seen_at": now})
