"""What is stored of what the council says, per paragraph and on the whole, and of what the board does with it?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.adoption.models.procedure import Adoption
from dekkend.adoption.words.procedure import Answer, Outcome
from dekkend.organisations.models import ScopedManager
from dekkend.profiles.models import ProfileVersion


class Advice(models.Model):
    """The advice on one version. A draft of the council's own until `given_on`; afterwards only the board's answer is added.

    `answer` and `why` are about the text of the whole; each remark has its own.
    """

    adoption = models.ForeignKey(Adoption, models.PROTECT, related_name="advices")
    version = models.ForeignKey(ProfileVersion, models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices(), blank=True)
    text = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    given_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=15, choices=Answer.choices(), default=Answer.OPEN.value)
    why = models.TextField(blank=True)

    anywhere = models.Manager()
    objects = ScopedManager("adoption__site__")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["adoption", "round"], name="one_advice_per_round"),)

    def __str__(self) -> str:
        return f"{self.adoption}, ronde {self.round}"


class Remark(models.Model):
    """What the council says about one change or section. `path` is an item of the form, `label` what it was called then."""

    advice = models.ForeignKey(Advice, models.CASCADE, related_name="remarks")
    path = models.CharField(max_length=200)
    label = models.CharField(max_length=300)
    text = models.TextField()
    answer = models.CharField(max_length=15, choices=Answer.choices(), default=Answer.OPEN.value)
    why = models.TextField(blank=True)

    anywhere = models.Manager()
    objects = ScopedManager("advice__adoption__site__")

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["advice", "path"], name="one_remark_per_path"),)

    def __str__(self) -> str:
        return self.label
