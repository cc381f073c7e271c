"""What is stored of each school that is asked, and of its answer?"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from dekkend.needcards.models.cards import NeedCard
from dekkend.needcards.models.reach import SchoolManager
from dekkend.needcards.words.cards import LONGEST_CONTACT, LONGEST_REPLY
from dekkend.needcards.words.replies import Reply
from dekkend.organisations.models import Site


class Inquiry(models.Model):
    """One school that is asked with one card; never twice. `sent_at` empty: it was chosen and does not know yet.

    `reply` "" is no answer, which is not known. `answer` is what the sender said to a question back.
    """

    card = models.ForeignKey(NeedCard, models.CASCADE, related_name="inquiries")
    site = models.ForeignKey(Site, models.PROTECT, related_name="inquiries")
    sent_at = models.DateTimeField(null=True, blank=True)
    reply = models.CharField("antwoord", max_length=10, choices=Reply.choices(), blank=True)
    reasons = models.JSONField(default=list, blank=True)
    text = models.CharField(max_length=LONGEST_REPLY, blank=True)
    contact = models.CharField(max_length=LONGEST_CONTACT, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    replies = models.PositiveSmallIntegerField(default=0)  # how often it answered, so that each change is told once
    answer = models.CharField(max_length=LONGEST_REPLY, blank=True)
    answers = models.PositiveSmallIntegerField(default=0)
    answered_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = SchoolManager()

    class Meta:
        ordering = ("site__name", "pk")
        constraints = (models.UniqueConstraint(fields=["card", "site"], name="a_school_is_asked_once_with_a_card"),)

    def __str__(self) -> str:
        return f"{self.card}, {self.site}"
