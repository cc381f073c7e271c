"""What happens when someone comes in or goes out, chooses a password, comes through a school login, or ends a session elsewhere?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from dekkend.accounts.models import Employment, User
from dekkend.accounts.words.changes import Change
from dekkend.accounts.words.school_login import SchoolLogin
from dekkend.audit.actions import areas_of, record_of_person
from dekkend.audit.words import Event
from dekkend.kernel.dates import say_date
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient


@transaction.atomic
def open_account(login: SchoolLogin, *, now: datetime) -> User:
    """An account for someone who came through a school login for the first time. It has no role and no password."""
    user = User.objects.create_user(login.email or None, None, name=login.name)
    confirm_employment(user, login.brin, now=now)
    note_opening(user, way="een schoolaccount", now=now)
    return user


def note_opening(user: User, *, way: str, now: datetime) -> None:
    """An account was made; asked when it is known where the person belongs. `way` is what it was made with."""
    record_of_person(Event.ACCOUNT_OPENED, user, actor=user, now=now, details={"way": way})


@transaction.atomic
def confirm_employment(user: User, brin: str, *, now: datetime) -> None:
    Employment.objects.update_or_create(user=user, brin=brin, defaults={"confirmed_at": now})


@transaction.atomic
def end_session(session: UserSession, *, device: str, now: datetime) -> None:
    session.end()
    record_of_person(Event.SESSION_ENDED, session.user, actor=session.user, now=now, details={"device": device})


def note_sessions_ended(user: User, *, count: int, now: datetime) -> None:
    if count:
        record_of_person(Event.SESSIONS_ENDED, user, actor=user, now=now, details={"count": count})


def note(event: Event, user: User, *, now: datetime, **details: str) -> None:
    """Someone did something with the own account: signed in, saw codes, gave a passkey another name."""
    record_of_person(event, user, actor=user, now=now, details=details)


def note_failed_login(email: str, *, now: datetime) -> None:
    """Only for an account that exists: what strangers type, a password in the wrong field included, is not kept."""
    user = User.objects.filter(email__iexact=email.strip()).first() if email.strip() else None
    if user is not None:
        record_of_person(Event.SIGN_IN_FAILED, user, actor=None, now=now)


@transaction.atomic
def note_change(change: Change, user: User, *, link: str, now: datetime) -> None:
    """Something by which one signs in has changed: it is written down, and the person is told, who may not be the one who did it."""
    note(change.event, user, now=now)
    _tell(change.notice, user, link=link, now=now, values={"moment": moment(now)})


def tell_new_browser(user: User, *, link: str, now: datetime) -> None:
    _tell(Notice.NEW_SIGN_IN, user, link=link, now=now, values={"moment": moment(now)})


def send_reset_link(user: User, *, link: str, now: datetime) -> None:
    """The link waits in the outbox as long as the mail does, and never longer than it works."""
    _tell(Notice.PASSWORD_RESET, user, link=link, now=now, values={})


def tell_unknown(address: str, *, link: str, now: datetime) -> None:
    """Someone asked for a new password with an address that has no account. Its mail belongs to no region, so nobody sees the address."""
    tell(Notice.UNKNOWN_ACCOUNT, [Recipient(address)], about=f"unknown-{now.isoformat()}", now=now, link=link)


def moment(now: datetime) -> str:
    here = timezone.localtime(now)
    return f"{say_date(here.date().isoformat())} om {here:%H.%M} uur"


def _tell(notice: Notice, user: User, *, link: str, now: datetime, values: Mapping[str, str]) -> None:
    """Each moment is an occasion of its own. Someone without an address is not told."""
    if user.email:
        to, area = Recipient(user.email, user.name, user.pk), areas_of(user, now=now)[0]
        tell(notice, [to], about=f"{user.pk}-{now.isoformat()}", now=now, link=link, values=values, area=area)
