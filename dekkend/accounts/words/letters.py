"""Which mails does the login library send by itself, and when?

They do not wait in the outbox. Their texts are the templates of this feature; an app that sends such mails lists them in its AppConfig.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from dekkend.notices.words import DirectLetter

# What every mail about a change shows: when, and from which address (one that is kept for examples, RFC 5737).
CHANGE: Mapping[str, Any] = {"timestamp": datetime(2026, 3, 2, 9, 30, tzinfo=UTC), "ip": "192.0.2.10"}
RESET_LINK = "https://dekkend.example/account/wachtwoord-vergeten/voorbeeld/"

LETTERS = (
    DirectLetter(
        "account/email/password_reset_key",
        "Wachtwoord vergeten",
        "Iemand met een account vraagt om een nieuw wachtwoord.",
        {"password_reset_url": RESET_LINK},
        secret=True,
    ),
    DirectLetter(
        "account/email/unknown_account",
        "Wachtwoord vergeten, zonder account",
        "Iemand vraagt om een nieuw wachtwoord met een e-mailadres dat wij niet kennen.",
        {},
    ),
    DirectLetter("mfa/email/totp_activated", "App met codes aangezet", "Iemand zet de app met codes aan.", CHANGE),
    DirectLetter("mfa/email/totp_deactivated", "App met codes uitgezet", "Iemand zet de app met codes uit.", CHANGE),
    DirectLetter("mfa/email/recovery_codes_generated", "Nieuwe herstelcodes", "Er zijn nieuwe herstelcodes gemaakt.", CHANGE),
    DirectLetter("mfa/email/webauthn_added", "Passkey gemaakt", "Iemand maakt een passkey.", CHANGE),
    DirectLetter("mfa/email/webauthn_removed", "Passkey weggehaald", "Iemand haalt een passkey weg.", CHANGE),
    DirectLetter("socialaccount/email/account_connected", "Schoolaccount gekoppeld", "Iemand koppelt een schoolaccount.", CHANGE),
)
