"""What is stored about the places of education: partnership, board, school site?"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from dekkend.organisations.models.scoping import ScopedManager
from dekkend.organisations.rules import brin6_problem, postcode_problem
from dekkend.organisations.words import Kind


def validate_brin6(value: str) -> None:
    if problem := brin6_problem(value):
        raise ValidationError(problem)


def validate_postcode(value: str) -> None:
    if problem := postcode_problem(value):
        raise ValidationError(problem)


class Place(models.Model):
    """A postcode area: PC4 ("9999") or PC6 ("9999ZZ"), with where it lies and how many children live there.

    `x` and `y` are metres in the Dutch grid (RD, EPSG:28992) of the middle of where people live. `children` are numbers by age group
    ({"5-9": 120}); an empty object is not known, which is something else than none. `source` says whose figures these are.
    """

    postcode = models.CharField("postcode", max_length=6, unique=True)
    name = models.CharField("plaats", max_length=100)
    municipality = models.CharField("gemeente", max_length=100, blank=True)
    x = models.FloatField("x (RD, meter)")
    y = models.FloatField("y (RD, meter)")
    children = models.JSONField("kinderen per leeftijd", default=dict, blank=True)
    source = models.CharField("bron", max_length=200, blank=True)

    class Meta:
        ordering = ("postcode",)
        constraints = (
            models.CheckConstraint(condition=models.Q(postcode__regex=r"^[1-9]\d{3}([A-Z]{2})?$"), name="place_postcode_well_formed"),
        )

    def __str__(self) -> str:
        return f"{self.postcode} {self.name}"


class Partnership(models.Model):
    """A samenwerkingsverband: all boards of one region together."""

    code = models.CharField("code", max_length=6, unique=True)
    name = models.CharField("naam", max_length=200)

    def __str__(self) -> str:
        return self.name


class Board(models.Model):
    """A bevoegd gezag: the legal person that runs schools. `number` is its number in the register."""

    number = models.CharField("nummer", max_length=5, unique=True)
    name = models.CharField("naam", max_length=200)

    def __str__(self) -> str:
        return self.name


class Site(models.Model):
    """A school site (vestiging), the place where children go. `brin6` is its code in the register, with the site number."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="sites")
    board = models.ForeignKey(Board, models.PROTECT, related_name="sites")
    brin6 = models.CharField("vestigingscode", max_length=6, unique=True, validators=[validate_brin6])
    name = models.CharField("naam", max_length=200)
    street = models.CharField("straat", max_length=200)
    house_number = models.CharField("huisnummer", max_length=20)
    postcode = models.CharField("postcode", max_length=7, validators=[validate_postcode])
    place = models.CharField("plaats", max_length=100)
    kind = models.CharField("soort", max_length=20, choices=Kind.choices(), default=Kind.REGULAR.value)
    website = models.CharField("website", max_length=200, blank=True)

    anywhere = models.Manager()
    objects = ScopedManager()

    class Meta:
        ordering = ("name", "brin6")
        constraints = (models.CheckConstraint(condition=models.Q(brin6__regex=r"^\d{2}[A-Z]{2}\d{2}$"), name="site_brin6_well_formed"),)

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        return f"{self.street} {self.house_number}"
