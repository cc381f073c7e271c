"""Which steps does the one line of the procedure show, and which are behind us?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.adoption.words.procedure import Kind, Outcome, Regime, State
from dekkend.kernel.sentences import say

SHOWN = (
    (State.DRAFT, say("Schrijven")),
    (State.TEAM, say("Team")),
    (State.PUPILS, say("Leerlingen")),
    (State.ADVISED, say("Advies MR")),
    (State.REACTED, say("Reactie")),
    (State.ADOPTED, say("Vastgesteld")),
    (State.PUBLISHED, say("Openbaar")),
    (State.DELIVERED, say("Samenwerkingsverband")),
)
ORDER = list(State)
# Of which step the day stands below a place in the line.
MADE_BY = {
    State.TEAM: Kind.TEAM,
    State.PUPILS: Kind.PUPILS,
    State.ADVISED: Kind.ADVISE,
    State.REACTED: Kind.REACT,
    State.ADOPTED: Kind.ADOPT,
    State.PUBLISHED: Kind.PUBLISH,
    State.DELIVERED: Kind.DELIVER,
}


def shown(regime: Regime, advice: Outcome | None) -> list[tuple[State, str]]:
    """The places of the line; pupils only in their regime, a reaction only when the advice asks one or may still do so."""
    left_out: set[State] = set() if regime is Regime.GUIDE else {State.PUPILS}
    if advice in (Outcome.POSITIVE, Outcome.WAIVED):
        left_out.add(State.REACTED)
    return [(state, title) for state, title in SHOWN if state not in left_out]


def passed(state: State, places: Iterable[State], happened: Iterable[Kind]) -> int:
    """How many places of the line are behind us. A draft that is being written is not."""
    done = set(happened)
    count = 0
    for place in places:
        if place is State.DRAFT:
            behind = state is not State.DRAFT
        elif place is State.PUPILS and state is State.TEAM:
            behind = Kind.PUPILS in done
        else:
            behind = state is not State.DRAFT and ORDER.index(state) >= ORDER.index(place)
        if not behind:
            break
        count += 1
    return count
