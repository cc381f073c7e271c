"""How does one mail reach the mail server, and what do we know when that goes wrong?"""

from __future__ import annotations

import hashlib
import smtplib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from dekkend.notices.rules.composing import as_html


class NotSent(Exception):
    """The server certainly did not take it. `code` is a short word; `final`: trying again is of no use."""

    def __init__(self, code: str, *, final: bool) -> None:
        super().__init__(code)
        self.code, self.final = code, final


class Unclear(Exception):
    """The line broke after the mail was handed over: it may have gone, or not."""


def deliver(*, key: str, address: str, subject: str, text: str) -> None:
    """Hand one mail to the server. The same `key` gives the same Message-ID, so that a mailbox can see a double."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(type(error).__name__, final=False) from None
    headers = {"Message-ID": message_id(key), "Auto-Submitted": "auto-generated"}
    mail = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [address], connection=connection, headers=headers)
    mail.attach_alternative(as_html(text), "text/html")
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise NotSent("address_refused", final=all(code >= 500 for code in codes)) from None
    except smtplib.SMTPResponseException as error:
        raise NotSent(f"smtp_{error.smtp_code}", final=error.smtp_code >= 500) from None
    except (OSError, smtplib.SMTPException):
        raise Unclear from None
    finally:
        close(connection)


def close(connection: object) -> None:
    """Say goodbye; when that fails the mail has gone all the same."""
    try:
        connection.close()  # type: ignore[attr-defined]
    except (OSError, smtplib.SMTPException):
        return


def message_id(key: str) -> str:
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:40]}@{host}>"
