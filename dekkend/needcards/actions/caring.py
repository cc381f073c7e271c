"""What does Dekkend do by itself: remind, close what was forgotten, pass counts on, and wipe? Twice on a day does no harm."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import record
from dekkend.audit.words import Event
from dekkend.needcards.actions.doing import about, held
from dekkend.needcards.actions.telling import asked, remind_asked, remind_sender, tell_over
from dekkend.needcards.models import CardStep, Inquiry, NeedCard
from dekkend.needcards.rules.days import final_on, lapses_on, reminder, thrown_away_on, wiped_on
from dekkend.needcards.rules.replying import tally
from dekkend.needcards.words.cards import Happened, Outcome, Reminder, State
from dekkend.needcards.words.replies import Reply
from dekkend.notices.words import Notice
from dekkend.organisations.queries import area_of_site
from dekkend.register.queries.closures import closures_of
from dekkend.signals.actions import add_from_need_card

OVER = (State.CLOSED.value, State.WITHDRAWN.value)
REMINDERS = {Reminder.DUE: Notice.CARD_DUE, Reminder.LATE: Notice.CARD_LATE}


def care(*, weeks: int, today: date, now: datetime) -> dict[str, int]:
    """Look after every card of every school; `weeks` is how long content is kept. Returns how many of each."""
    return {
        "reminded": remind(today=today, now=now),
        "lapsed": lapse(weeks=weeks, today=today, now=now),
        "settled": settle(today=today, now=now),
        "wiped": wipe(weeks=weeks, today=today, now=now),
        "thrown away": throw_away(today=today),
    }


def remind(*, today: date, now: datetime) -> int:
    """Mail the schools that did not answer, a day before and after; the sender after. Each once. Returns how many mails are new."""
    new = 0
    for card in NeedCard.anywhere.filter(state=State.OPEN.value, answer_by__lte=today + timedelta(1)).select_related("site"):
        due = reminder(card.answer_by, today=today)
        if due is None:
            continue
        gone = closures_of([card.site_id, *(inquiry.site_id for inquiry in asked(card))])
        waiting = [
            inquiry for inquiry in asked(card) if inquiry.reply == Reply.NONE.value and not {inquiry.site_id, card.site_id} & set(gone)
        ]
        new += sum(remind_asked(REMINDERS[due], inquiry, card, today=today, now=now) for inquiry in waiting)
        if due is Reminder.LATE:
            new += remind_sender(card, today=today, now=now)
    return new


def lapse(*, weeks: int, today: date, now: datetime) -> int:
    """Close the cards that their senders forgot, so that nothing about a child stays. How it ended is not known."""
    forgotten = NeedCard.anywhere.filter(state=State.OPEN.value, answer_by__lt=today)
    return sum(lapse_one(card, today=today, now=now) for card in forgotten if lapses_on(card.answer_by, weeks=weeks) <= today)


@transaction.atomic
def lapse_one(card: NeedCard, *, today: date, now: datetime) -> bool:
    card = held(card)
    if card.state != State.OPEN.value:
        return False
    card.state, card.outcome, card.closed_at = State.CLOSED.value, Outcome.UNTOLD.value, now
    card.save(update_fields=["state", "outcome", "closed_at"])
    Inquiry.anywhere.filter(card=card, sent_at__isnull=True).delete()
    CardStep.objects.create(card=card, site=card.site, kind=Happened.LAPSED.value, at=now)
    record(Event.CARD_LAPSED, actor=None, subject=about(card), area=area_of_site(card.site), now=now)
    tell_over(card, today=today, now=now)
    return True


def settle(*, today: date, now: datetime) -> int:
    """Pass the reasons of every no on to the signals of the region, once it can no longer be undone. Returns how many cards."""
    over = NeedCard.anywhere.filter(state__in=OVER, settled_at__isnull=True, closed_at__isnull=False)
    ready = [card for card in over if final_on(timezone.localdate(card.closed_at)) <= today]
    return sum(settle_one(card, today=today, now=now) for card in ready)


@transaction.atomic
def settle_one(card: NeedCard, *, today: date, now: datetime) -> bool:
    """Codes, postcode area and a reason; no text, no school, no card. The region is that of the school that asked: there the gap is.

    A question counts once, however many schools said no: what is counted are children. The reason is the one that most schools gave.
    """
    card = held(card)
    if card.state not in OVER or card.settled_at is not None:
        return False
    NeedCard.anywhere.filter(pk=card.pk).update(settled_at=now)
    noes = Inquiry.anywhere.filter(card=card, reply=Reply.NO.value)
    given = Counter(reason for said_no in noes for reason in said_no.reasons)
    if given:
        reason = min(given, key=lambda each: (-given[each], each))
        for code in card.codes:
            add_from_need_card(card.site.partnership, code=code, area=card.area, reason=reason, today=today)
    return True


def wipe(*, weeks: int, today: date, now: datetime) -> int:
    """Leave nothing but numbers of the cards whose term is over. Returns how many."""
    settled = NeedCard.anywhere.filter(state__in=OVER, settled_at__isnull=False)
    ready = [card for card in settled if wiped_on(timezone.localdate(card.closed_at), weeks=weeks) <= today]
    return sum(wipe_one(card, now=now) for card in ready)


@transaction.atomic
def wipe_one(card: NeedCard, *, now: datetime) -> bool:
    card = held(card)
    if card.state not in OVER:
        return False
    counts = tally(Inquiry.anywhere.filter(card=card).values_list("reply", flat=True))
    Inquiry.anywhere.filter(card=card).delete()
    CardStep.anywhere.filter(card=card).delete()
    card.text = card.contact = card.age = card.area = ""
    card.codes, card.from_day, card.made_by, card.outcome_site = [], None, None, None
    card.state, card.wiped_at, card.tally = State.WIPED.value, now, counts.stored()
    card.save()
    record(Event.CARD_WIPED, actor=None, subject=about(card), area=area_of_site(card.site), now=now, details={"count": counts.asked})
    return True


def throw_away(*, today: date) -> int:
    """Concepts that were never sent and lie there too long: nobody else saw them, so nothing of them is kept."""
    made = [(card.pk, timezone.localdate(card.made_at)) for card in NeedCard.anywhere.filter(state=State.DRAFT.value)]
    old = [key for key, day in made if thrown_away_on(day) <= today]
    NeedCard.anywhere.filter(pk__in=old, state=State.DRAFT.value).delete()
    return len(old)
