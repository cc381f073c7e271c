"""Does no path through the procedure skip a guard, is every state reachable, and does it end where it should?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.adoption.rules.advice import departs, incomplete, unanswered
from dekkend.adoption.rules.procedure import BACK, PROCEDURE, expected, forward, mermaid, next_steps
from dekkend.adoption.words.facts import Facts
from dekkend.adoption.words.procedure import ABOUT, Answer, Kind, Outcome, Regime, State
from dekkend.kernel.workflow import Force

FREE = (Outcome.POSITIVE, Outcome.WAIVED)
WORLDS = st.builds(
    Facts,
    state=st.just(State.DRAFT),
    regime=st.sampled_from(Regime),
    has_draft=st.booleans(),
    unconfirmed=st.sampled_from([0, 1, 3]),
    serious=st.sampled_from([0, 1, 2]),
    advice=st.just(None),
    undecided=st.sampled_from([0, 1, 2]),
)


def after(facts: Facts, kind: Kind, outcome: Outcome, answer: Answer) -> Facts:
    """The facts once this step is taken."""
    facts = replace(facts, state=State(PROCEDURE.move(kind).target))
    if kind is Kind.PUPILS:
        return replace(facts, pupils_heard=True)
    if kind is Kind.ADVISE:
        open_ = 0 if outcome in FREE else 1
        return replace(facts, advice=outcome, unanswered=open_, departs=departs(outcome, ()))
    if kind in BACK:
        return replace(facts, advice=None, unanswered=0, departs=False, has_draft=True)
    return facts


@given(WORLDS, st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(Outcome), st.sampled_from(Answer)), max_size=60))
def test_no_path_of_states_skips_a_guard(world, tries):
    """Whatever people try in whatever order: what is possible never lets the law be passed by."""
    facts, round_ = world, []
    for kind, outcome, answer in tries:
        if kind is Kind.REACT and facts.state is State.ADVISED and facts.advice not in FREE:
            facts = replace(facts, unanswered=unanswered([answer]), departs=departs(facts.advice, [answer]))
        if facts.state not in PROCEDURE.move(kind).sources or PROCEDURE.blockers(kind, facts):
            continue
        if kind is Kind.TEAM:
            assert facts.has_draft
            assert not facts.unconfirmed
            assert not facts.serious
        if kind is Kind.ASK and facts.regime is Regime.GUIDE:
            assert facts.pupils_heard
        if kind is Kind.PUPILS:
            assert facts.regime is Regime.GUIDE
        if kind is Kind.ADOPT:
            assert Kind.ADVISE in round_
            assert facts.advice in FREE or Kind.REACT in round_
            assert not facts.departs or Kind.TALK in round_
        if kind is Kind.PUBLISH:
            assert Kind.ADOPT in round_
            assert not facts.undecided
        if kind is Kind.DELIVER:
            assert Kind.PUBLISH in round_
        round_ = [] if kind in BACK else [*round_, kind]
        facts = after(facts, kind, outcome, answer)


def test_every_state_is_reachable_and_stands_in_the_table():
    assert PROCEDURE.reachable() == set(State)
    assert set(PROCEDURE.states()) == set(State)


def test_every_step_stands_in_the_table_once_and_has_its_words():
    assert [move.code for move in PROCEDURE.moves] == list(Kind)
    assert set(ABOUT) == set(Kind)
    assert all(about.roles for about in ABOUT.values())


def test_only_a_correction_leaves_what_was_delivered_and_only_a_return_leads_back():
    assert forward(State.DELIVERED) == ()
    assert [move.code for move in PROCEDURE.leaving(State.DELIVERED)] == [Kind.CORRECT]
    backwards = {move.code for move in PROCEDURE.moves if move.target == State.DRAFT}
    assert backwards == set(BACK)


def test_a_return_is_possible_from_every_state_before_publishing():
    assert set(PROCEDURE.move(Kind.RETURN).sources) == set(State) - {State.DRAFT, State.PUBLISHED, State.DELIVERED}


@given(WORLDS, st.sampled_from(State), st.sampled_from([None, *Outcome]), st.booleans(), st.booleans())
def test_there_is_always_a_next_step_until_it_is_delivered(world, state, advice, heard, departing):
    facts = replace(world, state=state, advice=advice, pupils_heard=heard, departs=departing)
    if state is State.DELIVERED:
        assert expected(facts) is None
    elif next_steps(facts):
        assert expected(facts) in next_steps(facts)
    else:
        waiting = expected(facts)
        assert waiting is None or all(each.force is Force.NEEDED for each in PROCEDURE.blockers(waiting, facts))


def test_after_a_return_pupils_are_not_asked_twice():
    assert expected(Facts(State.TEAM, Regime.GUIDE, pupils_heard=True)) is Kind.ASK
    assert expected(Facts(State.TEAM, Regime.GUIDE)) is Kind.PUPILS
    assert expected(Facts(State.TEAM, Regime.PROFILE)) is Kind.ASK


def test_what_a_person_can_mend_is_said_otherwise_than_what_cannot_be():
    (mendable,) = PROCEDURE.blockers(Kind.ASK, Facts(State.TEAM, Regime.GUIDE))
    (barred,) = PROCEDURE.blockers(Kind.PUPILS, Facts(State.TEAM, Regime.PROFILE))
    assert (mendable.force, barred.force) == (Force.NEEDED, Force.BARRED)
    assert (mendable.law, barred.law) == ("adoption.pupils_voice", "adoption.pupils_voice")


def test_an_unknown_step_is_no_step():
    with pytest.raises(KeyError):
        PROCEDURE.move("toveren")


@pytest.mark.parametrize(
    ("outcome", "answers", "expected_"),
    [
        (Outcome.POSITIVE, [], False),
        (Outcome.WAIVED, [], False),
        (Outcome.REMARKS, [Answer.FOLLOWED], False),
        (Outcome.REMARKS, [Answer.FOLLOWED, Answer.PARTLY], True),
        (Outcome.REMARKS, [Answer.NOT_FOLLOWED], True),
        (Outcome.NEGATIVE, [Answer.FOLLOWED], True),
        (None, [], False),
    ],
)
def test_a_board_departs_when_it_does_not_follow_wholly(outcome, answers, expected_):
    assert departs(outcome, answers) is expected_


@pytest.mark.parametrize(
    ("outcome", "text", "remarks", "complete"),
    [
        ("positive", "", 0, True),
        ("positive", "", 1, False),
        ("remarks", "", 0, False),
        ("remarks", "", 1, True),
        ("remarks", "Let op.", 0, True),
        ("negative", "", 2, False),
        ("negative", "Nee.", 0, True),
        ("waived", "", 0, False),
        ("waived", "Wij zijn niet voltallig.", 0, True),
        ("", "Tekst", 0, False),
    ],
)
def test_an_advice_can_be_given_when_the_board_can_answer_it(outcome, text, remarks, complete):
    assert (incomplete(outcome, text, remarks) == "") is complete


def test_the_drawing_names_every_state_and_step():
    drawn = mermaid()
    assert drawn.startswith("stateDiagram-v2\n    [*] --> draft\n")
    assert all(state.label in drawn for state in State)
    assert all(kind.label in drawn for kind in Kind)
