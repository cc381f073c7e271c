"""What is stored about files that were handed in, and what was read in them?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.files.models import StoredFile
from dekkend.organisations.models import Partnership, ScopedManager, Site, within
from dekkend.organisations.words import Level, Scope
from dekkend.profiles.models import ProfileDraft
from dekkend.reading.gateways.json_shape import reading_from_json
from dekkend.reading.words.result import Reading
from dekkend.reading.words.states import KNOWN, State


def reachable(scope: Scope, path: str = "") -> Q:
    """Documents of the own region for its people, of the own sites once matched, and what someone handed in."""
    own = Q(**{f"{path}uploaded_by": scope.user_id}) if scope.user_id else Q(pk__in=[])
    return own | Q(**{f"{path}partnership_id__in": scope.ids(Level.PARTNERSHIP)})


class BatchManager(ScopedManager["UploadBatch"]):
    def condition(self, scope: Scope) -> Q:
        return reachable(scope)


class DocumentManager(ScopedManager["SourceDocument"]):
    def condition(self, scope: Scope) -> Q:
        return reachable(scope, "batch__") | within(scope, "site__")


class UploadBatch(models.Model):
    """The files that someone handed in together."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    anywhere = models.Manager()
    objects = BatchManager()

    def __str__(self) -> str:
        return f"Stapel {self.pk}"


class SourceDocument(models.Model):
    """One handed-in file and what was read in it.

    `reading` is the JSON of a reading (profile, evidence, findings, unread); `lines` the printed text as [number, page, text], for the
    reviewer's screen. `lease_until` is the moment after which its reader counts as lost. `private_places` are the places of numbers that
    may not be stored, as {"page", "line", "kind"}, never the number itself. `counts` is {"certain", "likely", "unsure", "empty"}.
    """

    batch = models.ForeignKey(UploadBatch, models.CASCADE, related_name="documents")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    name = models.CharField("naam", max_length=150)
    state = models.CharField("staat", max_length=20, choices=State.choices(), default=State.WAITING.value)
    refusal_code = models.CharField(max_length=50, blank=True)
    refusal = models.TextField("waarom niet gelezen", blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    template = models.CharField(max_length=50, default="haaglanden")
    reading = models.JSONField(null=True, blank=True)
    lines = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    school_name = models.CharField("school volgens het bestand", max_length=300, blank=True)
    school_year = models.CharField("schooljaar", max_length=9, blank=True)
    private_places = models.JSONField(default=list)
    site = models.ForeignKey(Site, models.PROTECT, null=True, blank=True, related_name="+")
    draft = models.ForeignKey(ProfileDraft, models.PROTECT, null=True, blank=True, related_name="+")
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = DocumentManager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "sha256"],
                condition=Q(state__in=[state.value for state in KNOWN]),
                name="one_document_per_content",
            ),
        )
        indexes = (models.Index(fields=["state", "lease_until"], name="document_state_lease"),)

    def __str__(self) -> str:
        return self.name

    @property
    def status(self) -> State:
        return State(self.state)

    def as_reading(self) -> Reading:
        """The stored reading; only for a document that was read."""
        return reading_from_json(self.reading or {})
