"""What is stored of an import: who brought what, which differences it found, and what became of each?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.files.models import StoredFile
from dekkend.organisations.models import Partnership, RegionManager
from dekkend.register.words.changes import ChangeKind, ImportState, Target, Verdict


class RegisterImport(models.Model):
    """One time that published lists were read for a region. `partnership` is empty for an import of the whole country by command.

    `report` says which files were recognised as what, and which rows were refused and why; `folder` is the name of the set folder it came
    from, "" when files were handed in.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, null=True, blank=True, related_name="register_imports")
    state = models.CharField("stand", max_length=10, choices=ImportState.choices(), default=ImportState.WAITING.value)
    folder = models.CharField("map", max_length=200, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd op")
    read_at = models.DateTimeField("gelezen op", null=True, blank=True)
    applied_at = models.DateTimeField("overgenomen op", null=True, blank=True)
    undone_at = models.DateTimeField("teruggedraaid op", null=True, blank=True)
    step = models.CharField("bezig met", max_length=200, blank=True)
    problem = models.TextField("wat er misging", blank=True)
    report = models.JSONField("verslag", default=dict, blank=True)

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}"


class HandedFile(models.Model):
    """A file that was handed in for an import, as it came. `name` is how the person calls it."""

    imported = models.ForeignKey(RegisterImport, models.CASCADE, related_name="files")
    name = models.CharField("naam", max_length=200)
    stored = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class RegisterChange(models.Model):
    """One difference that an import found, with what was and what comes; accepted ones together are the history of a site.

    `drawing_before` and `drawing_after` are outlines, kept apart because they are large.
    """

    imported = models.ForeignKey(RegisterImport, models.CASCADE, related_name="changes")
    target = models.CharField("wat", max_length=10, choices=Target.choices())
    kind = models.CharField("verschil", max_length=10, choices=ChangeKind.choices())
    key = models.CharField("code", max_length=100, db_index=True)
    name = models.CharField("naam", max_length=200)
    region = models.CharField("samenwerkingsverband", max_length=6, blank=True)
    before = models.JSONField("was", default=dict)
    after = models.JSONField("wordt", default=dict)
    drawing_before = models.JSONField(null=True, blank=True)
    drawing_after = models.JSONField(null=True, blank=True)
    why = models.TextField("waarom", blank=True)
    noticed_on = models.DateField("lijst van", null=True, blank=True)
    held = models.BooleanField("eerst bekijken", default=False)
    verdict = models.CharField("stand", max_length=10, choices=Verdict.choices(), default=Verdict.OPEN.value)
    decided_at = models.DateTimeField("gekozen op", null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("imported", "verdict", "target"), name="register_change_of_import"),)

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"
