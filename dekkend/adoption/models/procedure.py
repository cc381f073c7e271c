"""What is stored of where an offer stands, and of each step that was taken?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from dekkend.adoption.words.procedure import ABOUT, Kind, Outcome, Regime, State
from dekkend.files.models import StoredFile
from dekkend.organisations.models import ScopedManager, Site
from dekkend.organisations.words import Role
from dekkend.profiles.models import ProfileVersion


class Adoption(models.Model):
    """The procedure of one site for one school year.

    `version` is the frozen text that is on the table now; nothing while there is only a draft. `round` grows each time it goes back to
    a draft, so that a step always belongs to the text it was about.
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="adoptions")
    school_year = models.CharField("schooljaar", max_length=9)
    regime = models.CharField(max_length=10, choices=Regime.choices())
    state = models.CharField("stand", max_length=10, choices=State.choices(), default=State.DRAFT.value)
    round = models.PositiveSmallIntegerField(default=1)
    version = models.ForeignKey(ProfileVersion, models.PROTECT, null=True, blank=True, related_name="+")
    begun_at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["site", "school_year"], name="one_adoption_per_site_and_year"),)

    def __str__(self) -> str:
        return f"{self.site}, {self.school_year}"


class Step(models.Model):
    """One thing that happened. `on` is the day it happened, `at` the moment it was entered. Nothing in it changes afterwards.

    `role` is what the person did it as, `on_behalf_of` in whose name when that is another role.
    """

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="steps")
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices())
    version = models.ForeignKey(ProfileVersion, models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField("op")
    text = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices(), blank=True)
    role = models.CharField(max_length=30, choices=Role.choices())
    on_behalf_of = models.CharField(max_length=30, choices=Role.choices(), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("adoption__site__")

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.adoption}: {Kind(self.kind).label}"

    @property
    def happened(self) -> str:
        return ABOUT[Kind(self.kind)].happened

    @property
    def entered_later(self) -> bool:
        """It was written down on another day than it happened."""
        return timezone.localdate(self.at) != self.on


class Attachment(models.Model):
    """A file that belongs to a step: minutes, a letter."""

    step = models.ForeignKey(Step, models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    anywhere = models.Manager()
    objects = ScopedManager("step__adoption__site__")

    def __str__(self) -> str:
        return self.file.name
