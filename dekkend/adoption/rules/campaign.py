"""Where does a school stand in the round, which day is next for it, and may it be reminded again?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from dekkend.adoption.rules.days import in_days, ready_by
from dekkend.adoption.words.campaign import Place, Round, Stage
from dekkend.adoption.words.facts import Due
from dekkend.adoption.words.procedure import State
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Role

PAUSE = timedelta(days=3)  # between two reminders of the same school
STAGES = {
    State.ASKED: Stage.COUNCIL,
    State.ADVISED: Stage.BOARD,
    State.REACTED: Stage.BOARD,
    State.TALKED: Stage.BOARD,
    State.ADOPTED: Stage.ADOPTED,
    State.PUBLISHED: Stage.PUBLISHED,
    State.DELIVERED: Stage.PUBLISHED,
}
# Whom a reminder goes to: whoever is to do something now, and the director.
WHO_IS_MAILED = {
    Stage.NOT_BEGUN: (Role.DIRECTOR, Role.COORDINATOR),
    Stage.WRITING: (Role.DIRECTOR, Role.COORDINATOR),
    Stage.COUNCIL: (Role.COUNCIL, Role.DIRECTOR),
    Stage.BOARD: (Role.BOARD, Role.DIRECTOR),
    Stage.ADOPTED: (Role.DIRECTOR, Role.COORDINATOR),
    Stage.PUBLISHED: (),
}


def usual_round(school_year: str) -> Round:
    """The half year before the school year, when a region did not choose."""
    last = ready_by(school_year)
    return Round(school_year, date(last.year, 2, 1), last, set=False)


def stage_of(state: State, *, begun: bool, public: bool) -> Stage:
    """`begun`: there is a draft or a step. What is public stays so while it is corrected."""
    if state in STAGES:
        return STAGES[state]
    if public:
        return Stage.PUBLISHED
    return Stage.WRITING if begun else Stage.NOT_BEGUN


def next_day(stage: Stage, term: Due | None, round_: Round, *, today: date, public: bool) -> Due | None:
    """The one rule of what is late: the term that runs at the council or the board, or the deadline when that comes first.

    Nothing when the offer is public; while what is `public` is corrected, only a term that runs.
    """
    if stage is Stage.PUBLISHED:
        return None
    if public:
        return term
    deadline = in_days(round_.deadline, today)
    return min((each for each in (term, deadline) if each is not None), key=lambda each: each.days_left)


def why_not(place: Place, round_: Round, *, now: datetime, today: date) -> str:
    """Why this school is not reminded now, as a sentence; "" when it is."""
    if place.stage is Stage.PUBLISHED:
        return say("Het aanbod is al openbaar.")
    if today < round_.opens_on:
        return say("De ronde is nog niet begonnen.")
    if place.reminded_at and now - place.reminded_at < PAUSE:
        return say("In de laatste drie dagen is al een herinnering gestuurd.")
    return ""
