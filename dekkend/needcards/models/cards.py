"""What is stored of a need card, and what is left of it afterwards?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.needcards.models.reach import SchoolManager
from dekkend.needcards.words.cards import LONGEST_CONTACT, LONGEST_TEXT, Age, Asked, Happened, Outcome, State
from dekkend.organisations.models import Site
from dekkend.organisations.words import Role

EMPTY = Q(text="", contact="", age="", area="", from_day__isnull=True)


class NeedCard(models.Model):
    """What one school asks of others about one child, without saying who that is. `site` is the school that asks.

    `codes` are those of the support catalogue. `area` is a postcode of four digits or "". `from_day` empty: as soon as it can be.
    `settled_at`: the counts went to the region, so closing is final. `wiped_at`: nothing is left but `tally`, the numbers of answers.
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="need_cards")
    state = models.CharField("stand", max_length=10, choices=State.choices(), default=State.DRAFT.value)
    asked = models.CharField("vraag", max_length=10, choices=Asked.choices())
    age = models.CharField("leeftijd", max_length=10, choices=Age.choices(), blank=True)
    codes = models.JSONField(default=list, blank=True)
    text = models.CharField("wat nodig is", max_length=LONGEST_TEXT, blank=True)
    area = models.CharField("postcodegebied", max_length=4, blank=True)
    from_day = models.DateField("vanaf", null=True, blank=True)
    answer_by = models.DateField("antwoord voor")
    contact = models.CharField("contact", max_length=LONGEST_CONTACT, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField("afloop", max_length=10, choices=Outcome.choices(), blank=True)
    outcome_site = models.ForeignKey(Site, models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    wiped_at = models.DateTimeField(null=True, blank=True)
    tally = models.JSONField(default=dict, blank=True)

    anywhere = models.Manager()
    objects = SchoolManager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(wiped_at__isnull=True) | EMPTY, name="a_wiped_card_holds_nothing"),
            models.CheckConstraint(condition=Q(area="") | Q(area__regex=r"^[1-9]\d{3}$"), name="the_area_of_a_card_is_coarse"),
        )

    def __str__(self) -> str:
        return f"rondvraag {self.pk}"


class CardStep(models.Model):
    """One thing that happened to a card, without any of its text. `site` is the school that did it."""

    card = models.ForeignKey(NeedCard, models.CASCADE, related_name="steps")
    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Happened.choices())
    number = models.PositiveSmallIntegerField(default=0)  # of schools that were asked in this step
    role = models.CharField(max_length=30, choices=Role.choices(), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = SchoolManager()

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.card}: {Happened(self.kind).label}"
