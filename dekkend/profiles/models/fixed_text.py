"""What is stored of the text that all schools of a region share, and of schools that write it otherwise?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.organisations.models import Partnership, RegionManager, ScopedManager, Site
from dekkend.profiles.words.fixed_text import Verdict


class FixedText(models.Model):
    """One version of the fixed text of one section, from a school year and a day on. Nothing in it changes; an empty text ends it."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    school_year = models.CharField("schooljaar", max_length=9)
    section = models.CharField(max_length=50)
    number = models.PositiveSmallIntegerField()
    text = models.TextField("tekst", blank=True)
    effective_on = models.DateField("geldt vanaf")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        ordering = ("-school_year", "-number")
        constraints = (
            models.UniqueConstraint(fields=["partnership", "school_year", "section", "number"], name="one_fixed_text_per_number"),
        )

    def __str__(self) -> str:
        return f"{self.section}, {self.school_year} ({self.number})"


class OwnWording(models.Model):
    """How one school writes the fixed text of one section otherwise, and what the region thinks of that.

    `fixed` is the version it was laid beside; `source` says where it came from: the name of a document, or nothing when it was typed.
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    school_year = models.CharField("schooljaar", max_length=9)
    section = models.CharField(max_length=50)
    fixed = models.ForeignKey(FixedText, models.PROTECT, related_name="+")
    text = models.TextField("tekst van de school")
    source = models.CharField(max_length=150, blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField()
    verdict = models.CharField("oordeel", max_length=10, choices=Verdict.choices(), default=Verdict.OPEN.value)
    reason = models.TextField("reden", blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        ordering = ("-told_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["site", "school_year", "section"], condition=Q(verdict=Verdict.OPEN.value), name="one_open_wording_per_section"
            ),
        )

    def __str__(self) -> str:
        return f"{self.site}, {self.section}"
