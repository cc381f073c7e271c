"""How does a test get a question between schools? Named after the situation. No child in it exists."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.needcards.actions.doing import Who
from dekkend.needcards.actions.replying import reply
from dekkend.needcards.actions.sending import send
from dekkend.needcards.actions.writing import choose, write
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import Age, Asked, State
from dekkend.needcards.words.facts import Answered, Written
from dekkend.needcards.words.replies import Reply
from dekkend.organisations.models import Membership, Site
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role

TODAY = timezone.localdate()
TEXT = "Dit kind leert Nederlands en heeft rust nodig om te beginnen. Wij zoeken een school met een taalklas."
CODES = ("expertise.second_language", "expertise.behaviour")


def keeper(site: Site, role: Role = Role.COORDINATOR) -> User:
    """Somebody who looks after support at this school."""
    number = User.objects.count()
    user = User.objects.create_user(f"ib{number}@zilverkust.example", "goed-wachtwoord", name=f"Sanne van School {number}")
    Membership.objects.create(user=user, role=role.value, site=site)
    return user


def who(user: User, *, today: date = TODAY) -> Who:
    return Who(user, scope_of(user, today), today, timezone.now())


def written(**changed: Any) -> Written:
    given: dict[str, Any] = {
        "asked": Asked.PLACE,
        "age": Age.GROUP_4.value,
        "codes": CODES,
        "text": TEXT,
        "answer_by": TODAY + timedelta(7),
        "contact": "Sanne, 0999-123456",
    }
    return Written(**(given | changed))


def a_concept(site: Site, by: User, **changed: Any) -> NeedCard:
    return write(site, written(**changed), who(by))


def a_question(site: Site, by: User, *others: Site, **changed: Any) -> NeedCard:
    """A card that went to these schools."""
    card = a_concept(site, by, **changed)
    choose(card, [], [other.pk for other in others], who(by))
    send(card, frozenset(), who(by))
    card.refresh_from_db()
    return card


def asked(card: NeedCard, site: Site) -> Inquiry:
    return Inquiry.anywhere.select_related("card__site", "site").get(card=card, site=site)


def answered(card: NeedCard, site: Site, by: User, kind: str, text: str = "", *reasons: str) -> Inquiry:
    return reply(asked(card, site), Answered(kind, text, reasons, "Joris, 0999-654321"), who(by))


def some_cards(site: Site, other: Site) -> dict[str, int]:
    """Laid down without any of the steps: a concept of `site`, an open card on which `other` asked something back, and one that `other`
    asks of `site`. Their keys, by name."""
    now = timezone.now()
    given = {"asked": Asked.PLACE.value, "age": Age.GROUP_4.value, "codes": list(CODES), "text": TEXT, "made_at": now, "contact": "Sanne"}
    given["answer_by"] = TODAY + timedelta(7)
    concept = NeedCard.objects.create(site=site, **given)
    card = NeedCard.objects.create(site=site, state=State.OPEN.value, sent_at=now, **given)
    theirs = NeedCard.objects.create(site=other, state=State.OPEN.value, sent_at=now, **given)
    back = {"reply": Reply.QUESTION.value, "text": "Hoeveel dagen?", "replied_at": now, "replies": 1}
    asked_back = Inquiry.objects.create(card=card, site=other, sent_at=now, **back)
    received = Inquiry.objects.create(card=theirs, site=site, sent_at=now)
    return {"concept": concept.pk, "card": card.pk, "asked_back": asked_back.pk, "inquiry": received.pk}
