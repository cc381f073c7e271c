"""How is someone told something, once, and never when the reason for it was undone?

`tell` writes a row in the transaction of the action; a worker sends it afterwards. Before sending, the row is marked, and the mark is
final when the worker dies: then nobody knows whether the mail went, and a person decides. So a mail goes out at most once by itself.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from dekkend.audit.actions import record
from dekkend.audit.words import NOWHERE, Area, Event, Subject, SubjectKind
from dekkend.notices.gateways import NotSent, Unclear, deliver
from dekkend.notices.models import Outgoing
from dekkend.notices.rules.attempts import next_attempt
from dekkend.notices.rules.composing import compose
from dekkend.notices.words import LETTERS, STUCK, Notice, Recipient, State

log = logging.getLogger("dekkend.notices")

LEASE = timedelta(minutes=2)  # longer than the mail server may take, see EMAIL_TIMEOUT
QUEUED = timedelta(minutes=5)  # after this a job for it is asked again: the first was lost
DEAD_LINK = "link_expired"


@transaction.atomic
def tell(
    notice: Notice,
    recipients: Iterable[Recipient],
    *,
    about: str,
    now: datetime,
    link: str = "/",
    values: Mapping[str, str] | None = None,
    area: Area = NOWHERE,
) -> int:
    """Put one mail per recipient in the outbox; returns how many are new.

    `about` names the occasion ("batch-12"): the same notice about the same occasion never goes to an address twice. `link` is a path
    of this site. Raises NotTellable when `values` are not those that the letter names.
    """
    new, works = 0, LETTERS[notice].works
    for recipient in recipients:
        composed = compose(notice, name=recipient.name, link=f"{settings.SITE_ADDRESS}{link}", values=values or {})
        _, is_new = Outgoing.objects.get_or_create(
            notice=notice.value,
            about=about,
            address=recipient.address,
            defaults={
                "name": recipient.name,
                "user_id": recipient.user_id,
                "partnership_id": area.partnership_id,
                "subject": composed.subject,
                "text": composed.text,
                "text_until": now + works if works else None,
                "made_at": now,
                "next_attempt_at": now,
            },
        )
        new += is_new
    return new


def send(outgoing_id: int, *, now: datetime) -> State | None:
    """Send one mail whose turn it is. None when there was nothing to do: it went, it waits, or another worker has it."""
    mail = _claim(outgoing_id, now=now)
    if mail is None:
        return None
    try:
        deliver(key=f"{mail.notice}:{mail.about}:{mail.pk}", address=mail.address, subject=mail.subject, text=mail.text)
    except NotSent as failed:
        return _put_off(mail, failed, now=now)
    except Unclear:
        return _mark(mail, State.UNCLEAR, failure="line_broke")
    return _mark(mail, State.SENT, failure="", sent_at=now, **_wiped_after(Notice(mail.notice)))


def _wiped_after(notice: Notice) -> dict[str, str]:
    """What is no longer kept of a mail that went. In a demo everything stays, to be read on the screen Post."""
    if settings.DEMO:
        return {}
    letter = LETTERS[notice]
    return ({"text": ""} if letter.secret else {}) | ({"address": ""} if letter.anonymous else {})


def _claim(outgoing_id: int, *, now: datetime) -> Outgoing | None:
    due = Outgoing.objects.filter(pk=outgoing_id, state=State.WAITING.value, next_attempt_at__lte=now)
    taken = due.update(state=State.SENDING.value, attempts=F("attempts") + 1, lease_until=now + LEASE, queued_at=None)
    return Outgoing.objects.get(pk=outgoing_id) if taken else None


def _put_off(mail: Outgoing, failed: NotSent, *, now: datetime) -> State | None:
    again = None if failed.final else next_attempt(mail.attempts, now=now)
    if again is None:
        return _mark(mail, State.FAILED, failure=failed.code)
    return _mark(mail, State.WAITING, failure=failed.code, next_attempt_at=again)


def _mark(mail: Outgoing, state: State, **fields: object) -> State | None:
    """Lay down the outcome, if this attempt still holds the mail."""
    mine = Outgoing.objects.filter(pk=mail.pk, state=State.SENDING.value, attempts=mail.attempts)
    marked = mine.update(state=state.value, lease_until=None, **fields)
    log.info("mail", extra={"state": state.value, "code": fields.get("failure", "")})
    return state if marked else None


def settle_lost(*, now: datetime) -> int:
    """Mails whose sender disappeared: it may have gone, so nobody sends it again without a person asking. Returns how many."""
    lost = Outgoing.objects.filter(state=State.SENDING.value, lease_until__lt=now)
    return lost.update(state=State.UNCLEAR.value, lease_until=None, failure="sender_lost")


def take_due(*, now: datetime) -> list[int]:
    """The mails whose turn it is and for which no job waits; from now on one does."""
    due = Outgoing.objects.filter(state=State.WAITING.value, next_attempt_at__lte=now).exclude(queued_at__gt=now - QUEUED)
    taken = []
    for key in list(due.order_by("pk").values_list("pk", flat=True)[:500]):
        still_due = Outgoing.objects.filter(pk=key, state=State.WAITING.value).exclude(queued_at__gt=now - QUEUED)
        if still_due.update(queued_at=now):
            taken.append(key)
    return taken


@transaction.atomic
def send_again(mail: Outgoing, *, by: Any, now: datetime) -> bool:
    """A person asks to send it once more: False when it is not stuck, or when its text was wiped."""
    stuck = Outgoing.objects.filter(pk=mail.pk, state__in=[state.value for state in STUCK]).exclude(text="")
    if not stuck.update(state=State.WAITING.value, attempts=0, next_attempt_at=now, queued_at=None, failure=""):
        return False
    subject = Subject(SubjectKind.MAIL, str(mail.pk), mail.subject)
    record(Event.MAIL_SENT_AGAIN, actor=by, subject=subject, area=Area(mail.partnership_id), now=now)
    return True


def wipe_dead_links(*, now: datetime) -> int:
    """Wipe the texts whose link no longer works, whether they went or not; one that did not is not sent any more. Returns how many.

    In a demo the texts stay, to be read on the screen Post.
    """
    if settings.DEMO:
        return 0
    dead = Outgoing.objects.filter(text_until__lte=now).exclude(text="").exclude(state=State.SENDING.value)
    dead.exclude(state=State.SENT.value).update(state=State.FAILED.value, failure=DEAD_LINK, queued_at=None)
    return dead.update(text="")


def forget_about(notice: Notice, occasions: Iterable[str]) -> int:
    """Remove the mails of this kind about these occasions, sent or not: what they were about is over. Returns how many."""
    return Outgoing.objects.filter(notice=notice.value, about__in=list(occasions)).exclude(state=State.SENDING.value).delete()[0]


def forget_old(*, now: datetime) -> int:
    """Remove mails that were made longer ago than their letter is kept, whatever became of them. Returns how many."""
    terms: dict[timedelta, list[str]] = defaultdict(list)
    for notice, letter in LETTERS.items():
        terms[letter.kept].append(notice.value)
    old = Q(made_at__lt=now - max(terms))
    for kept, notices in terms.items():
        old |= Q(made_at__lt=now - kept, notice__in=notices)
    return Outgoing.objects.filter(old).exclude(state=State.SENDING.value).delete()[0]
