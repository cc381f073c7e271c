"""How long is an entry kept, and which runs of entries are over their term?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dekkend.audit.words import Event, Kept

# Why each kind is kept, for the privacy register and the screen. The number of days is a setting: no law gives one.
REASONS: Mapping[Kept, str] = {
    Kept.SECURITY: "Om misbruik van een account te kunnen uitzoeken.",
    Kept.READS: "Om iemand te kunnen zeggen wie gegevens heeft bekeken.",
    Kept.CHANGES: "Om te kunnen uitleggen wie wat besloot, zolang daarover bezwaar of een vraag kan komen.",
    Kept.CHAIN: "Bevat geen persoonsgegevens, en bewijst dat er verder niets verdween.",
}


@dataclass(frozen=True, slots=True)
class Expired:
    """An entry whose term is over, with what the chain needs to remember of it."""

    number: int
    previous: str
    hash: str


EVERY = timedelta(hours=24)
BUSY = timedelta(hours=1)  # whoever began longer ago and did not finish broke off
OVERDUE = timedelta(days=2)


def is_overdue(finished_at: datetime | None, *, now: datetime) -> bool:
    """Nobody removed what is over its term for two days, or ever."""
    return finished_at is None or finished_at < now - OVERDUE


def keep_until(event: Event, *, on: date, days: Mapping[str, int]) -> date | None:
    """The last day on which the entry must still be there; None: for ever."""
    return None if event.kept is Kept.CHAIN else on + timedelta(days=days[event.kept.value])


def runs_of(expired: Iterable[Expired]) -> list[tuple[Expired, Expired]]:
    """The first and last of each unbroken run of numbers; `expired` comes in order of number."""
    runs: list[tuple[Expired, Expired]] = []
    for entry in expired:
        if runs and runs[-1][1].number + 1 == entry.number:
            runs[-1] = (runs[-1][0], entry)
        else:
            runs.append((entry, entry))
    return runs
