"""What do we know about earlier attempts to log in?"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.conf import settings

from dekkend.accounts.models import LoginFailure
from dekkend.accounts.rules import pause_until

# Many people may share one address (a school behind one router), so a whole address gets this many times more.
WIDE = 10


def attempt_keys(email: str, address: str) -> dict[str, int]:
    """Per key how many failures are allowed: this account from this address, this account, this address."""
    allowed = settings.LOGIN_FAILURES_ALLOWED
    account = email.strip().lower()
    return {
        digest(f"both:{account}:{address}"): allowed,
        digest(f"account:{account}"): allowed * WIDE,
        digest(f"address:{address}"): allowed * WIDE,
    }


def digest(text: str) -> str:
    return hashlib.sha256(f"{settings.SECRET_KEY}:{text}".encode()).hexdigest()


def login_pause(email: str, address: str, *, now: datetime) -> datetime | None:
    """Until when must this person wait? None: no wait."""
    pause = timedelta(minutes=settings.LOGIN_PAUSE_MINUTES)
    keys = attempt_keys(email, address)
    failures: dict[str, list[datetime]] = {key: [] for key in keys}
    for key, at in LoginFailure.objects.filter(key__in=keys, failed_at__gt=now - pause).values_list("key", "failed_at"):
        failures[key].append(at)
    waits = [pause_until(failures[key], now=now, allowed=allowed, pause=pause) for key, allowed in keys.items()]
    return max((wait for wait in waits if wait), default=None)
