"""Does the table of a card let through only what may happen, and can every state be reached and left as meant?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from dekkend.needcards.rules.procedure import PROCEDURE, refusal
from dekkend.needcards.words.cards import MOST_SCHOOLS, Kind, State
from dekkend.needcards.words.facts import Facts

READY = Facts(State.DRAFT, codes=1, schools=1, days_left=5)


def test_a_whole_card_can_be_sent():
    assert refusal(Kind.SEND, READY) == ""


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"codes": 0}, "soort ondersteuning"),
        ({"schools": 0}, "ten minste één school"),
        ({"schools": MOST_SCHOOLS + 1}, "hoogstens 10 scholen"),
        ({"days_left": 0}, "een dag na vandaag"),
        ({"warnings": 1}, "geen naam"),
    ],
)
def test_a_card_that_lacks_something_is_not_sent_and_says_what(wrong, why):
    assert why in refusal(Kind.SEND, replace(READY, **wrong))


def test_as_many_schools_as_may_be_are_asked():
    assert refusal(Kind.SEND, replace(READY, schools=MOST_SCHOOLS)) == ""
    assert "hoogstens" in refusal(Kind.ASK_MORE, replace(READY, state=State.OPEN, schools=MOST_SCHOOLS + 1))


def test_every_state_can_be_reached_and_nothing_leaves_a_wiped_card():
    assert PROCEDURE.reachable() == {state.value for state in State}
    assert PROCEDURE.leaving(State.WIPED) == ()


@pytest.mark.parametrize("state", [State.CLOSED, State.WITHDRAWN])
def test_closing_can_be_undone_until_it_is_final(state):
    assert refusal(Kind.REOPEN, Facts(state)) == ""
    assert "voorbij" in refusal(Kind.REOPEN, Facts(state, settled=True))


@pytest.mark.parametrize(("kind", "states"), [(move.code, move.sources) for move in PROCEDURE.moves])
def test_a_step_starts_nowhere_else(kind, states):
    for state in set(State) - set(states):
        assert "Ververs de pagina" in refusal(Kind(kind), replace(READY, state=state))


def test_no_step_makes_a_school_say_no():
    assert not any("no" in move.code.split("_") for move in PROCEDURE.moves)
