"""What is stored of the terms of a region, and of who stands in for whom?"""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from dekkend.organisations.models import Partnership, ScopedManager, Site
from dekkend.organisations.words import Level, Role, Scope

BOUNDS = [MinValueValidator(1), MaxValueValidator(200)]


class TermsManager(ScopedManager["RegionTerms"]):
    """Terms belong to a region, not to a site."""

    def condition(self, scope: Scope) -> Q:
        return Q(partnership_id__in=scope.ids(Level.PARTNERSHIP))


class RegionTerms(models.Model):
    """After how many days the region reminds the council and the board. Without a row the usual terms hold."""

    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="+")
    advice_days = models.PositiveSmallIntegerField(validators=BOUNDS)
    decision_days = models.PositiveSmallIntegerField(validators=BOUNDS)
    remind_days = models.PositiveSmallIntegerField(validators=BOUNDS)

    anywhere = models.Manager()
    objects = TermsManager()

    def __str__(self) -> str:
        return str(self.partnership)


class StandIn(models.Model):
    """Someone who does the work of a role at one site for a while, because the board named them, with a reason."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=[(role.value, role.label) for role in (Role.DIRECTOR, Role.BOARD)])
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    reason = models.CharField("reden", max_length=500)
    first = models.DateField("vanaf")
    last = models.DateField("tot en met")
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        constraints = (models.CheckConstraint(condition=Q(last__gte=F("first")), name="stand_in_ends_after_it_starts"),)

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"
