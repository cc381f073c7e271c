"""What is stored of the published lists: sites, pupils, regions of postcodes, outlines?"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from dekkend.organisations.models import Place, ScopedManager, Site
from dekkend.register.rules.children import FEWEST
from dekkend.register.words.records import RegisterKind


class RegisterSite(models.Model):
    """A school site as DUO publishes it, whether or not the school takes part in Dekkend.

    `x` and `y` are metres in the Dutch grid (RD, EPSG:28992), empty when nobody says where it lies; `point_from` is the postcode of which
    they are the middle, when they are no more than that. `region` is the code of its
    partnership, "" when not known. `closed_on` is the date of the first list in which it was missing.
    """

    brin6 = models.CharField("vestigingscode", max_length=6, unique=True)
    name = models.CharField("naam", max_length=200)
    kind = models.CharField("soort", max_length=6, choices=RegisterKind.choices())
    street = models.CharField("straat", max_length=200, blank=True)
    house_number = models.CharField("huisnummer", max_length=20, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    place = models.CharField("plaats", max_length=100, blank=True)
    municipality = models.CharField("gemeente", max_length=100, blank=True)
    province = models.CharField("provincie", max_length=50, blank=True)
    denomination = models.CharField("denominatie", max_length=100, blank=True)
    website = models.CharField("website", max_length=200, blank=True)
    board_number = models.CharField("nummer van het bestuur", max_length=5, blank=True)
    board_name = models.CharField("bestuur", max_length=200, blank=True)
    region = models.CharField("samenwerkingsverband", max_length=6, blank=True, db_index=True)
    x = models.FloatField("x (RD, meter)", null=True, blank=True)
    y = models.FloatField("y (RD, meter)", null=True, blank=True)
    point_from = models.CharField("midden van postcode", max_length=6, blank=True)
    closed_on = models.DateField("niet meer in de lijst van", null=True, blank=True)
    first_seen = models.DateField("voor het eerst in de lijst van", null=True, blank=True)
    last_seen = models.DateField("voor het laatst in de lijst van", null=True, blank=True)
    source = models.CharField("bron", max_length=200, blank=True)

    class Meta:
        ordering = ("name", "brin6")
        constraints = (
            models.CheckConstraint(condition=Q(brin6__regex=r"^\d{2}[A-Z]{2}\d{2}$"), name="register_brin6_well_formed"),
            models.CheckConstraint(
                condition=Q(x__isnull=True, y__isnull=True) | Q(x__isnull=False, y__isnull=False), name="register_whole_point"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.brin6})"


class PupilCount(models.Model):
    """How many pupils a site had on one count date, between `low` and `high`; a published "<5" is 1 to 4."""

    site = models.ForeignKey(RegisterSite, models.CASCADE, related_name="counts")
    counted_on = models.DateField("geteld op")
    low = models.PositiveIntegerField("minstens")
    high = models.PositiveIntegerField("hoogstens")

    class Meta:
        ordering = ("site", "counted_on")
        constraints = (
            models.UniqueConstraint(fields=("site", "counted_on"), name="one_count_per_site_and_day"),
            models.CheckConstraint(condition=Q(high__gte=F("low")), name="pupil_count_in_order"),
        )

    def __str__(self) -> str:
        return f"{self.low}" if self.low == self.high else f"{self.low}-{self.high}"

    @property
    def few(self) -> bool:
        """Some pupils, but so few that their number is not shown."""
        return self.low > 0 and self.high < FEWEST


class PostcodeRegion(models.Model):
    """To which partnership a PC4 belongs, from a day on. A partnership can cut a municipality in two, so this is kept per postcode."""

    postcode = models.CharField("postcode", max_length=4)
    region = models.CharField("samenwerkingsverband", max_length=6)
    valid_from = models.DateField("geldt vanaf")
    source = models.CharField("bron", max_length=200, blank=True)

    class Meta:
        ordering = ("postcode", "valid_from")
        constraints = (models.UniqueConstraint(fields=("postcode", "valid_from"), name="one_region_per_postcode_and_day"),)

    def __str__(self) -> str:
        return f"{self.postcode}: {self.region}"


class AreaShape(models.Model):
    """The outline of a postcode area, to draw. `rings` are flat lists [x0, y0, x1, y1, ...] in whole metres (RD), even-odd.

    `tolerance` is how many metres the drawn line may lie from the published one.
    """

    place = models.OneToOneField(Place, models.CASCADE, related_name="shape")
    rings = models.JSONField("omtrek", default=list)
    tolerance = models.FloatField("speling in meters", default=0)
    source = models.CharField("bron", max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.place_id}"


class Border(models.Model):
    """The border of a municipality, to draw; `rings` as in AreaShape. `west` to `north` is the box around it, in metres."""

    municipality = models.CharField("gemeente", max_length=100, unique=True)
    rings = models.JSONField("omtrek", default=list)
    west = models.FloatField()
    east = models.FloatField()
    south = models.FloatField()
    north = models.FloatField()
    tolerance = models.FloatField("speling in meters", default=0)
    source = models.CharField("bron", max_length=200, blank=True)

    class Meta:
        ordering = ("municipality",)

    def __str__(self) -> str:
        return self.municipality


class Closure(models.Model):
    """A school that takes part and of which the region accepted that it closed. Its profiles and history stay."""

    site = models.OneToOneField(Site, models.CASCADE, related_name="closure")
    closed_on = models.DateField("gesloten vanaf")

    anywhere = models.Manager()
    objects = ScopedManager("site__")

    def __str__(self) -> str:
        return f"{self.site_id}: {self.closed_on}"


class RegisterRevision(models.Model):
    """One row: `token` is another one after every change of the register, so that whoever keeps arrays of it knows when they are old."""

    token = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.token
