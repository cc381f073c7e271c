"""Who gets which mail about a card? None of them says what the card says, or about whom; only that there is something to read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse

from dekkend.kernel.dates import say_date
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import SCHOOL
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient
from dekkend.organisations.models import Site
from dekkend.organisations.queries import area_of_site, people_at


def tell_asked(inquiry: Inquiry, card: NeedCard, *, today: date, now: datetime) -> None:
    to_asked(Notice.CARD_ASKED, inquiry, f"card-{card.pk}-{inquiry.pk}", day=day_of(card), today=today, now=now)


def tell_replied(inquiry: Inquiry, card: NeedCard, *, today: date, now: datetime) -> None:
    """The sender hears of each answer and each change of it once."""
    to_sender(Notice.CARD_REPLIED, card, f"card-{card.pk}-{inquiry.pk}-{inquiry.replies}", today=today, now=now)


def tell_answered(inquiry: Inquiry, card: NeedCard, *, today: date, now: datetime) -> None:
    to_asked(Notice.CARD_ANSWERED, inquiry, f"card-{card.pk}-{inquiry.pk}-{inquiry.answers}", day=day_of(card), today=today, now=now)


def tell_over(card: NeedCard, *, today: date, now: datetime) -> None:
    """Thanks: the question was closed or withdrawn. Each time that it happens, because it can be set open again."""
    for inquiry in asked(card):
        to_asked(Notice.CARD_OVER, inquiry, f"card-{card.pk}-{inquiry.pk}-{turn(card)}", today=today, now=now)


def tell_reopened(card: NeedCard, *, today: date, now: datetime) -> None:
    for inquiry in asked(card):
        to_asked(Notice.CARD_REOPENED, inquiry, f"card-{card.pk}-{inquiry.pk}-{turn(card)}", today=today, now=now)


def remind_asked(notice: Notice, inquiry: Inquiry, card: NeedCard, *, today: date, now: datetime) -> int:
    return to_asked(notice, inquiry, f"card-{card.pk}-{inquiry.pk}-{card.answer_by}", day=day_of(card), today=today, now=now)


def remind_sender(card: NeedCard, *, today: date, now: datetime) -> int:
    return to_sender(Notice.CARD_TO_CLOSE, card, f"card-{card.pk}-{card.answer_by}", today=today, now=now)


def turn(card: NeedCard) -> int:
    """How often something happened to the card as a whole: names this one time."""
    return card.steps.count()


def asked(card: NeedCard) -> Iterable[Inquiry]:
    return Inquiry.anywhere.filter(card=card, sent_at__isnull=False).select_related("site")


def day_of(card: NeedCard) -> str:
    return say_date(card.answer_by.isoformat())


def to_asked(notice: Notice, inquiry: Inquiry, about: str, *, today: date, now: datetime, day: str = "") -> int:
    link = reverse("needcards:reply", args=[inquiry.pk])
    return mail(notice, inquiry.site, about, link, {"day": day} if day else {}, today=today, now=now)


def to_sender(notice: Notice, card: NeedCard, about: str, *, today: date, now: datetime) -> int:
    return mail(notice, card.site, about, reverse("needcards:card", args=[card.pk]), {}, today=today, now=now)


def mail(notice: Notice, site: Site, about: str, link: str, more: dict[str, str], *, today: date, now: datetime) -> int:
    values = {"school": site.name, **more}
    return tell(notice, at_school(site, today), about=about, now=now, link=link, values=values, area=area_of_site(site))


def at_school(site: Site, today: date) -> list[Recipient]:
    return people_at(site, SCHOOL, today)
