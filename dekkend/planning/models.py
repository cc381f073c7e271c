"""What is stored of planning: what a region asked and what came out, and the scenarios that it keeps?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.organisations.models import Partnership, RegionManager


class Plan(models.Model):
    """One question for the best plan, as `rules.asking.as_data` writes it, and the answer once it is there.

    `day` is the day of which the offers count; `fault` is the kind of error or "". `basis` names all that the answer stands
    on (`rules.building.basis_of`): another one today means that the answer is of before a change.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    asked = models.JSONField("vraag")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd om")
    answer = models.JSONField("antwoord", null=True)
    day = models.DateField("stand op")
    basis = models.CharField(max_length=32, blank=True)
    finished_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=100, blank=True)
    removed_at = models.DateTimeField(null=True)

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.partnership}, {self.asked_at:%Y-%m-%d}"


class Scenario(models.Model):
    """What if: a named list of changes to the region of today, as `rules.scenario_data.as_data` writes them.

    Nothing of it changes what schools said.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    name = models.CharField("naam", max_length=80)
    note = models.TextField("waarom", max_length=2000, blank=True)
    changes = models.JSONField("veranderingen", default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField("gemaakt om")
    changed_at = models.DateTimeField("veranderd om")
    removed_at = models.DateTimeField(null=True)

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint(fields=["partnership", "name"], condition=Q(removed_at=None), name="one_scenario_per_name"),)

    def __str__(self) -> str:
        return self.name
