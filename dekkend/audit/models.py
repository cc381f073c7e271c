"""What is stored of what happened, so that nobody can change it afterwards?

There are no foreign keys on purpose: an entry says what was true at that moment, and must outlive the person and the thing it is about.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from dekkend.audit.rules.chain import Anchor as AnchorRule
from dekkend.audit.rules.chain import Link
from dekkend.audit.rules.chain import hash_of as rule_hash
from dekkend.audit.rules.sentences import sentence
from dekkend.audit.words import NO_HASH, OWN_WORDS, Event
from dekkend.ui.translation import translated


class AppendOnly(Exception):
    """Someone tried to change or remove what was written down. That is not possible, and the database refuses it too."""


def refuse(*args: Any, **kwargs: Any) -> NoReturn:
    raise AppendOnly("Het logboek kan niet worden veranderd.")


class AppendOnlyQuerySet(models.QuerySet):
    update = delete = bulk_update = update_or_create = bulk_create = aupdate = adelete = abulk_update = abulk_create = refuse
    aupdate_or_create = refuse


class AppendOnlyModel(models.Model):
    """A row that can be added and never changed."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            refuse()
        super().save(*args, **(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse()


class Entry(AppendOnlyModel):
    """One event. `chain` is the key of its partnership, 0 for what belongs to none; `number` its place in that chain, from 1.

    `hash` is the SHA-256 of `previous` and `content()`. `keep_until` is the last day on which it must be there; empty: for ever.
    """

    chain = models.PositiveBigIntegerField()
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField("moment")
    event = models.CharField("gebeurtenis", max_length=50)
    actor_id = models.PositiveBigIntegerField(null=True)
    actor_name = models.CharField("door", max_length=200)
    subject_kind = models.CharField(max_length=20)  # one of SubjectKind; no choices, so that a new kind needs no migration
    subject_id = models.CharField(max_length=50)
    subject_label = models.CharField("over", max_length=200)
    partnership_id = models.PositiveBigIntegerField(null=True)
    board_id = models.PositiveBigIntegerField(null=True)
    site_id = models.PositiveBigIntegerField(null=True)
    details = models.JSONField(default=dict)
    keep_until = models.DateField("bewaard tot en met", null=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta(AppendOnlyModel.Meta):
        constraints = (models.UniqueConstraint(fields=["chain", "number"], name="one_entry_per_number"),)
        indexes = (
            models.Index(fields=["partnership_id", "-at"], name="entry_of_partnership"),
            models.Index(fields=["subject_kind", "subject_id", "-at"], name="entry_of_subject"),
            models.Index(fields=["actor_id", "-at"], name="entry_of_actor"),
            models.Index(fields=["chain", "keep_until"], name="entry_expires"),
        )

    def __str__(self) -> str:
        """The entry as a person reads it; what is stored, and its hash, keep the codes."""
        details = import_string(settings.AUDIT_IN_WORDS)(self.event, self.details)
        return sentence(self.event, actor=self.actor_name, subject=self.subject_label, details=details)

    @property
    def about(self) -> str:
        """What it is about, in the language of the screen when we named it ourselves; a name stays a name."""
        return translated(self.subject_label) if self.subject_kind in OWN_WORDS else self.subject_label

    def content(self) -> dict[str, object]:
        """Everything that the hash vouches for."""
        named = ["chain", "number", "event", "actor_id", "actor_name", "subject_kind", "subject_id", "subject_label"]
        named += ["partnership_id", "board_id", "site_id", "details"]
        dates = {"at": utc_text(self.at), "keep_until": self.keep_until.isoformat() if self.keep_until else None}
        return {name: getattr(self, name) for name in named} | dates

    def as_link(self) -> Link:
        seal = str(self.details.get("seal", "")) if self.event == Event.LOG_EXPIRED.value else ""
        return Link(self.number, self.previous, self.hash, rule_hash(self.content(), self.previous), seal)


class Anchor(AppendOnlyModel):
    """What is left of a run of entries whose term was over: their numbers and the hash on both sides."""

    chain = models.PositiveBigIntegerField()
    first = models.PositiveBigIntegerField()
    last = models.PositiveBigIntegerField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    signed_by = models.PositiveBigIntegerField()
    signed_at = models.DateTimeField()

    class Meta(AppendOnlyModel.Meta):
        constraints = (models.UniqueConstraint(fields=["chain", "first"], name="one_anchor_per_run"),)

    def __str__(self) -> str:
        return f"{self.chain}: {self.first}-{self.last}"

    def as_rule(self) -> AnchorRule:
        return AnchorRule(self.first, self.last, self.previous, self.hash, self.signed_by)


class ChainHead(models.Model):
    """The last entry of each chain. Whoever adds an entry holds this row, so that two writers come one after the other."""

    chain = models.PositiveBigIntegerField(primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=NO_HASH)

    def __str__(self) -> str:
        return f"{self.chain}: {self.number}"


class RetentionRun(models.Model):
    """When the terms were last looked at; one row. `started_at` without a later `finished_at`: someone is busy, or broke off."""

    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.finished_at:%Y-%m-%d %H:%M}" if self.finished_at else "-"


def utc_text(moment: datetime) -> str:
    """A moment in one way, whatever the database or the caller's time zone: 2026-11-21T09:30:00.000000Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
