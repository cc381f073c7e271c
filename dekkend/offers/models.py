"""What is stored of offers: the projection of each public profile, what schools said since, and the asking whether it is still so?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.offers.words import Availability, Rhythm
from dekkend.organisations.models import Membership, Partnership, RegionManager, ScopedManager, Site
from dekkend.profiles.models import ProfileVersion


class RegionOffers(models.Model):
    """What a region chose, and how often its offers changed: whoever keeps figures about them compares `revision`.

    `asked_on` is the day of the round in which its schools were last asked. `norm` is the name of a norm, "" for none chosen.
    """

    partnership = models.OneToOneField(Partnership, models.CASCADE, related_name="+")
    revision = models.PositiveBigIntegerField(default=0)
    rhythm = models.CharField("ritme", max_length=20, choices=Rhythm.choices(), default=Rhythm.QUARTER.value)
    norm = models.CharField("norm", max_length=50, blank=True)
    asked_on = models.DateField(null=True, blank=True)

    anywhere = models.Manager()
    objects = RegionManager()

    def __str__(self) -> str:
        return f"{self.partnership}, {self.revision}"


class RememberedCode(models.Model):
    """What a person said that an own row with these words is, everywhere in the region; `code` "" when it is no kind of the catalogue."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    words = models.CharField("woorden", max_length=200)
    code = models.CharField(max_length=100, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    anywhere = models.Manager()
    objects = RegionManager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["partnership", "words"], name="one_code_per_words"),)

    def __str__(self) -> str:
        return self.words


class Projection(models.Model):
    """That the offers of this version are laid down in rows, and with which rules (`made_with`); with other rules they are made anew."""

    version = models.OneToOneField(ProfileVersion, models.CASCADE, related_name="projection")
    made_with = models.CharField(max_length=64)

    anywhere = models.Manager()
    objects = ScopedManager("version__site__")

    def __str__(self) -> str:
        return str(self.version)


class Offer(models.Model):
    """One row of a public profile as an offer; see `words.Claim`. Derived: it can be thrown away and made again at any time."""

    version = models.ForeignKey(ProfileVersion, models.CASCADE, related_name="offers")
    number = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=100)
    code = models.CharField(max_length=100, blank=True)
    label = models.CharField(max_length=500)
    block = models.CharField(max_length=50)
    path = models.CharField(max_length=100)
    level = models.PositiveSmallIntegerField(null=True)
    choice = models.CharField(max_length=50, blank=True)
    note = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    hours = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    hours_rule = models.TextField(blank=True)
    confirmed_on = models.DateField(null=True)

    anywhere = models.Manager()
    objects = ScopedManager("version__site__")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["version", "key"], name="one_offer_per_key"),)
        indexes = (models.Index(fields=["code", "version"], name="offer_by_code"),)

    def __str__(self) -> str:
        return self.label


class Ask(models.Model):
    """One person was mailed a link to say whether the offer of one site is still so. The link is signed and holds `nonce`.

    It counts until `expires_at`, as long as the role runs by which the person was asked.
    """

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")
    round = models.DateField()
    nonce = models.CharField(max_length=32)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["site", "membership", "round"], name="asked_once_per_round"),)

    def __str__(self) -> str:
        return f"{self.site}, {self.round}"


class OfferState(models.Model):
    """What the school says of one offer between two adoptions. Each change is a row; the one without `ended_at` stands.

    `before` is the row that stood when this was said: undoing goes back to it. `ask` is the mail whose link was used, if any.
    `version`, `level` and `choice` are what the profile said then: a later adoption that says something else ends it (`overtaken_by`).
    """

    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    key = models.CharField(max_length=100)
    state = models.CharField("staat", max_length=20, choices=Availability.choices())
    from_day = models.DateField("vanaf", null=True, blank=True)
    until = models.DateField("tot en met", null=True, blank=True)
    note_for_parents = models.CharField("voor ouders", max_length=300, blank=True)
    role = models.CharField("functie", max_length=100, blank=True)
    persons = models.PositiveSmallIntegerField("aantal mensen", null=True, blank=True)
    hours = models.DecimalField("uren per week", max_digits=6, decimal_places=2, null=True, blank=True)
    confirmed_on = models.DateField("bevestigd op")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    said_at = models.DateTimeField()
    before = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    ask = models.ForeignKey(Ask, models.SET_NULL, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    undone = models.BooleanField(default=False)
    version = models.ForeignKey(ProfileVersion, models.SET_NULL, null=True, blank=True, related_name="+")
    level = models.PositiveSmallIntegerField(null=True, blank=True)
    choice = models.CharField(max_length=50, blank=True)
    overtaken_by = models.ForeignKey(ProfileVersion, models.SET_NULL, null=True, blank=True, related_name="+")

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["site", "key"], condition=Q(ended_at__isnull=True), name="one_standing_state_per_offer"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(from_day__isnull=True) | Q(until__gte=models.F("from_day")),
                name="pause_ends_after_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.key}: {self.get_state_display()}"
