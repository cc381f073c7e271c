"""What did people lay beside a profile: who is looking at it, which finding was overruled, what is covered for outsiders?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.organisations.models import ScopedManager
from dekkend.profiles.models.profile import ProfileDraft, ProfileVersion


class Presence(models.Model):
    """The last sign of life of someone who has a draft open, and in which section."""

    draft = models.ForeignKey(ProfileDraft, models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    section = models.CharField(max_length=50)
    seen_at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("draft__site__")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["draft", "user"], name="one_presence_per_person"),)

    def __str__(self) -> str:
        return f"{self.user}, {self.section}"


class Overruled(models.Model):
    """A finding that someone looked at and set aside, with the reason. It holds as long as the text is the same: `key` is
    `Finding.key`, `text` the fingerprint of the value it was about."""

    draft = models.ForeignKey(ProfileDraft, models.PROTECT, related_name="+")
    key = models.CharField(max_length=300)
    path = models.CharField(max_length=200)
    text = models.CharField(max_length=64)
    reason = models.CharField("reden", max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("draft__site__")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["draft", "key"], name="one_overruling_per_finding"),)

    def __str__(self) -> str:
        return self.key


class VersionRedaction(models.Model):
    """A piece of a version that is not shown outside the school. The version itself stays whole; `quote` empty: the whole value."""

    version = models.ForeignKey(ProfileVersion, models.PROTECT, related_name="redactions")
    path = models.CharField(max_length=200)
    quote = models.TextField(null=True, blank=True)  # noqa: DJ001 - nothing is another answer than an empty piece
    reason = models.CharField("reden", max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("version__site__")

    def __str__(self) -> str:
        return f"{self.version}: {self.path}"
