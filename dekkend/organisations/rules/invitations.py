"""How does an invitation stand, and what is kept of its secret?"""

from __future__ import annotations

import hashlib
from datetime import datetime

from dekkend.kernel.sentences import say
from dekkend.organisations.words import Sent


def hash_of(secret: str) -> str:
    """SHA-256 in hex. The secret has 256 bits of chance itself, so no salt or slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def sent(*, accepted_at: datetime | None, revoked_at: datetime | None, expires_at: datetime, now: datetime) -> Sent:
    """At the moment `expires_at` itself it no longer counts."""
    if accepted_at is not None:
        return Sent.ACCEPTED
    if revoked_at is not None:
        return Sent.REVOKED
    return Sent.OPEN if now < expires_at else Sent.EXPIRED


WHY_NOT = {
    Sent.ACCEPTED: say("Deze uitnodiging is al gebruikt. Log in om verder te gaan."),
    Sent.REVOKED: say("Deze uitnodiging is ingetrokken. Vraag wie u uitnodigde wat er is."),
    Sent.EXPIRED: say("Deze uitnodiging is verlopen. Vraag wie u uitnodigde om een nieuwe."),
}
