"""What happens when someone comes in or goes out, chooses a password, comes through a school login, or ends a session elsewhere?"""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from dekkend.accounts.models import Employment, User
from dekkend.accounts.words.school_login import SchoolLogin
from dekkend.audit.actions import area_of, record_of_person
from dekkend.audit.words import Event
from dekkend.notices.actions import tell
from dekkend.notices.words import Notice, Recipient
from dekkend.ui.templatetags.ui import in_words


def open_account(login: SchoolLogin) -> User:
    """An account for someone who came through a school login for the first time. It has no role and no password."""
    return User.objects.create_user(login.email or None, None, name=login.name)


@transaction.atomic
def confirm_employment(user: User, brin: str, *, now: datetime) -> None:
    Employment.objects.update_or_create(user=user, brin=brin, defaults={"confirmed_at": now})


def end_session(session: UserSession) -> None:
    session.end()


def note_login(user: User, *, now: datetime) -> None:
    record_of_person(Event.SIGNED_IN, user, actor=user, now=now)


def note_logout(user: User, *, now: datetime) -> None:
    record_of_person(Event.SIGNED_OUT, user, actor=user, now=now)


def note_failed_login(email: str, *, now: datetime) -> None:
    """Only for an account that exists: what strangers type, a password in the wrong field included, is not kept."""
    user = User.objects.filter(email__iexact=email.strip()).first() if email.strip() else None
    if user is not None:
        record_of_person(Event.SIGN_IN_FAILED, user, actor=None, now=now)


@transaction.atomic
def note_new_password(user: User, *, link: str, now: datetime) -> None:
    """However it came about: chosen, set for the first time, or with a link by mail."""
    _tell(Notice.PASSWORD_CHANGED, user, link=link, now=now)
    record_of_person(Event.PASSWORD_CHANGED, user, actor=user, now=now)


def tell_new_browser(user: User, *, link: str, now: datetime) -> None:
    _tell(Notice.NEW_SIGN_IN, user, link=link, now=now)


def _tell(notice: Notice, user: User, *, link: str, now: datetime) -> None:
    """Each moment is an occasion of its own. Someone without an address is not told."""
    if user.email:
        here = timezone.localtime(now)
        values = {"moment": f"{in_words(here.date())} om {here:%H.%M} uur"}
        to = Recipient(user.email, user.name, user.pk)
        tell(notice, [to], about=f"{user.pk}-{now.isoformat()}", now=now, link=link, values=values, area=area_of(user))
