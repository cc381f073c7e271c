"""What does a region lay down about its coverage, and which reports about it were asked for?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.coverage.words.question import Question
from dekkend.coverage.words.reach import REGION
from dekkend.coverage.words.settings import Per
from dekkend.files.models import StoredFile
from dekkend.organisations.models import Partnership, RegionManager
from dekkend.organisations.words import Level, Role, Scope


class LaidDown(models.Model):
    """Each change is a row; the one without `ended_at` stands. `before` is the row that stood until then: undoing goes back to it."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    before = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class CoverageSettings(LaidDown):
    """How a region counts, as `rules.kinds.as_data` writes it."""

    values = models.JSONField("keuzes")

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["partnership"], condition=Q(ended_at=None), name="one_way_of_counting_per_region"),)

    def __str__(self) -> str:
        return f"{self.partnership}, {self.at:%Y-%m-%d}"


class SavedView(LaidDown):
    """A choice of filters on the screens about coverage to come back to; `query` is the part after the ? in the address."""

    name = models.CharField("naam", max_length=80)
    query = models.CharField(max_length=500, blank=True)

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["partnership", "name"], condition=Q(ended_at=None), name="one_view_per_name"),)

    def __str__(self) -> str:
        return self.name


class CostRate(LaidDown):
    """What one kind of support costs in a school year; the region fills it in, there is no usual amount. `euros` None: no longer known."""

    school_year = models.CharField("schooljaar", max_length=9)
    code = models.CharField(max_length=100)
    per = models.CharField("per", max_length=10, choices=Per.choices())
    euros = models.DecimalField("euro per schooljaar", max_digits=10, decimal_places=2, null=True)

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "school_year", "code"], condition=Q(ended_at=None), name="one_rate_per_kind_and_year"
            ),
            models.CheckConstraint(condition=Q(euros__isnull=True) | Q(euros__gte=0), name="rate_is_not_negative"),
        )

    def __str__(self) -> str:
        return f"{self.code}, {self.school_year}"


class OwnNorm(LaidDown):
    """One version of a norm of the region's own, from a file with the same form as those in `offers/data/norms`."""

    name = models.CharField("korte naam", max_length=50)
    version = models.CharField("versie", max_length=20)
    title = models.CharField("titel", max_length=200)
    source = models.CharField("bron", max_length=300)
    valid_from = models.DateField("geldt vanaf")
    items = models.JSONField("onderdelen")

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["partnership", "name", "version"], condition=Q(ended_at=None), name="one_norm_per_version"),
        )

    def __str__(self) -> str:
        return f"{self.title}, {self.version}"


class ReportManager(RegionManager):
    """Reports of a region for who works for it; those that a board asked for, for that board."""

    def condition(self, scope: Scope) -> Q:
        of_region = Q(partnership_id__in=scope.only(*REGION).ids(Level.PARTNERSHIP), boards=[])
        boards = sorted(scope.only(Role.BOARD).ids(Level.BOARD))
        return of_region | Q(boards=boards) if boards else of_region


class Report(models.Model):
    """A report that was asked for, as it stands on `day`: `question` is a `words.question.Question` as data, `language` a code.

    `boards` are the keys, in order, of the boards for which it was made: they see of schools only their own. Empty for the region.
    """

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    boards = models.JSONField(default=list)
    day = models.DateField("stand op")
    question = models.JSONField()
    language = models.CharField(max_length=5)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField("gevraagd om")

    anywhere = models.Manager()
    objects = ReportManager()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.partnership}, {self.day}"

    @property
    def asks(self) -> Question:
        return Question.of(self.question)


class ReportFile(models.Model):
    """A report in one format (`suffix`). `file` is there when it was made; `fault` is the kind of error when that did not work."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="files")
    suffix = models.CharField(max_length=10)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    fault = models.CharField(max_length=100, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["report", "suffix"], name="one_file_per_format"),)

    def __str__(self) -> str:
        return f"{self.report}, {self.suffix}"
