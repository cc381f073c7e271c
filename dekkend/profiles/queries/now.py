"""How does a public profile stand today, by what the school said since it was adopted?"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from dekkend.profiles.models import Profile, ProfileVersion
from dekkend.profiles.words.school_page import Now


def stands_now(profile: Profile, today: date) -> tuple[Now, ...]:
    """What may change between adoptions is known to a feature above this one; the setting OFFERS_NOW names its query.

    Empty for a profile that is not the one that counts on this day.
    """
    found: tuple[Now, ...] = import_string(settings.OFFERS_NOW)(profile, today)
    return found


def stands_with(version: ProfileVersion) -> str:
    """How far a frozen version is on its way to being adopted, in words; the setting ADOPTION_NOW names the query of the feature above."""
    return str(import_string(settings.ADOPTION_NOW)(version))
