"""What is stored of a question that the region asks a school about its offer, and of what is said then?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.organisations.models import ScopedManager, Site
from dekkend.profiles.words.questions import QuestionState


class Question(models.Model):
    """A question about one answer of a school, or about the whole (`path` empty). `label` is what the answer was called then."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    school_year = models.CharField("schooljaar", max_length=9)
    path = models.CharField(max_length=200, blank=True)
    label = models.CharField(max_length=300)
    state = models.CharField("stand", max_length=10, choices=QuestionState.choices(), default=QuestionState.OPEN.value)
    asked_at = models.DateTimeField()
    touched_at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        indexes = (models.Index(fields=["site", "school_year", "state"], name="question_of_a_site"),)

    def __str__(self) -> str:
        return self.label


class Saying(models.Model):
    """What one person said in the thread of a question. Nothing in it changes."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="sayings")
    text = models.TextField()
    for_region = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = ScopedManager("question__site__")

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.question} ({self.pk})"
