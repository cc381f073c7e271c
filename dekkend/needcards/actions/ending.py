"""How does a sender close a card, withdraw it, and set it open again?"""

from __future__ import annotations

from django.db import transaction

from dekkend.audit.words import Event
from dekkend.kernel.sentences import say
from dekkend.needcards.actions.doing import Who, happened, held, log, refuse_closed, refuse_strangers, refuse_when_not_possible
from dekkend.needcards.actions.telling import tell_over, tell_reopened
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import TOLD_OUTCOMES, Happened, Kind, Outcome, State
from dekkend.organisations.models import Site
from dekkend.organisations.words import Refused


@transaction.atomic
def close(card: NeedCard, outcome: Outcome, where: Site | None, who: Who) -> NeedCard:
    """Thank the schools and say how it ended; `where` is the asked school at which it was found."""
    refuse_strangers(card.site, who)
    card = held(card)
    refuse_when_not_possible(Kind.CLOSE, card, today=who.today)
    if outcome not in TOLD_OUTCOMES:
        raise Refused(say("Kies hoe het afliep."))
    if (where is not None) != (outcome is Outcome.FOUND):
        raise Refused(say("Kies bij welke school het is gevonden. Hoort de school niet bij de gevraagde, kies dan 'ergens anders'."))
    if where is not None and not Inquiry.anywhere.filter(card=card, site=where, sent_at__isnull=False).exists():
        raise Refused(say("Deze school is niet gevraagd. Kies 'ergens anders gevonden'."))
    end(card, State.CLOSED, outcome, where, who)
    happened(Happened.CLOSED, card, card.site, who)
    log(Event.CARD_CLOSED, card, card.site, who)
    tell_over(card, today=who.today, now=who.now)
    return card


@transaction.atomic
def withdraw(card: NeedCard, who: Who) -> NeedCard:
    """Take the question back: the schools that were asked can no longer read it."""
    refuse_strangers(card.site, who)
    card = held(card)
    refuse_when_not_possible(Kind.WITHDRAW, card, today=who.today)
    end(card, State.WITHDRAWN, None, None, who)
    happened(Happened.WITHDRAWN, card, card.site, who)
    log(Event.CARD_WITHDRAWN, card, card.site, who)
    tell_over(card, today=who.today, now=who.now)
    return card


@transaction.atomic
def reopen(card: NeedCard, who: Who) -> NeedCard:
    """Undo closing or withdrawing, as long as nothing of it went on to the region."""
    refuse_strangers(card.site, who)
    card = held(card)
    refuse_closed(card.site)
    refuse_when_not_possible(Kind.REOPEN, card, today=who.today)
    card.state, card.outcome, card.outcome_site, card.closed_at = State.OPEN.value, "", None, None
    card.save(update_fields=["state", "outcome", "outcome_site", "closed_at"])
    happened(Happened.REOPENED, card, card.site, who)
    log(Event.CARD_REOPENED, card, card.site, who)
    tell_reopened(card, today=who.today, now=who.now)
    return card


def end(card: NeedCard, state: State, outcome: Outcome | None, where: Site | None, who: Who) -> None:
    """Schools that were chosen and never asked are forgotten."""
    card.state, card.outcome, card.outcome_site, card.closed_at = state.value, outcome.value if outcome else "", where, who.now
    card.save(update_fields=["state", "outcome", "outcome_site", "closed_at"])
    Inquiry.anywhere.filter(card=card, sent_at__isnull=True).delete()
