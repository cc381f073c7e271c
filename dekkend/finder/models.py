"""What is stored of the finder: only the words that this installation learned. Never a question, and never who asked."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class LearnedWord(models.Model):
    """A stem that someone of a region linked to a kind of support; `code` "" when it asks for no support. It counts for all regions here.

    Linking it otherwise makes a new row; the one without `ended_at` stands, so that a link can be undone.
    """

    stem = models.CharField("woordstam", max_length=30)
    code = models.CharField("soort hulp", max_length=100, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField("sinds")
    ended_at = models.DateTimeField("tot", null=True, blank=True)

    class Meta:
        ordering = ("stem", "-at")
        constraints = (models.UniqueConstraint(fields=("stem",), condition=models.Q(ended_at__isnull=True), name="one_meaning_per_stem"),)

    def __str__(self) -> str:
        return f"{self.stem}: {self.code}"
