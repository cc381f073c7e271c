"""What kinds of marks about time can stand in a text? All places are `text[start:end]`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """`count` of `unit` (hour, minute, part_day, day, fte, full_time); `loose` when the writer rounded it, `bracketed` inside ( )."""

    count: float
    unit: str
    start: int
    end: int
    loose: bool = False
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Happens `times` times in each `weeks` weeks. `words` is how it is said in a sentence; `mornings` when it named half days."""

    weeks: float
    words: tuple[str, str]
    start: int
    end: int
    times: float = 1
    loose: bool = False
    mornings: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A named weekday, or part of it (`part` is "day" or "part_day")."""

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that keeps the amount from being known; `code` names the sentence that tells it."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Times:
    """So many times ("2x", "twee keer"), before it is known what happens so often."""

    count: float
    start: int
    end: int


Mark = Amount | Period | Day | Doubt | Times
