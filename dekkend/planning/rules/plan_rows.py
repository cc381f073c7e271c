"""Which rows do the lists of a plan have? Screens, CSV, workbook and document take them from here: their numbers are equal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dekkend.coverage.rules.figures import children_of
from dekkend.coverage.words import Coverage
from dekkend.kernel.sentences import say
from dekkend.planning.rules.drawing import state_of
from dekkend.planning.rules.telling import euros, heads, reasons
from dekkend.planning.words.advice import Advice, Choice, KindStand

STATES = ("open", "maybe", "new", "was")
LABELS = {"was": say("was al gedekt"), "new": say("komt erbij"), "maybe": say("mogelijk"), "open": say("blijft open")}


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One choice with its number and its reasons. `together`: what it and those before it add, each kind apart."""

    number: int
    choice: Choice
    kind: str
    together: int
    together_in_words: str
    money: str
    reasons: tuple[str, ...]

    @property
    def school(self) -> str:
        return self.choice.school

    @property
    def brin6(self) -> str:
        return self.choice.brin6

    @property
    def adds(self) -> int:
        return self.choice.adds


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place for one kind: how it stands after the plan. `children` None: one to four, not known, or gone since.

    `numbers` are those of the choices that cover it first.
    """

    postcode: str
    place: str
    kind: str
    code: str
    children: int | None
    state: str
    numbers: str

    @property
    def order(self) -> int:
        return STATES.index(self.state)

    @property
    def label(self) -> str:
        return LABELS[self.state]


def choice_rows(advice: Advice) -> tuple[ChoiceRow, ...]:
    found, together = [], 0
    for number, choice in enumerate(advice.choices, 1):
        together += choice.adds
        money = euros(choice.cents) if advice.asked.needs_money else ""
        found.append(
            ChoiceRow(number, choice, advice.label(choice.code), together, heads(together, advice.asked), money, reasons(choice, advice))
        )
    return tuple(found)


def place_rows(advice: Advice, coverage: Coverage) -> tuple[PlaceRow, ...]:
    """Every place for every kind, what stays open first. `coverage` tells what the places are called, and how many children live there."""
    known = {area.postcode: at for at, area in enumerate(coverage.areas)}
    rows = [_place_row(advice, coverage, kind, at, known) for kind in advice.kinds for at in range(len(advice.postcodes))]
    return tuple(sorted((row for row in rows if row.children != 0), key=lambda row: (row.order, -(row.children or 0), row.postcode)))


def _place_row(advice: Advice, coverage: Coverage, kind: KindStand, at: int, known: dict[str, int]) -> PlaceRow:
    postcode = advice.postcodes[at]
    row = known.get(postcode)
    return PlaceRow(
        postcode,
        coverage.areas[row].name if row is not None else "",
        kind.label,
        kind.code,
        children_of(coverage, row) if row is not None else None,
        state_of(kind, at),
        _numbers(advice.choices, kind.code, postcode),
    )


def _numbers(choices: Sequence[Choice], code: str, postcode: str) -> str:
    return ", ".join(str(number) for number, choice in enumerate(choices, 1) if choice.code == code and postcode in choice.places)
