"""What is stored about the answers of people who check a reading?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.organisations.models import Partnership
from dekkend.reading.models.documents import SourceDocument
from dekkend.reading.words.states import Answer


class Decision(models.Model):
    """What someone said about one path of one document. Taken back: `undone_at` is filled, and the line stays."""

    document = models.ForeignKey(SourceDocument, models.CASCADE, related_name="decisions")
    path = models.CharField(max_length=200)
    value = models.JSONField(null=True, blank=True)
    answer = models.CharField(max_length=20, choices=Answer.choices())
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["document", "path"], condition=Q(undone_at__isnull=True), name="one_standing_decision_per_path"
            ),
        )

    def __str__(self) -> str:
        return f"{self.path}: {self.answer}"


class RememberedAnswer(models.Model):
    """ "When this row stands printed exactly so, it means this", for all documents of one form in one region."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    template = models.CharField(max_length=50)
    path = models.CharField(max_length=200)
    printed = models.CharField(max_length=64)  # fingerprint of the printed row, spacing included
    value = models.JSONField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["partnership", "template", "path", "printed"], name="one_answer_per_printed_row"),)

    def __str__(self) -> str:
        return f"{self.path}: {self.value}"
