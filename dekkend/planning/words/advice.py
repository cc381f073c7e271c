"""What does the answer to a question for the best plan say: which schools, why those, how sure, and what changes?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dekkend.coverage.words.figures import Figure
from dekkend.planning.words.asking import Asked

FORMAT = "dekkend-plan/2"


@dataclass(frozen=True, slots=True)
class Other:
    """An offer that is not in the plan. `adds`: children it would add to the plan, or in the place of a school that gets nothing;
    `fewer` (each kind apart) than with all that the plan gives that school, below 0 for more.

    `reaches`: with it instead, and the rest as it is, what was asked is still reached.
    """

    brin6: str
    school: str
    code: str
    adds: int
    fewer: int = 0
    reaches: bool = True
    cents: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One offer of the plan, in the order of what it adds. `sign` is what the school said of this kind when it was worked out.

    `adds`: children it adds to those before it; `alone`: children for whom it is the only one near, once the whole plan is there;
    `closes`: children, each once, who lose something that was asked when this school closes after that. `places` are the postcodes that
    it adds. `by_declaration`: a child is admitted there only with a toelaatbaarheidsverklaring.
    """

    brin6: str
    school: str
    board: str
    code: str
    sign: str
    adds: int
    alone: int
    closes: int
    cents: int
    certain: bool
    places: tuple[str, ...]
    instead: Other | None = None
    by_declaration: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """How it stands with one kind, before or after. `spots` and `maybe` are places not covered; `alone` children with one school near."""

    figure: Figure
    spots: int
    maybe: int
    alone: int


@dataclass(frozen=True, slots=True)
class KindStand:
    """One kind before and after the plan. `before_by_place` and `after_by_place` have one sign for each of the areas: 0, 1 or 2."""

    code: str
    label: str
    radius_km: float
    rough: bool
    before: Stand
    after: Stand
    before_by_place: str
    after_by_place: str


@dataclass(frozen=True, slots=True)
class Proof:
    """`value` children (times kinds) are added for `cost`; no other choice can reach more, or cost less, than `bound`.

    `cost` and `bound` of money are cents. `unreachable`: nothing reaches what was asked, and this is everything that could be added.
    """

    value: int
    cost: int
    bound: int
    proven: bool
    seconds: float
    steps: int
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """Everything that the page, the files and the command tell. `postcodes` name the areas in the order of `KindStand.after_by_place`."""

    asked: Asked
    region: str
    name: str
    day: date
    school_year: str
    key: str
    proof: Proof
    choices: tuple[Choice, ...]
    next: Other | None
    before: Stand
    after: Stand
    kinds: tuple[KindStand, ...]
    postcodes: tuple[str, ...]
    offers: int  # that could be added and reach someone
    lines: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def target(self) -> int:
        """Children (each kind apart) that have to be covered for the asked share."""
        return -(-self.before.figure.children * self.asked.number // 100)

    def of_school(self, brin6: str) -> tuple[tuple[int, Choice], ...]:
        """All that the plan gives to one school, each with its number in the plan."""
        return tuple((number, choice) for number, choice in enumerate(self.choices, 1) if choice.brin6 == brin6)

    def label(self, code: str) -> str:
        return next((kind.label for kind in self.kinds if kind.code == code), code)
