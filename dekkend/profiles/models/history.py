"""Which changes were made in a draft, so that every moment of it can be shown and put back?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.organisations.models import ScopedManager
from dekkend.profiles.models.profile import ProfileDraft


class DraftChange(models.Model):
    """One line of the journal; nothing is ever changed or taken out of it.

    `path` is an item, or `block.own_rows` for all own rows of a grid; `before` and `after` are its whole value. What was known about the
    value goes along: `standing` and `evidence` as [before, after] under their own paths. Lines of one action share a `batch`; a line
    that undoes another batch names it in `undoes`.
    """

    draft = models.ForeignKey(ProfileDraft, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    path = models.CharField(max_length=200)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    standing = models.JSONField(default=dict)
    evidence = models.JSONField(default=dict)
    kind = models.CharField(max_length=10)  # a ChangeKind
    batch = models.UUIDField(db_index=True)
    undoes = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("draft__site__")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["draft", "number"], name="one_change_per_number"),)
        indexes = (models.Index(fields=["draft", "path", "number"], name="change_of_a_path"),)

    def __str__(self) -> str:
        return f"{self.path} ({self.number})"


class RestorePoint(models.Model):
    """A draft as it stood at a moment that someone may want back: before an import, before last year's text came over it, or by hand."""

    draft = models.ForeignKey(ProfileDraft, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.CharField(max_length=200)
    values = models.JSONField()
    evidence = models.JSONField(default=dict)
    standing = models.JSONField(default=dict)

    anywhere = models.Manager()
    objects = ScopedManager("draft__site__")

    def __str__(self) -> str:
        return self.reason
