"""What may a region change in the form that the product brings?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MARK = "+"  # between the name of the form and the mark of what a region changed in it
LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Moved:
    """Answers on another form. `kept_as_own` are labels of rows that are gone: their answers stand among the school's own rows."""

    values: dict[str, Any]
    kept_as_own: tuple[str, ...] = ()
    taken_in: tuple[str, ...] = ()


def base_of(name: str) -> str:
    """The form that a region's form lies over: of `haaglanden+0123456789ab` that is `haaglanden`."""
    return name.partition(MARK)[0]
