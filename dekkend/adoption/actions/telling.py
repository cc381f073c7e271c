"""Who is told what after a step?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from dekkend.adoption.models import Step
from dekkend.adoption.words.procedure import Kind
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site, people_at
from dekkend.organisations.words import Role

SCHOOL = (Role.DIRECTOR, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class Mail:
    """Which notice goes to which roles, and to which screen its link leads."""

    notice: Notice
    roles: tuple[Role, ...]
    screen: str = "adoption:case"


MAILS: Mapping[Kind, Mail] = {
    Kind.ASK: Mail(Notice.ADVICE_ASKED, (Role.COUNCIL,), "adoption:advise"),
    Kind.ADVISE: Mail(Notice.ADVICE_GIVEN, (Role.DIRECTOR, Role.BOARD)),
    Kind.REACT: Mail(Notice.BOARD_REACTED, (Role.COUNCIL, Role.DIRECTOR)),
    Kind.ADOPT: Mail(Notice.OFFER_ADOPTED, (Role.COUNCIL, *SCHOOL)),
    Kind.RETURN: Mail(Notice.OFFER_RETURNED, SCHOOL),
    Kind.CORRECT: Mail(Notice.OFFER_RETURNED, SCHOOL),
    Kind.DELIVER: Mail(Notice.OFFER_DELIVERED, (Role.ADVISER,)),
}


def tell_about(step: Step, site: Site, *, today: date, now: datetime) -> None:
    """Put the mails of this step in the outbox; who did it needs none."""
    mail = MAILS.get(Kind(step.kind))
    if mail is None:
        return
    year = step.adoption.school_year
    people = [person for person in people_at(site, mail.roles, today) if person.user_id != step.by_id]
    values = {"school": site.name, "year": year}
    tell(
        mail.notice,
        people,
        about=f"adoption-step-{step.pk}",
        now=now,
        link=link(mail.screen, site, year),
        values=values,
        area=area_of_site(site),
    )


def link(screen: str, site: Site, year: str) -> str:
    return reverse(screen, args=[site.brin6, year])
