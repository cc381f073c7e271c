"""What is stored of publishing: whom parents can ask, the files in which a region takes all its documents along, who took turns?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.files.models import StoredFile
from dekkend.organisations.models import Partnership, RegionManager
from dekkend.profiles.models import ProfileVersion


class SupportPoint(models.Model):
    """Whom parents and pupils of a region can call: the ouder- en jeugdsteunpunt. What is not known is ""."""

    partnership = models.OneToOneField(Partnership, models.CASCADE, related_name="+")
    name = models.CharField("naam", max_length=120)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    website = models.CharField("website", max_length=120, blank=True)

    anywhere = models.Manager()
    objects = RegionManager()

    def __str__(self) -> str:
        return self.name

    @property
    def line(self) -> str:
        """Everything that is known, for one line of a document."""
        return ", ".join(part for part in (self.name, self.phone, self.email, self.website) if part)


class Bundle(models.Model):
    """All documents of all public schools of a region in one file, as they stand on `day`.

    Each school is made apart (`BundlePart`), so that a worker that dies loses one school; `file` is there when all parts are in it.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    day = models.DateField("stand op")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd om")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.partnership}, {self.day}"


class BundlePart(models.Model):
    """The documents of one school in a bundle. `made` lists them: [{"name", "sha256", "size"}]; `fault` is the kind of error or ""."""

    bundle = models.ForeignKey(Bundle, models.CASCADE, related_name="parts")
    version = models.ForeignKey(ProfileVersion, models.CASCADE, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    made = models.JSONField(default=list)
    fault = models.CharField(max_length=100, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["bundle", "version"], name="one_part_per_version"),)

    def __str__(self) -> str:
        return f"{self.bundle}, {self.version}"


class TurnsTaken(models.Model):
    """A handful of turns to ask open data that one process took. Django's cache in the database writes and reads these rows.

    A table of its own: a flood of questions must not push out the counters that guard logging in. `cache_key` is a hash, so that the table
    names nobody; a row counts until `expires`.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.cache_key[:8]} {self.expires:%Y-%m-%d %H:%M}"
