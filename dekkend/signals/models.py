"""What is stored of signals, of what was done with each, of words that nobody understood, and of what boards answered?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from dekkend.organisations.models import Board, Partnership, ScopedManager, Site, within
from dekkend.organisations.words import Level, Scope
from dekkend.signals.words import AnswerStatus, SignalKind, SignalState

PC4 = r"^([1-9]\d{3})?$"


def of_region(scope: Scope) -> Q:
    """Rows of a region itself: for whoever has a role there, and for a board with a site in it."""
    of_boards = Site.anywhere.filter(board_id__in=scope.ids(Level.BOARD)).values("partnership_id")
    return Q(partnership_id__in=scope.ids(Level.PARTNERSHIP)) | Q(partnership_id__in=of_boards)


class SignalManager(ScopedManager["Signal"]):
    """What is about a school is for who reaches the school; which of it someone may read, `queries` narrows down by role."""

    def condition(self, scope: Scope) -> Q:
        return within(scope, "site__") | (Q(site__isnull=True) & of_region(scope))


class ReplyManager(ScopedManager["ClusterAnswer"]):
    def condition(self, scope: Scope) -> Q:
        return of_region(scope)


class Signal(models.Model):
    """One thing that someone said about what schools offer.

    A report is about one answer of a public version (`path`, "" for the page); `label` and `quote` are what stood there then. `nonce`
    makes its link impossible to guess. `area` is a PC4; of a "no" on a need card `made_on` is the first of the month, and neither
    school, text nor person is kept. `text` and `email` are emptied when the term is over (`wiped_on`).
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField("soort", max_length=20, choices=SignalKind.choices())
    state = models.CharField("stand", max_length=20, choices=SignalState.choices(), default=SignalState.RECEIVED.value)
    code = models.CharField("soort hulp", max_length=100, blank=True)
    area = models.CharField("gebied", max_length=4, blank=True)
    made_on = models.DateField("gemeld op")
    school_year = models.CharField("schooljaar", max_length=9, blank=True)
    number = models.PositiveIntegerField("versie", null=True, blank=True)
    path = models.CharField(max_length=200, blank=True)
    label = models.CharField("gaat over", max_length=500, blank=True)
    quote = models.TextField("wat er stond", blank=True)
    text = models.TextField("melding", blank=True)
    email = models.EmailField("e-mailadres", max_length=254, blank=True)
    nonce = models.CharField(max_length=43, blank=True)
    repeated = models.BooleanField("kwam op die dag al van dezelfde bezoeker", default=False)  # the figures of a region pass it over
    reason = models.CharField("reden", max_length=20, blank=True)  # one of NoReason
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    reminded_on = models.DateField(null=True, blank=True)
    board_told_on = models.DateField("bestuur leest mee sinds", null=True, blank=True)
    closed_on = models.DateField("afgesloten op", null=True, blank=True)
    wiped_on = models.DateField("leeggemaakt op", null=True, blank=True)

    anywhere = models.Manager()
    objects = SignalManager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(area__regex=PC4), name="signal_area_is_coarse"),
            models.CheckConstraint(
                condition=~Q(kind=SignalKind.CORRECTION.value) | (Q(site__isnull=False) & ~Q(nonce="")), name="report_has_school_and_link"
            ),
            models.CheckConstraint(
                condition=~Q(kind=SignalKind.NO_ANSWER.value)
                | Q(site__isnull=True, by__isnull=True, text="", email="", label="", quote=""),
                name="no_answer_names_nobody",
            ),
        )
        indexes = (
            models.Index(fields=["site", "kind", "state"], name="signal_of_site"),
            models.Index(fields=["partnership", "kind", "code"], name="signal_of_region"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.label or self.code}"

    @property
    def status(self) -> SignalState:
        return SignalState(self.state)


class SignalStep(models.Model):
    """One change in how a signal stands. Nothing in it changes but `undone`, and `answer`, which is emptied with the text."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="steps")
    before = models.CharField(max_length=20, choices=SignalState.choices())
    state = models.CharField(max_length=20, choices=SignalState.choices())
    answer = models.TextField("antwoord", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    undone = models.BooleanField(default=False)

    anywhere = models.Manager()
    objects = ScopedManager("signal__site__")

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.signal_id}: {self.get_state_display()}"


class UnknownStem(models.Model):
    """A stem that the finder did not understand, counted: no place, no time, no order of coming in.

    `key` is the stem under the secret key of the installation. `stem` itself is filled in only at the fifth time: what one family typed,
    a name perhaps, is never in the database.
    """

    key = models.CharField(max_length=64, primary_key=True)
    stem = models.CharField(max_length=40, blank=True)
    count = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.stem or "?"


class Turn(models.Model):
    """How often something was sent on one day: by one sender, or to one school. Thrown away the next day.

    `key` is a network address or a school under a salt of that day: nobody can tell from it who it was, or follow someone to another day.
    """

    day = models.DateField()
    key = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["day", "key"], name="one_count_per_day_and_key"),)

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"


class ClusterAnswer(models.Model):
    """What one board answers to the signals about one kind of support; `area` "" is the whole region. The one without `ended_at` stands."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    code = models.CharField(max_length=100)
    area = models.CharField(max_length=4, blank=True)
    text = models.TextField("antwoord")
    status = models.CharField("stand", max_length=20, choices=AnswerStatus.choices())
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    anywhere = models.Manager()
    objects = ReplyManager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["partnership", "board", "code", "area"], condition=Q(ended_at__isnull=True), name="one_standing_answer_per_cluster"
            ),
        )

    def __str__(self) -> str:
        return f"{self.board}: {self.code}"
