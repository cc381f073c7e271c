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
