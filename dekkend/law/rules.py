"""Which value of the law holds on a day?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dekkend.law.words import NotInLaw, Value


@dataclass(frozen=True, slots=True)
class Law:
    """The values that hold on one day, by code."""

    day: date
    values: dict[str, Value]

    def holds(self, code: str) -> bool:
        """There is such a duty or term on this day."""
        return code in self.values

    def value(self, code: str) -> Value:
        """Raises NotInLaw when nothing of this code holds on the day."""
        try:
            return self.values[code]
        except KeyError:
            raise NotInLaw(f"{code} does not hold on {self.day}") from None

    def number(self, code: str) -> int:
        """The number of a term or amount, in the unit of its entry. Raises NotInLaw when there is none."""
        number = self.value(code).value
        if not isinstance(number, int):
            raise NotInLaw(f"{code} has no number on {self.day}")
        return number

    def article(self, code: str) -> str:
        return self.value(code).article


def law_of(values: Iterable[Value], day: date) -> Law:
    return Law(day, {value.code: value for value in values if value.holds_on(day)})


def clashes(values: Iterable[Value]) -> list[str]:
    """The codes of which two values hold on the same day: then nobody knows which one counts."""
    told = []
    seen: dict[str, list[Value]] = {}
    for value in values:
        for other in seen.setdefault(value.code, []):
            if overlap(value, other):
                told.append(value.code)
        seen[value.code].append(value)
    return told


def overlap(one: Value, other: Value) -> bool:
    starts_in_time = one.first is None or other.last is None or one.first <= other.last
    return starts_in_time and (other.first is None or one.last is None or other.first <= one.last)


def matching(values: Iterable[Value], text: str) -> list[Value]:
    """The values in which every word of `text` stands, in their title, article, note or topic."""
    words = text.lower().split()[:8]
    return [value for value in values if all(word in told(value) for word in words)]


def told(value: Value) -> str:
    return " ".join((value.title, value.topic, value.article, value.note, value.code, str(value.value or ""))).lower()
