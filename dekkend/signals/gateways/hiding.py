"""Under which names are words and senders counted that nobody may read, and with which link does a sender come back?"""

from __future__ import annotations

import hmac
import secrets
from datetime import date, datetime

from django.conf import settings
from django.core import signing
from django.utils.encoding import force_bytes

STATUS = "dekkend.signals.status"
STAMP = "dekkend.signals.begun"


def hidden_name(stem: str) -> str:
    """64 hexadecimal signs that only someone with the secret key of the installation can connect with a stem, by trying it."""
    return _keyed(f"unknown stem:{stem}")


def hidden_sender(address: str, day: date) -> str:
    """The same of a network address, another one each day."""
    return _keyed(f"sender:{day.isoformat()}:{address}")


def hidden_school(site_id: int, day: date) -> str:
    return _keyed(f"school:{day.isoformat()}:{site_id}")


def hidden_stamp(stamped: str) -> str:
    return _keyed(f"stamp:{stamped}")


def hidden_voice(address: str, site_id: int, day: date) -> str:
    """One visitor about one school, another name each day."""
    return _keyed(f"voice:{day.isoformat()}:{site_id}:{address}")


def token_of(key: int, nonce: str) -> str:
    """What stands in the link to a report: signed with the key of this installation, so that nobody can make one."""
    return signing.Signer(salt=STATUS).sign_object([key, nonce])


def opened(token: str) -> tuple[int, str] | None:
    """The key and the nonce in a token; None for one that was not made here, so that it never reaches the database."""
    try:
        key, nonce = signing.Signer(salt=STATUS).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return (key, nonce) if isinstance(key, int) and isinstance(nonce, str) else None


def stamp(now: datetime) -> str:
    """When a form was opened, in a way that its sender cannot change; no two forms have the same."""
    return signing.Signer(salt=STAMP).sign(f"{int(now.timestamp())}.{secrets.token_hex(8)}")


def seconds_since(stamped: str, now: datetime) -> float | None:
    """How many seconds ago the form was opened; None when that was made up."""
    try:
        return now.timestamp() - int(signing.Signer(salt=STAMP).unsign(stamped).partition(".")[0])
    except (signing.BadSignature, ValueError):
        return None


def _keyed(text: str) -> str:
    return hmac.new(force_bytes(settings.SECRET_KEY), f"dekkend signals:{text}".encode(), "sha256").hexdigest()
