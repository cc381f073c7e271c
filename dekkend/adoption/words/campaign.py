"""Where can a school stand in the yearly round of its region, and what does the region see of it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dekkend.adoption.words.facts import Due
from dekkend.kernel.labels import Label


class Stage(Label):
    """Where the offer of a school lies, in the order in which it travels."""

    NOT_BEGUN = "not_begun", "Nog niet begonnen"
    WRITING = "writing", "De school schrijft"
    COUNCIL = "council", "Bij de MR"
    BOARD = "board", "Bij het bestuur"
    ADOPTED = "adopted", "Vastgesteld"
    PUBLISHED = "published", "Openbaar"


@dataclass(frozen=True, slots=True)
class Place:
    """One school in the round. `due` is the day that is next: a term that runs, else the deadline; None when it is done.

    `joined`: someone of the school or its board was ever asked in or wrote something; a school that nobody asked is not late.
    `done` and `total` are parts of the form of a draft; `asked` questions that run, `wordings` own texts that wait for the region.
    """

    site: Any
    stage: Stage
    due: Due | None
    done: int | None = None
    total: int | None = None
    reminded_at: datetime | None = None
    asked: int = 0
    wordings: int = 0
    joined: bool = True

    @property
    def pk(self) -> int:
        return self.site.pk

    @property
    def order(self) -> int:
        return list(Stage).index(self.stage)

    @property
    def late(self) -> bool:
        return bool(self.joined and self.due and self.due.late)

    @property
    def days_left(self) -> int | None:
        return self.due.days_left if self.due else None


@dataclass(frozen=True, slots=True)
class Round:
    """From when a region asks for the offers of a year and by when; `set` says that the region chose these days itself."""

    school_year: str
    opens_on: date
    deadline: date
    set: bool
