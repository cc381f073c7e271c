"""What does the procedure need to know before it says what can be done?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dekkend.adoption.words.procedure import Outcome, Regime, State
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Role


@dataclass(frozen=True, slots=True)
class Facts:
    """How one offer stands. `unconfirmed`, `serious` and `undecided` are numbers of answers, of serious
    findings in the draft and of personal details that wait for someone;
    `departs` the board does not follow the advice wholly."""

    state: State
    regime: Regime
    has_draft: bool = False
    unconfirmed: int = 0
    serious: int = 0
    pupils_heard: bool = False
    advice: Outcome | None = None
    unanswered: int = 0
    departs: bool = False
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """How long things take before someone is reminded, in days. The law names no number; the region does."""

    advice_days: int = 42
    decision_days: int = 28
    remind_days: int = 7


@dataclass(frozen=True, slots=True)
class Acting:
    """In which role someone does a step, and in whose name when that is another role."""

    role: Role
    on_behalf_of: Role | None = None

    @property
    def told(self) -> str:
        """For a screen that names no person: "Directeur", or "Bestuur, namens de directeur"."""
        if self.on_behalf_of is None:
            return self.role.label
        return say("{role}, namens: {other}", role=self.role.label, other=self.on_behalf_of.label.lower())


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something is expected, and of what."""

    day: date
    days_left: int

    @property
    def late(self) -> bool:
        return self.days_left < 0

    @property
    def days_late(self) -> int:
        return -self.days_left
