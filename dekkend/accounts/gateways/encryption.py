"""How are secrets of people kept, so that a copy of the database alone does not give them away?"""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

PURPOSE = b"dekkend second factor"


def encrypt(text: str) -> str:
    return cipher().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    """Raises InvalidToken when the secret key of the installation has changed and is no fallback either."""
    return cipher().decrypt(encrypted.encode()).decode()


def cipher() -> MultiFernet:
    """With the present secret key of the installation; what was encrypted with an earlier one can still be read."""
    return MultiFernet([Fernet(derived(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def derived(key: str | bytes) -> bytes:
    return base64.urlsafe_b64encode(hmac.digest(force_bytes(key), PURPOSE, "sha256"))


def hidden_key(key: str, prefix: str, version: int) -> str:
    """The name under which a counter is stored. It is made of addresses and accounts, so it is never stored in clear."""
    return hashlib.sha256(f"{settings.SECRET_KEY}:{prefix}:{version}:{key}".encode()).hexdigest()
