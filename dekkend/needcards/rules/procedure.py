"""The life of a need card as one table: which step leads where, and what must be true first?

`docs/procedures/need-card.md` is drawn from it. No step makes a school say no: a term that passes leaves an answer unknown.
"""

from __future__ import annotations

from dekkend.kernel.sentences import say
from dekkend.kernel.workflow import Blocker, Force, Move, Procedure, drawing
from dekkend.needcards.words.cards import MOST_SCHOOLS, Kind, State
from dekkend.needcards.words.facts import Facts


def it_says_what_is_needed(facts: Facts) -> Blocker | None:
    return None if facts.codes else Blocker(Force.NEEDED, say("kies ten minste één soort ondersteuning."))


def schools_are_chosen(facts: Facts) -> Blocker | None:
    return None if facts.schools else Blocker(Force.NEEDED, say("kies ten minste één school."))


def not_too_many_schools(facts: Facts) -> Blocker | None:
    if facts.schools <= MOST_SCHOOLS:
        return None
    return Blocker(Force.NEEDED, say("kies hoogstens {most} scholen. Hoe minder scholen dit lezen, hoe beter.", most=MOST_SCHOOLS))


def there_is_time_to_answer(facts: Facts) -> Blocker | None:
    return None if facts.days_left > 0 else Blocker(Force.NEEDED, say("kies een dag na vandaag waarop u antwoord wilt."))


def nobody_can_be_known_by_it(facts: Facts) -> Blocker | None:
    return None if not facts.warnings else Blocker(Force.NEEDED, say("kijk na of er geen naam in de tekst staat."))


def it_is_not_final(facts: Facts) -> Blocker | None:
    return None if not facts.settled else Blocker(Force.BARRED, say("de tijd om dit terug te draaien is voorbij. Stel een nieuwe vraag."))


PROCEDURE: Procedure[Facts] = Procedure(
    State.DRAFT,
    (
        Move(
            Kind.SEND,
            (State.DRAFT,),
            State.OPEN,
            (it_says_what_is_needed, schools_are_chosen, not_too_many_schools, there_is_time_to_answer, nobody_can_be_known_by_it),
        ),
        Move(Kind.ASK_MORE, (State.OPEN,), State.OPEN, (schools_are_chosen, not_too_many_schools)),
        Move(Kind.CLOSE, (State.OPEN,), State.CLOSED),
        Move(Kind.WITHDRAW, (State.OPEN,), State.WITHDRAWN),
        Move(Kind.REOPEN, (State.CLOSED, State.WITHDRAWN), State.OPEN, (it_is_not_final,)),
        Move(Kind.LAPSE, (State.OPEN,), State.CLOSED),
        Move(Kind.WIPE, (State.CLOSED, State.WITHDRAWN), State.WIPED),
        Move(Kind.DISCARD, (State.DRAFT,), State.WIPED),
    ),
)


def refusal(kind: Kind, facts: Facts) -> str:
    """Why this step cannot be taken now, as a sentence; "" when it can."""
    if facts.state not in PROCEDURE.move(kind).sources:
        return say("Dat kan nu niet, want de vraag staat op: {state}. Ververs de pagina.", state=facts.state.label.lower())
    return " ".join(f"{blocker.force.label}: {blocker.text}" for blocker in PROCEDURE.blockers(kind, facts))


def mermaid() -> str:
    return drawing(PROCEDURE, dict(State.choices()), dict(Kind.choices()))
