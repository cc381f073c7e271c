"""Who is reminded that a term runs out? Nothing happens by itself when it does."""

from __future__ import annotations

from datetime import date, datetime

from dekkend.adoption.actions.telling import link
from dekkend.adoption.models import Adoption, Step
from dekkend.adoption.queries.terms import USUAL, all_terms
from dekkend.adoption.rules.days import due
from dekkend.adoption.words.facts import Due, Terms
from dekkend.adoption.words.procedure import Kind, State
from dekkend.kernel.dates import say_date
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice
from dekkend.organisations.queries import area_of_site, people_at
from dekkend.organisations.words import Role
from dekkend.register.queries.closures import closed_sites

WAITING = (State.ASKED, State.ADVISED, State.REACTED, State.TALKED)


def remind(*, today: date, now: datetime) -> int:
    """Mail the council and the boards whose term runs out or is over; each occasion once. Returns how many mails are new."""
    running = Adoption.anywhere.filter(state__in=[state.value for state in WAITING]).exclude(site_id__in=closed_sites())
    waiting = running.select_related("site")
    terms = all_terms(adoption.site.partnership_id for adoption in waiting)
    happened: dict[int, dict[Kind, date]] = {}
    for step in Step.anywhere.filter(adoption__in=waiting).select_related("adoption"):
        if step.round == step.adoption.round:
            happened.setdefault(step.adoption_id, {})[Kind(step.kind)] = step.on
    return sum(
        remind_of(adoption, happened.get(adoption.pk, {}), terms.get(adoption.site.partnership_id, USUAL), today=today, now=now)
        for adoption in waiting
    )


def remind_of(adoption: Adoption, happened: dict[Kind, date], terms: Terms, *, today: date, now: datetime) -> int:
    expected = due(State(adoption.state), happened, terms, today=today)
    if expected is None or expected.days_left > terms.remind_days:
        return 0
    notice, roles, screen = whom(State(adoption.state), expected)
    site, year = adoption.site, adoption.school_year
    occasion = f"adoption-{adoption.pk}-{adoption.round}-{'late' if expected.late else 'soon'}"
    values = {"school": site.name, "year": year, "day": say_date(expected.day.isoformat())}
    people = people_at(site, roles, today)
    return tell(notice, people, about=occasion, now=now, link=link(screen, site, year), values=values, area=area_of_site(site))


def whom(state: State, expected: Due) -> tuple[Notice, tuple[Role, ...], str]:
    """Who is late: the council with its advice (then the director hears it too), or the board with its decision."""
    if state is State.ASKED and expected.late:
        return Notice.ADVICE_LATE, (Role.COUNCIL, Role.DIRECTOR), "adoption:case"
    if state is State.ASKED:
        return Notice.ADVICE_DUE, (Role.COUNCIL,), "adoption:advise"
    return Notice.DECISION_DUE, (Role.BOARD,), "adoption:case"
