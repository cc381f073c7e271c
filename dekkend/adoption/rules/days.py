"""By which day is something expected, and which day can a step that is entered afterwards have?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dekkend.adoption.words.facts import Due, Terms
from dekkend.adoption.words.procedure import Kind, Regime, State
from dekkend.kernel.dates import say_date
from dekkend.kernel.school_years import SchoolYear
from dekkend.kernel.sentences import say

# What cannot have happened before what. Team and pupils may have spoken earlier, about an earlier text.
AFTER: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.ADVISE: (Kind.ASK,),
    Kind.REACT: (Kind.ADVISE,),
    Kind.TALK: (Kind.ADVISE,),
    Kind.ADOPT: (Kind.ADVISE, Kind.REACT, Kind.TALK),
    Kind.PUBLISH: (Kind.ADOPT,),
    Kind.DELIVER: (Kind.ADOPT,),
}
MOST_DAYS_BACK = 731


def wrong_day(kind: Kind, day: date, *, happened: Mapping[Kind, date], today: date) -> str:
    """Why the step cannot have been on this day, as a sentence; empty when it can. `happened` are the days of this round."""
    if day > today:
        return say("Deze dag is nog niet geweest. Leg de stap vast op de dag zelf of erna.")
    if (today - day).days > MOST_DAYS_BACK:
        return say("Deze dag is meer dan twee jaar geleden. Controleer het jaar.")
    earlier = [(other, happened[other]) for other in AFTER.get(kind, ()) if other in happened and happened[other] > day]
    if earlier:
        return say(
            "Dit kan niet vóór een eerdere stap zijn gebeurd. Die was op {day}.", day=say_date(max(each for _, each in earlier).isoformat())
        )
    return ""


def due(state: State, happened: Mapping[Kind, date], terms: Terms, *, today: date) -> Due | None:
    """By when the council or the board is expected; None when nobody waits for them. Passing it changes nothing by itself."""
    waits = {State.ASKED: (Kind.ASK, terms.advice_days)}
    waits |= dict.fromkeys((State.ADVISED, State.REACTED, State.TALKED), (Kind.ADVISE, terms.decision_days))
    if state not in waits or waits[state][0] not in happened:
        return None
    began, days = waits[state]
    return in_days(happened[began] + timedelta(days), today)


def in_days(day: date, today: date) -> Due:
    return Due(day, (day - today).days)


def ready_by(school_year: str) -> date:
    """The last day before the school year that the offer is for."""
    return SchoolYear(int(school_year[:4])).previous.last_day


def holds_until(regime: Regime, school_year: str, adopted: date, *, years: int) -> date:
    """The last day of an adopted offer: of the guide the school year itself, of the profile so many years after its adoption."""
    if regime is Regime.GUIDE:
        return SchoolYear(int(school_year[:4]) + years - 1).last_day
    try:
        return adopted.replace(year=adopted.year + years) - timedelta(1)
    except ValueError:  # 29 February
        return date(adopted.year + years, 2, 28)
