"""How much of a profile was read, and how sure?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.reading.words.result import Certainty, Evidence, Reading

WORST_FIRST = (Certainty.UNSURE, Certainty.LIKELY, Certainty.CERTAIN)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of cells: one for every fact, grid row, own row, record and text of the profile. Together they are all cells."""

    certain: int = 0
    likely: int = 0
    unsure: int = 0
    empty: int = 0


def tally(reading: Reading) -> Tally:
    """A cell is as certain as the least certain proof in it. Empty is: no value and no proof. A value without proof is unsure."""
    counts: Counter[str] = Counter()
    for path, value in cells_of(reading.profile["values"]):
        counts[_standing(path, value, reading.evidence)] += 1
    return Tally(**counts)


def cells_of(values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every cell of a profile as (path, value), None when it is not answered."""
    for block, value in values.items():
        if isinstance(value, dict) and "rows" in value:
            yield from ((f"{block}.{code}", row["choice"]) for code, row in value["rows"].items())
            yield from ((f"{block}.own_rows[{i}]", row["choice"]) for i, row in enumerate(value["own_rows"]))
        elif isinstance(value, dict):
            yield from ((f"{block}.{field}", fact) for field, fact in value.items())
        elif isinstance(value, list) and value:
            yield from ((f"{block}[{i}]", record) for i, record in enumerate(value))
        else:
            yield block, value or None


def _standing(path: str, value: Any, evidence: tuple[Evidence, ...]) -> str:
    proofs = {e.certainty for e in evidence if _within(e.path, path) or _within(path, e.path)}
    for certainty in WORST_FIRST:
        if certainty in proofs:
            return certainty.value
    return "empty" if value is None else Certainty.UNSURE.value


def _within(path: str, outer: str) -> bool:
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))
