"""Which changes of how one signs in are written down and told, and by which name does the login library call each?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dekkend.audit.words import Event
from dekkend.notices.words import Notice


@dataclass(frozen=True, slots=True)
class Change:
    """What the log says of it, and which mail goes out."""

    event: Event
    notice: Notice


NEW_PASSWORD = Change(Event.PASSWORD_CHANGED, Notice.PASSWORD_CHANGED)

# The library announces each with the name of a mail; the mail itself is ours.
CHANGES: Mapping[str, Change] = {
    "account/email/password_changed": NEW_PASSWORD,
    "account/email/password_set": NEW_PASSWORD,
    "account/email/password_reset": NEW_PASSWORD,
    "mfa/email/totp_activated": Change(Event.APP_ON, Notice.APP_ON),
    "mfa/email/totp_deactivated": Change(Event.APP_OFF, Notice.APP_OFF),
    "mfa/email/recovery_codes_generated": Change(Event.CODES_MADE, Notice.CODES_MADE),
    "mfa/email/webauthn_added": Change(Event.PASSKEY_MADE, Notice.PASSKEY_MADE),
    "mfa/email/webauthn_removed": Change(Event.PASSKEY_REMOVED, Notice.PASSKEY_REMOVED),
    "socialaccount/email/account_connected": Change(Event.SCHOOL_COUPLED, Notice.SCHOOL_COUPLED),
    "socialaccount/email/account_disconnected": Change(Event.SCHOOL_UNCOUPLED, Notice.SCHOOL_UNCOUPLED),
}
# The two mails that are no change: a link for a new password, and the answer to an address without an account.
RESET_LINK = "account/email/password_reset_key"
UNKNOWN_ACCOUNT = "account/email/unknown_account"
