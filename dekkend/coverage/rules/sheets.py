"""What is one sheet of a workbook?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`head` names the columns; `shares` are the columns (from 0) with a share of 0 to 1, shown in percent. None is an empty cell."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    shares: frozenset[int] = frozenset()
