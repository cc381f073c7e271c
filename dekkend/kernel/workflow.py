"""How is a procedure one table: from which state does which step lead where, and what must be true first?

A step is possible when it starts in the present state and none of its guards objects. A guard looks at facts and answers with a blocker,
a sentence for the person who wanted it, or with nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from dekkend.kernel.labels import Label

Facts = TypeVar("Facts")


class Force(Label):
    """Can the person do something about it?"""

    NEEDED = "needed", "Nog nodig"
    BARRED = "barred", "Kan niet"


@dataclass(frozen=True, slots=True)
class Blocker:
    """Why a step is not possible yet. `law` is the code of the legal value it rests on, if any."""

    force: Force
    text: str
    law: str = ""


Guard = Callable[[Facts], Blocker | None]


@dataclass(frozen=True, slots=True)
class Move(Generic[Facts]):
    """One step: the states it starts in, the state it leads to, and what may object."""

    code: str
    sources: tuple[str, ...]
    target: str
    guards: tuple[Guard[Facts], ...] = ()


@dataclass(frozen=True, slots=True)
class Procedure(Generic[Facts]):
    """The whole table. Each code stands in it once."""

    start: str
    moves: tuple[Move[Facts], ...]

    def move(self, code: str) -> Move[Facts]:
        """Raises KeyError for a step that does not exist."""
        found = next((move for move in self.moves if move.code == code), None)
        if found is None:
            raise KeyError(code)
        return found

    def leaving(self, state: str) -> tuple[Move[Facts], ...]:
        """The steps that start in this state, in the order of the table."""
        return tuple(move for move in self.moves if state in move.sources)

    def blockers(self, code: str, facts: Facts) -> tuple[Blocker, ...]:
        """Everything that stands in the way of a step that starts in the present state."""
        answers = (guard(facts) for guard in self.move(code).guards)
        return tuple(answer for answer in answers if answer is not None)

    def states(self) -> tuple[str, ...]:
        """Every state that the table names, the start first."""
        named = [self.start, *(state for move in self.moves for state in (*move.sources, move.target))]
        return tuple(dict.fromkeys(named))

    def reachable(self) -> frozenset[str]:
        """The states that some path from the start leads to, whatever the guards say."""
        found, fresh = {self.start}, [self.start]
        while fresh:
            targets = {move.target for move in self.leaving(fresh.pop())} - found
            found |= targets
            fresh += targets
        return frozenset(found)


def drawing(procedure: Procedure[Facts], states: Mapping[str, str], steps: Mapping[str, str]) -> str:
    """The table as a state diagram in mermaid, with these words for its states and steps."""
    lines = ["stateDiagram-v2", f"    [*] --> {procedure.start}"]
    lines += [f"    {state}: {states[state]}" for state in procedure.states()]
    lines += [f"    {source} --> {move.target}: {steps[move.code]}" for move in procedure.moves for source in move.sources]
    return "\n".join(lines) + "\n"
