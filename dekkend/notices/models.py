"""What is stored of mail that has to go out, or has gone?"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from dekkend.notices.words import STUCK, State


class Outgoing(models.Model):
    """One mail to one person. `about` names the occasion: the same notice about the same occasion goes to an address once.

    `text` is what is sent; of a letter with a secret it is wiped after sending, and at `text_until`, when its link stops working.
    `queued_at`: since when a job for it waits in the queue. `lease_until`: until when its sender may take; after that nobody knows
    whether it went. `failure` is a code, never a server's words.
    """

    notice = models.CharField("soort", max_length=50)  # one of Notice; no choices, so that a new letter needs no migration
    about = models.CharField(max_length=100)
    address = models.EmailField("aan", max_length=254)
    name = models.CharField("naam", max_length=200, blank=True)
    user_id = models.PositiveBigIntegerField(null=True)
    partnership_id = models.PositiveBigIntegerField(null=True)
    subject = models.CharField("onderwerp", max_length=200)
    text = models.TextField("tekst", blank=True)
    text_until = models.DateTimeField(null=True)
    state = models.CharField("staat", max_length=20, choices=State.choices(), default=State.WAITING.value)
    made_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    queued_at = models.DateTimeField(null=True)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField("verstuurd op", null=True)
    failure = models.CharField(max_length=50, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["notice", "about", "address"], name="once_per_occasion"),)
        indexes = (
            models.Index(fields=["state", "next_attempt_at"], name="outgoing_due"),
            models.Index(fields=["partnership_id", "-made_at"], name="outgoing_of_partnership"),
            models.Index(fields=["text_until"], condition=~Q(text="") & Q(text_until__isnull=False), name="outgoing_with_secret"),
            models.Index(fields=["made_at"], condition=Q(state__in=[state.value for state in STUCK]), name="outgoing_stuck"),
        )

    def __str__(self) -> str:
        return f"{self.subject} ({self.status.label})"

    @property
    def status(self) -> State:
        return State(self.state)

    @property
    def is_stuck(self) -> bool:
        return self.status in STUCK
