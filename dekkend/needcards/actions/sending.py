"""How does a card go to the schools that were chosen, and to more of them later?"""

from __future__ import annotations

from django.db import transaction

from dekkend.audit.words import Event
from dekkend.kernel.sentences import say
from dekkend.needcards.actions.doing import (
    Who,
    happened,
    held,
    log,
    refuse_closed,
    refuse_private,
    refuse_strangers,
    refuse_when_not_possible,
)
from dekkend.needcards.actions.telling import tell_asked
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.queries.cards import warnings_of
from dekkend.needcards.words.cards import Happened, Kind, State
from dekkend.organisations.words import Refused
from dekkend.register.queries.closures import closed_sites


@transaction.atomic
def send(card: NeedCard, decided: frozenset[str], who: Who) -> int:
    """Send it to every school that was chosen and does not know yet; returns how many. The first time it becomes open.

    `decided` are the words of the text that the sender looked at and that are no name. Raises Refused while something is in the way.
    """
    refuse_strangers(card.site, who)
    card = held(card)
    refuse_closed(card.site)
    kind = Kind.SEND if card.state == State.DRAFT.value else Kind.ASK_MORE
    undecided = [each for each in warnings_of(card, who.today) if each.found not in decided] if kind is Kind.SEND else []
    refuse_when_not_possible(kind, card, today=who.today, warnings=undecided)
    refuse_private(card.text, today=who.today)
    chosen = Inquiry.anywhere.filter(card=card, sent_at__isnull=True)
    chosen.filter(site_id__in=closed_sites()).delete()  # it closed after it was chosen; the screen says so
    waiting = list(chosen.select_related("site"))
    if not waiting:
        raise Refused(say("Alle gekozen scholen kregen de vraag al. Kies eerst een andere school."))
    if kind is Kind.SEND:
        card.state, card.sent_at = State.OPEN.value, who.now
        card.save(update_fields=["state", "sent_at"])
    Inquiry.anywhere.filter(pk__in=[each.pk for each in waiting]).update(sent_at=who.now)
    happened(Happened.SENT, card, card.site, who, number=len(waiting))
    log(Event.CARD_SENT, card, card.site, who, count=len(waiting))
    for inquiry in waiting:
        tell_asked(inquiry, card, today=who.today, now=who.now)
    return len(waiting)
