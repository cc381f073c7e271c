"""Under which name is a word counted that nobody may read yet?"""

from __future__ import annotations

import hmac

from django.conf import settings
from django.utils.encoding import force_bytes

PURPOSE = "dekkend unknown stem"


def hidden_name(stem: str) -> str:
    """64 hexadecimal signs that only someone with the secret key of the installation can connect with a stem, by trying it."""
    return hmac.new(force_bytes(settings.SECRET_KEY), f"{PURPOSE}:{stem}".encode(), "sha256").hexdigest()
