"""The yearly procedure as one table: which step leads where, and what must be true first?

Both regimes run the same table; the guards know the difference. `docs/procedures/adoption.md` is drawn from it.
"""

from __future__ import annotations

from dekkend.adoption.words.facts import Facts
from dekkend.adoption.words.procedure import Kind, Outcome, Regime, State
from dekkend.kernel.sentences import say
from dekkend.kernel.workflow import Blocker, Force, Move, Procedure, drawing

BEFORE_PUBLISHING = (State.TEAM, State.PUPILS, State.ASKED, State.ADVISED, State.REACTED, State.TALKED, State.ADOPTED)
FREE = (Outcome.POSITIVE, Outcome.WAIVED)  # advice that asks nothing of the board


def there_is_a_draft(facts: Facts) -> Blocker | None:
    return (
        None
        if facts.has_draft
        else Blocker(Force.NEEDED, say("een concept van het aanbod. Begin met schrijven, of neem een document over."))
    )


def everything_is_confirmed(facts: Facts) -> Blocker | None:
    if not facts.unconfirmed:
        return None
    if facts.unconfirmed == 1:
        return Blocker(Force.NEEDED, say("bevestig het ene antwoord dat nog van vorig jaar of uit een document komt."))
    return Blocker(
        Force.NEEDED, say("bevestig de {count} antwoorden die nog van vorig jaar of uit een document komen.", count=facts.unconfirmed)
    )


def nothing_serious_is_open(facts: Facts) -> Blocker | None:
    if not facts.serious:
        return None
    if facts.serious == 1:
        return Blocker(Force.NEEDED, say("een antwoord op de ene ernstige opmerking: pas de tekst aan, of leg haar met een reden opzij."))
    told = say("een antwoord op {count} ernstige opmerkingen: pas de tekst aan, of leg ze met een reden opzij.", count=facts.serious)
    return Blocker(Force.NEEDED, told)


def the_law_asks_for_pupils(facts: Facts) -> Blocker | None:
    if facts.regime is Regime.GUIDE:
        return None
    return Blocker(
        Force.BARRED, say("Voor dit schooljaar vroeg de wet dit nog niet. Het geldt vanaf 1 augustus 2025."), "adoption.pupils_voice"
    )


def pupils_were_heard(facts: Facts) -> Blocker | None:
    if facts.regime is Regime.PROFILE or facts.pupils_heard:
        return None
    return Blocker(Force.NEEDED, say("de mening van leerlingen over het aanbod."), "adoption.pupils_voice")


def the_advice_asks_an_answer(facts: Facts) -> Blocker | None:
    if facts.advice not in FREE:
        return None
    return Blocker(Force.BARRED, say("De MR vroeg niets. Het bestuur kan het aanbod meteen vaststellen."), "adoption.advice_procedure")


def every_remark_is_answered(facts: Facts) -> Blocker | None:
    if not facts.unanswered:
        return None
    return Blocker(Force.NEEDED, say("een antwoord op elke opmerking van de MR."), "adoption.advice_procedure")


def the_board_departs(facts: Facts) -> Blocker | None:
    if facts.departs:
        return None
    return Blocker(
        Force.BARRED, say("Het bestuur neemt het advies helemaal over. Een gesprek hoeft dan niet."), "adoption.advice_procedure"
    )


def the_advice_is_free(facts: Facts) -> Blocker | None:
    if facts.state is not State.ADVISED or facts.advice in FREE:
        return None
    return Blocker(Force.NEEDED, say("een schriftelijke reactie van het bestuur op het advies van de MR."), "adoption.advice_procedure")


def a_departing_board_talked(facts: Facts) -> Blocker | None:
    if facts.state is not State.REACTED or not facts.departs:
        return None
    return Blocker(Force.NEEDED, say("een gesprek met de MR, want het bestuur wijkt van het advies af."), "adoption.advice_procedure")


def personal_details_are_decided(facts: Facts) -> Blocker | None:
    if not facts.undecided:
        return None
    if facts.undecided == 1:
        return Blocker(Force.NEEDED, say("een besluit over het persoonsgegeven dat in de tekst kan staan."))
    return Blocker(Force.NEEDED, say("een besluit over {count} persoonsgegevens die in de tekst kunnen staan.", count=facts.undecided))


PROCEDURE: Procedure[Facts] = Procedure(
    State.DRAFT,
    (
        Move(Kind.TEAM, (State.DRAFT,), State.TEAM, (there_is_a_draft, everything_is_confirmed, nothing_serious_is_open)),
        Move(Kind.PUPILS, (State.TEAM,), State.PUPILS, (the_law_asks_for_pupils,)),
        Move(Kind.ASK, (State.TEAM, State.PUPILS), State.ASKED, (pupils_were_heard,)),
        Move(Kind.ADVISE, (State.ASKED,), State.ADVISED),
        Move(Kind.REACT, (State.ADVISED,), State.REACTED, (the_advice_asks_an_answer, every_remark_is_answered)),
        Move(Kind.TALK, (State.REACTED,), State.TALKED, (the_board_departs,)),
        Move(Kind.ADOPT, (State.ADVISED, State.REACTED, State.TALKED), State.ADOPTED, (the_advice_is_free, a_departing_board_talked)),
        Move(Kind.PUBLISH, (State.ADOPTED,), State.PUBLISHED, (personal_details_are_decided,)),
        Move(Kind.DELIVER, (State.PUBLISHED,), State.DELIVERED),
        Move(Kind.RETURN, BEFORE_PUBLISHING, State.DRAFT),
        Move(Kind.CORRECT, (State.PUBLISHED, State.DELIVERED), State.DRAFT),
    ),
)
BACK = (Kind.RETURN, Kind.CORRECT)
GIVEN_THERE = {Kind.REACT: every_remark_is_answered}  # the board answers each remark on the screen of its reaction


def forward(state: State) -> tuple[Kind, ...]:
    """The steps onward from this state, in the order of the table."""
    return tuple(Kind(move.code) for move in PROCEDURE.leaving(state) if move.code not in BACK)


def in_the_way(kind: Kind, facts: Facts) -> tuple[Blocker, ...]:
    """What keeps someone from the screen of this step. What is given on that screen itself is no reason to keep it closed."""
    given_there = GIVEN_THERE[kind](facts) if kind in GIVEN_THERE else None
    return tuple(blocker for blocker in PROCEDURE.blockers(kind, facts) if blocker != given_there)


def next_steps(facts: Facts) -> tuple[Kind, ...]:
    """The steps onward that nothing stands in the way of."""
    return tuple(kind for kind in forward(facts.state) if not PROCEDURE.blockers(kind, facts))


def expected(facts: Facts) -> Kind | None:
    """The one step that is next: the first that is possible, else the first that only waits for something a person can do.

    Where pupils were heard already it is not asked twice. None when the procedure is over.
    """
    possible = next_steps(facts)
    if Kind.ASK in possible and facts.pupils_heard:
        return Kind.ASK
    if possible:
        return possible[0]
    waiting = (kind for kind in forward(facts.state) if all(each.force is Force.NEEDED for each in PROCEDURE.blockers(kind, facts)))
    return next(waiting, None)


def mermaid() -> str:
    return drawing(PROCEDURE, dict(State.choices()), dict(Kind.choices()))
