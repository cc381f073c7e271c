"""What is stored of the form that a region made of the one that the product brings?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.organisations.models import Partnership, RegionManager
from dekkend.organisations.words import Kind


class RegionForm(models.Model):
    """One version of the form of a region, from a school year on, for schools of one kind or (empty) for all others.

    `overlay` is what differs (`rules/region_form.py`), `name` what drafts and versions on it say they are on. In force, nothing in it
    changes any more.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    school_year = models.CharField("schooljaar", max_length=9)
    kind = models.CharField("soort school", max_length=20, choices=Kind.choices(), blank=True)
    overlay = models.JSONField()
    name = models.CharField(max_length=50, db_index=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        ordering = ("-school_year", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "school_year", "kind"], condition=Q(in_force_at__isnull=True), name="one_form_being_made"
            ),
        )

    def __str__(self) -> str:
        return self.name
