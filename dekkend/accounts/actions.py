"""What happens when someone logs in, fails to, or chooses a new password?"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from dekkend.accounts.models import LoginFailure, User
from dekkend.accounts.queries import attempt_keys

KEPT = timedelta(days=1)


@transaction.atomic
def note_failed_login(email: str, address: str, *, now: datetime) -> None:
    """Remember the attempt, and forget those of more than a day ago."""
    LoginFailure.objects.bulk_create(LoginFailure(key=key, failed_at=now) for key in attempt_keys(email, address))
    LoginFailure.objects.filter(failed_at__lt=now - KEPT).delete()


def forget_failed_logins(email: str, address: str) -> None:
    """After a success only the key of this account from this address is cleared: others may still be under attack."""
    mine = next(iter(attempt_keys(email, address)))
    LoginFailure.objects.filter(key=mine).delete()


def choose_password(user: User, password: str) -> None:
    user.set_password(password)
    user.save(update_fields=["password"])
