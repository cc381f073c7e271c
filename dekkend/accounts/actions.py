"""What happens when someone comes in through a school login, or ends a session elsewhere?"""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from dekkend.accounts.models import Employment, User
from dekkend.accounts.words import SchoolLogin


def open_account(login: SchoolLogin) -> User:
    """An account for someone who came through a school login for the first time. It has no role and no password."""
    return User.objects.create_user(login.email or None, None, name=login.name)


@transaction.atomic
def confirm_employment(user: User, brin: str, *, now: datetime) -> None:
    Employment.objects.update_or_create(user=user, brin=brin, defaults={"confirmed_at": now})


def end_session(session: UserSession) -> None:
    session.end()
