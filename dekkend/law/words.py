"""What is a value of the law: a term, an amount or a duty that holds from one day to another?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.kernel.labels import Label


class Checked(Label):
    """How sure we are that the law says so."""

    READ = "read", "nagelezen in de wettekst"
    INFERRED = "inferred", "afgeleid uit de wettekst"
    UNCHECKED = "unchecked", "niet geverifieerd"


class NotInLaw(LookupError):
    """No such value, or none that holds on this day."""


@dataclass(frozen=True, slots=True)
class Value:
    """What holds from `first` until `last`, both included; None is: no day that we know of.

    `value` is a number of `unit`, a code, or None where the law names no number. `address` leads to the text itself.
    """

    code: str
    title: str
    topic: str
    first: date | None
    last: date | None
    value: str | int | None
    unit: str
    article: str
    address: str
    note: str
    checked: Checked
    used: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def shown(self) -> str:
        """For a screen: "4 jaar", "schoolgids" (a code has its word as unit), or nothing."""
        if self.value is None:
            return ""
        if isinstance(self.value, int):
            return f"{self.value} {self.unit}"
        return self.unit or self.value

    @property
    def anchor(self) -> str:
        """The place on the screen of the law: `#adoption-advice-2025`."""
        name = self.code.replace(".", "-").replace("_", "-")
        return f"{name}-{self.first.year}" if self.first else name
