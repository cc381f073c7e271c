"""What is stored of the support offer of one site for one school year?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.files.models import StoredFile
from dekkend.organisations.models import ScopedManager, Site
from dekkend.profiles.words.redaction import LeftOut


class Profile(models.Model):
    """What a draft and a version have in common.

    `values` are the values of `dekkend-profile/1` for the template. `evidence` says per path where a value was read:
    {"quote", "page", "line", "certainty", "by"}; `source` is the file it was read from, or nothing when it was typed. `standing` says
    per item (`rules/items.py`) since which school year its value is so, and when a person last confirmed it
    (`rules/standing.py`); an item without an entry was never confirmed.
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="%(class)ss")
    school_year = models.CharField("schooljaar", max_length=9)
    template = models.CharField(max_length=50)
    template_version = models.CharField(max_length=20)
    values = models.JSONField()
    evidence = models.JSONField(default=dict)
    standing = models.JSONField(default=dict)
    source = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.site}, {self.school_year}"


class ProfileDraft(Profile):
    """The profile that is being worked on. One per site and year is open; freezing it closes it, and it is kept with its journal.

    `revision` is the number of the newest line in its journal (`DraftChange`).
    """

    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)
    copied_from = models.ForeignKey("profiles.ProfileVersion", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["site", "school_year"], condition=Q(closed_at__isnull=True), name="one_draft_per_site_and_year"
            ),
        )


class ProfileVersion(Profile):
    """A frozen copy of a draft, numbered per site and year. Only the days of adoption and publication are filled in later.

    `fingerprint` is the SHA-256 of the canonical JSON of the whole profile (`rules/values.py`): what an adopted text is cited by.
    """

    # What a copy for outsiders does not show (`queries/outside.py`); of the version itself nothing is left out.
    left_out: tuple[LeftOut, ...] = ()

    number = models.PositiveSmallIntegerField()
    fingerprint = models.CharField(max_length=64, db_index=True)
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    draft = models.ForeignKey(ProfileDraft, models.PROTECT, null=True, blank=True, related_name="+")
    adopted_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["site", "school_year", "number"], name="one_version_per_number"),)
