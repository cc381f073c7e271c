"""How are schools asked whether their offer is still so, and how does someone answer through the link in the mail?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from dekkend.audit.actions import record
from dekkend.audit.words import Event, Subject, SubjectKind
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient
from dekkend.offers.actions.saying import lay_down, take_back
from dekkend.offers.models import Ask, RegionOffers
from dekkend.offers.queries import answered_by, ask_of, clicks_since, offers_in, offers_of, still_standing, to_ask
from dekkend.offers.rules.asking import LINK_COUNTS, MOST_CLICKS, REMIND_AFTER, round_on
from dekkend.offers.rules.links import EXPIRED, GONE, ROLE_ENDED, TOO_MANY
from dekkend.offers.rules.standing import claimed
from dekkend.offers.words import Availability, Refused, Rhythm, Said
from dekkend.organisations.models import Membership, Partnership
from dekkend.organisations.queries import area_of_site
from dekkend.ui.templatetags.ui import in_words

SALT = "dekkend.offers.confirm"
STILL, UNDO = "still", "undo"
ANSWERS = {
    "available": Said(),
    "paused": Said(Availability.PAUSED),
    "gone": Said(Availability.GONE),
}


@transaction.atomic
def ask_region(partnership: Partnership, *, today: date, now: datetime) -> int:
    """Begin the round of these days, if it is due and did not begin yet. Returns how many mails were written."""
    RegionOffers.anywhere.get_or_create(partnership=partnership)
    chosen = RegionOffers.anywhere.select_for_update().get(partnership=partnership)
    round_ = round_on(Rhythm(chosen.rhythm), today)
    if round_ is None or chosen.asked_on == round_:
        return 0
    RegionOffers.anywhere.filter(pk=chosen.pk).update(asked_on=round_)
    counts: dict[int, int] = {}
    for offer in claimed(offers_in(partnership, today=today)):
        counts[offer.site_id] = counts.get(offer.site_id, 0) + 1
    return ask(to_ask(partnership, today), round_, counts, now=now)


@transaction.atomic
def ask(memberships: Iterable[Membership], round_: date, counts: dict[int, int], *, now: datetime) -> int:
    """Mail each person once per school that has something to confirm; `counts` says how much."""
    asked: dict[tuple[int, int], Ask] = {}
    for membership in memberships:
        site_id = membership.site_id
        if site_id is not None and counts.get(site_id) and (site_id, membership.user_id) not in asked:
            asked[site_id, membership.user_id] = _ask(membership, round_, now=now)
    new = [(each, _mail(Notice.OFFER_CONFIRM, each, counts[each.site_id], now=now)) for each in asked.values()]
    per_site: dict[int, list[Ask]] = {}
    for each, mails in new:
        if mails:
            per_site.setdefault(each.site_id, []).append(each)
    for asks in per_site.values():
        site = asks[0].site
        subject = Subject(SubjectKind.SITE, str(site.pk), site.name)
        record(Event.OFFER_ASKED, actor=None, subject=subject, area=area_of_site(site), now=now, details={"count": len(asks)})
    return sum(mails for _, mails in new)


@transaction.atomic
def remind(*, today: date, now: datetime, most: int = 100) -> int:
    """Mail once more who did not finish in two weeks and has something left. Returns how many mails were written."""
    waiting = Ask.anywhere.filter(reminded_at=None, done_at=None, asked_at__lte=now - REMIND_AFTER, expires_at__gt=now)
    mails = 0
    for each in waiting.select_related("site", "membership__user").order_by("pk")[:most]:
        taken = Ask.anywhere.filter(pk=each.pk, reminded_at=None).update(reminded_at=now)
        left = {offer.claim.key for offer in claimed(offers_of(each.site, today=today))} - answered_by(each)
        if taken and left and still_standing(each, today):
            mails += _mail(Notice.OFFER_REMINDER, each, len(left), now=now)
    return mails


def token_of(ask: Ask) -> str:
    """What stands in the link: signed with the key of this installation, so that nobody can make one."""
    return signing.Signer(salt=SALT).sign_object([ask.pk, ask.nonce])


def opened(token: str, *, today: date, now: datetime) -> Ask:
    """The asking of this link, when it counts. A link that was made up never reaches the database. Raises Refused with the reason."""
    try:
        key, nonce = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        raise Refused(GONE) from None
    found = ask_of(key, nonce) if isinstance(key, int) and isinstance(nonce, str) else None
    if found is None:
        raise Refused(GONE)
    if now >= found.expires_at:
        raise Refused(EXPIRED)
    if not still_standing(found, today):
        raise Refused(ROLE_ENDED)
    return found


@transaction.atomic
def answer(token: str, key: str, what: str, *, today: date, now: datetime) -> Ask:
    """One click: still so, not now, no longer there, there again, or back. Raises Refused, also for what a link cannot do."""
    asked = opened(token, today=today, now=now)
    if clicks_since(asked, now - timedelta(hours=1)) >= MOST_CLICKS:
        raise Refused(TOO_MANY)
    by = asked.membership.user
    if what == UNDO:
        take_back(asked.site, key, by=by, today=today, now=now, ask=asked)
    elif what == STILL or what in ANSWERS:
        lay_down(asked.site, key, ANSWERS.get(what), by=by, today=today, now=now, ask=asked)
    else:
        raise Refused(GONE)
    left = {offer.claim.key for offer in claimed(offers_of(asked.site, today=today))} - answered_by(asked)
    Ask.anywhere.filter(pk=asked.pk).update(done_at=None if left else now)
    return asked


def _ask(membership: Membership, round_: date, *, now: datetime) -> Ask:
    given: dict[str, Any] = {"nonce": get_random_string(32), "asked_at": now, "expires_at": now + LINK_COUNTS}
    found, _ = Ask.anywhere.get_or_create(site=membership.site, membership=membership, round=round_, defaults=given)
    return found


def _mail(notice: Notice, ask: Ask, count: int, *, now: datetime) -> int:
    user = ask.membership.user
    until = in_words(timezone.localdate(ask.expires_at))
    values = {"school": ask.site.name, "count": str(count), "until": until}
    link = reverse("offers:answer", args=[token_of(ask)])
    recipient = Recipient(user.email or "", user.name, user.pk)
    about = f"offers-{ask.site_id}-{ask.round.isoformat()}"
    return tell(notice, [recipient], about=about, now=now, link=link, values=values, area=area_of_site(ask.site))
