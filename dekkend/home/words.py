"""What does a statement about accessibility hold, and what a day at work?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not meet the norm. `criterion` are numbers of WCAG, `by` the day before which it is mended."""

    what: str
    criterion: str
    consequence: str
    measure: str
    by: date


@dataclass(frozen=True, slots=True)
class Statement:
    """`how` are sentences on how it was tested, on `tested_on`."""

    norm: str
    status: str
    tested_on: date
    how: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits for this person. `days` until it is expected (below zero: late), None without a day; `note` says by when."""

    title: str
    what: str
    address: str
    button: str
    note: str = ""
    days: int | None = None

    @property
    def late(self) -> bool:
        return self.days is not None and self.days < 0

    @property
    def soon(self) -> bool:
        return self.days is not None and 0 <= self.days <= 14

    @property
    def number(self) -> int:
        return abs(self.days or 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the day. `tasks` are the first of `count`; `all_of_them` leads to the list of all. When nothing waits, `begin` leads to
    where something begins: its words and its address."""

    code: str
    title: str
    tasks: tuple[Task, ...]
    count: int
    all_of_them: str
    empty_title: str
    empty_text: str
    begin: tuple[str, str] | None = None
