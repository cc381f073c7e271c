"""What is stored of the support offer of one site for one school year?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.files.models import StoredFile
from dekkend.organisations.models import ScopedManager, Site


class Profile(models.Model):
    """What a draft and a version have in common.

    `values` are the values of `dekkend-profile/1` for the template. `evidence` says per path where a value was read:
    {"quote", "page", "line", "certainty", "by"}; `source` is the file it was read from, or nothing when it was typed.
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="%(class)ss")
    school_year = models.CharField("schooljaar", max_length=9)
    template = models.CharField(max_length=50)
    template_version = models.CharField(max_length=20)
    values = models.JSONField()
    evidence = models.JSONField(default=dict)
    source = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.site}, {self.school_year}"


class ProfileDraft(Profile):
    """The profile that is being worked on. One per site and year counts; one that was replaced is kept with its moment."""

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["site", "school_year"], condition=Q(replaced_at__isnull=True), name="one_draft_per_site_and_year"
            ),
        )


class ProfileVersion(Profile):
    """A profile as it was made public: frozen, numbered per site and year. Nothing in it changes afterwards."""

    number = models.PositiveSmallIntegerField()
    published_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["site", "school_year", "number"], name="one_version_per_number"),)
