"""What is stored of the round in which a region asks all its schools for their offer of one year?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dekkend.adoption.models.region import TermsManager
from dekkend.organisations.models import Partnership, ScopedManager, Site


class Campaign(models.Model):
    """From when a region asks for the offers of a school year, and by when it wants them."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    school_year = models.CharField("schooljaar", max_length=9)
    opens_on = models.DateField("vanaf")
    deadline = models.DateField("uiterlijk")

    anywhere = models.Manager()
    objects = TermsManager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["partnership", "school_year"], name="one_campaign_per_region_and_year"),
            models.CheckConstraint(condition=Q(deadline__gte=F("opens_on")), name="campaign_ends_after_it_opens"),
        )

    def __str__(self) -> str:
        return f"{self.partnership}, {self.school_year}"


class Reminder(models.Model):
    """The region reminded one school of its offer of one year."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    school_year = models.CharField("schooljaar", max_length=9)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        indexes = (models.Index(fields=["site", "school_year", "at"], name="reminder_of_a_site"),)

    def __str__(self) -> str:
        return f"{self.site}, {self.school_year}"
