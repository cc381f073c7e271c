"""What about the coverage of a region does someone look at, apart from whose region it is and on which day?"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """`school_year` "" for how it stands now; `municipality` and `code` "" for all; `board` the key of one, None for all.

    `radius` in kilometres for every kind, None as the region chose. `own_boards` are the keys of the boards of a person who sees of
    schools only the own; none for who works for the region.
    """

    school_year: str = ""
    municipality: str = ""
    board: int | None = None
    code: str = ""
    radius: float | None = None
    own_boards: tuple[int, ...] = ()

    @property
    def boards(self) -> frozenset[int]:
        """The boards whose schools are listed; none is all."""
        return frozenset(self.own_boards if self.board is None else (self.board,))

    def as_data(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)} | {"own_boards": list(self.own_boards)}

    @staticmethod
    def of(data: dict[str, Any]) -> Question:
        """What `as_data` made."""
        return Question(**(data | {"own_boards": tuple(data["own_boards"])}))
