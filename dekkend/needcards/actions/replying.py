"""How does a school that was asked answer, and how does the sender answer a question back?"""

from __future__ import annotations

from django.db import transaction

from dekkend.audit.words import Event
from dekkend.kernel.bsn import find_bsn
from dekkend.kernel.sentences import say
from dekkend.needcards.actions.doing import Who, happened, held, log, refuse_closed, refuse_private, refuse_strangers
from dekkend.needcards.actions.telling import tell_answered, tell_replied
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.rules.replying import incomplete, tidy
from dekkend.needcards.words.cards import LONGEST_CONTACT, LONGEST_REPLY, Happened, State
from dekkend.needcards.words.facts import Answered
from dekkend.needcards.words.replies import Reason, Reply
from dekkend.organisations.words import Refused

OVER = say("Deze vraag staat niet meer open. Uw antwoord is niet bewaard.")
UNKNOWN = say("Kies een antwoord uit de lijst.")


@transaction.atomic
def reply(inquiry: Inquiry, given: Answered, who: Who) -> Inquiry:
    """Answer for the school that was asked, or change the answer, as long as the card is open. Raises Refused with the reason."""
    refuse_strangers(inquiry.site, who)
    card, inquiry = held_with(inquiry)
    refuse_closed(inquiry.site, card.site)
    refuse_when_over(card, inquiry)
    refuse_answer(given, who)
    told = tidy(given)
    kind = Happened.CHANGED if inquiry.reply else Happened.REPLIED
    inquiry.reply, inquiry.text, inquiry.reasons, inquiry.contact = told.reply, told.text, list(told.reasons), told.contact
    inquiry.replied_at, inquiry.replied_by, inquiry.replies = who.now, who.user, inquiry.replies + 1
    inquiry.save()
    happened(kind, card, inquiry.site, who)
    log(Event.CARD_REPLIED, card, inquiry.site, who, site=inquiry.site.name)
    tell_replied(inquiry, card, today=who.today, now=who.now)
    return inquiry


@transaction.atomic
def answer(inquiry: Inquiry, text: str, who: Who) -> Inquiry:
    """What the sender says to a question back; only that school reads it."""
    refuse_strangers(inquiry.card.site, who)
    card, inquiry = held_with(inquiry)
    refuse_closed(card.site, inquiry.site)
    refuse_when_over(card, inquiry)
    if inquiry.reply != Reply.QUESTION.value:
        raise Refused(say("Deze school stelde geen vraag, of haalde haar weg. Ververs de pagina."))
    if not text.strip() or len(text) > LONGEST_REPLY:
        raise Refused(say("Schrijf een antwoord van hoogstens {most} tekens.", most=LONGEST_REPLY))
    refuse_private(text, today=who.today)
    inquiry.answer, inquiry.answered_at, inquiry.answers = text.strip(), who.now, inquiry.answers + 1
    inquiry.save(update_fields=["answer", "answered_at", "answers"])
    happened(Happened.ANSWERED, card, card.site, who)
    log(Event.CARD_ANSWERED, card, card.site, who, site=inquiry.site.name)
    tell_answered(inquiry, card, today=who.today, now=who.now)
    return inquiry


def held_with(inquiry: Inquiry) -> tuple[NeedCard, Inquiry]:
    """First the card, then the answer: all who change something wait for the card."""
    card = held(inquiry.card)
    return card, Inquiry.anywhere.select_related("site").get(pk=inquiry.pk)


def refuse_when_over(card: NeedCard, inquiry: Inquiry) -> None:
    if card.state != State.OPEN.value or inquiry.sent_at is None:
        raise Refused(OVER)


def refuse_answer(given: Answered, who: Who) -> None:
    if given.reply not in set(Reply) or not set(given.reasons) <= set(Reason):
        raise Refused(UNKNOWN)
    if missing := incomplete(given):
        raise Refused(next(iter(missing.values())))
    if len(given.text) > LONGEST_REPLY or len(given.contact) > LONGEST_CONTACT:
        raise Refused(say("De tekst is te lang. Maak haar korter."))
    refuse_private(given.text, today=who.today)
    if any(find_bsn(given.contact)):
        raise Refused(say("Hier staat een nummer dat een burgerservicenummer kan zijn. Dat mogen wij niet bewaren. Haal het weg."))
