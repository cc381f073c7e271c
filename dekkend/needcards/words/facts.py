"""On which facts do the rules about need cards decide, and what do they answer?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dekkend.kernel.labels import Label
from dekkend.needcards.words.cards import Asked, State


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guards of the table look at. `warnings` are remarks on the text that nobody decided about; `days_left` until the day by
    which schools answer; `settled`: the counts went to the region, so it is final."""

    state: State
    codes: int = 0
    schools: int = 0
    days_left: int = 0
    warnings: int = 0
    settled: bool = False


class Has(Label):
    """Whether a school has a kind of support, as its public profile says it."""

    YES = "yes", "Ja"
    PAUSED = "paused", "Nu niet"
    UNKNOWN = "unknown", "Niet bekend"
    NO = "no", "Nee"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A school that can be asked. `distance` in metres as the finder counts, None when nobody knows where one of the two lies.

    `has` says per code of the card what the school says of it. `reachable` False: nobody there can log in and answer.
    """

    site_id: int
    brin6: str
    name: str
    place: str
    region: str
    region_id: int
    distance: float | None
    has: Mapping[str, Has]
    reachable: bool = True

    @property
    def fits(self) -> int:
        """How many of the kinds that are needed it has now."""
        return sum(each is Has.YES for each in self.has.values())

    @property
    def unknown(self) -> int:
        return sum(each is Has.UNKNOWN for each in self.has.values())

    @property
    def kilometres(self) -> float | None:
        return None if self.distance is None else round(self.distance / 1000, 1)


@dataclass(frozen=True, slots=True)
class Written:
    """What the sender fills in. `area` is a postcode of four digits or "", `from_day` None: as soon as it can be."""

    asked: Asked
    age: str
    codes: tuple[str, ...]
    text: str
    answer_by: date
    contact: str
    area: str = ""
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What a school that was asked fills in. `reply` is a code of `Reply`, `reasons` codes of `Reason`."""

    reply: str
    text: str = ""
    reasons: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many schools were asked and what they answered: all that is left of a card that was wiped."""

    asked: int = 0
    answers: Mapping[str, int] = field(default_factory=dict)

    def of(self, reply: str) -> int:
        return self.answers.get(reply, 0)

    def stored(self) -> dict[str, Any]:
        return {"asked": self.asked, "answers": dict(self.answers)}
