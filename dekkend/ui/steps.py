"""How does a screen show where something is in a line of steps?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

ICONS = {"done": "yes", "now": "clock", "later": "todo"}
WORDS = {"done": gettext_noop("klaar"), "now": gettext_noop("nu"), "later": gettext_noop("nog niet")}


@dataclass(frozen=True, slots=True)
class Step:
    """`state` is done, now or later; `note` a date or a name, in words."""

    title: str
    state: str
    note: str = ""

    @property
    def icon(self) -> str:
        return ICONS[self.state]

    @property
    def word(self) -> str:
        return gettext(WORDS[self.state])


def step_line(titles: Sequence[tuple[str, str]], *, done: int) -> tuple[Step, ...]:
    """Steps of (title, note), the first `done` of which are done; the next one is now."""
    states = ["done" if at < done else "now" if at == done else "later" for at in range(len(titles))]
    return tuple(Step(title, state, note) for (title, note), state in zip(titles, states, strict=True))
