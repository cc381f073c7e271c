"""Are the settings safe, and can mail leave?"""

from __future__ import annotations

import smtplib
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import get_connection

from dekkend.config.doctor.words import Finding, good, problem, tip, warning

SMTP = "django.core.mail.backends.smtp.EmailBackend"
NEVER_SENDS = ("console", "dummy", "locmem", "filebased")
MADE_UP = "open-data@dekkend.example"  # the address of the description of the open data until somebody fills in a real one


def settings_refused(message: str) -> list[Finding]:
    """One finding for each reason why production does not start."""
    reasons = [line.removeprefix("- ") for line in message.splitlines() if line.startswith("- ")] or [message]
    why, now = (
        "Met deze instelling zou de toepassing niet veilig zijn, daarom start zij niet.",
        "Verander de omgevingsvariabele die genoemd wordt.",
    )
    return [problem("unsafe_setting", reason, why, now) for reason in reasons]


def setting_unreadable(message: str) -> list[Finding]:
    """A variable holds something that cannot be used: an address of another kind of database, a word in the place of a number."""
    why, now = "Zolang deze instelling niet te lezen is, start de toepassing niet.", "Verander de omgevingsvariabele die genoemd wordt."
    return [problem("unreadable_setting", message, why, now)]


def unsafe_settings() -> Iterator[Finding]:
    if settings.DEMO:
        yield warning(
            "demo",
            "Dit is een demo: iedereen kan in elke rol stappen.",
            "Echte gegevens horen hier niet.",
            "Voor het echte werk: DJANGO_SETTINGS_MODULE=dekkend.config.settings.production.",
        )
    if settings.DEBUG:
        yield problem("debug", "DEBUG staat aan.", "Foutpagina's laten dan gegevens zien.", "Haal DEKKEND_DEBUG weg.")
    if not settings.DEMO and not settings.DEBUG:
        yield good("settings", "De geheime sleutel, de adressen en de cookies zijn veilig ingesteld.")


def contacts() -> Iterator[Finding]:
    """Who answers? In a demo nobody has to."""
    if settings.DEMO:
        return
    if settings.DEFAULT_FROM_EMAIL.rstrip("> ").endswith("@localhost"):
        yield warning(
            "mail_from",
            "Mail gaat weg met een afzender op localhost.",
            "Veel mailservers weigeren die, en niemand kan antwoorden.",
            "Zet DEKKEND_MAIL_FROM op een adres dat bestaat, bijvoorbeeld Dekkend <dekkend@uw-verband.nl>.",
        )
    missing = {
        "DEKKEND_SECURITY_CONTACT": not settings.SECURITY_CONTACT,
        "DEKKEND_ACCESSIBILITY_CONTACT": not settings.ACCESSIBILITY_CONTACT,
        "DEKKEND_OPEN_DATA_CONTACT_MAIL": settings.OPEN_DATA_CONTACT["email"] == MADE_UP,
    }
    if any(missing.values()):
        yield tip(
            "contacts",
            "Er ontbreekt een adres waar mensen iets kunnen melden.",
            "Wie een lek, een drempel of een fout in de open data vindt, weet niet bij wie dat moet.",
            f"Vul in: {', '.join(name for name, absent in missing.items() if absent)}.",
        )


def mail() -> Iterator[Finding]:
    backend = settings.EMAIL_BACKEND
    if any(f".{kind}." in backend for kind in NEVER_SENDS):
        yield good("mail", "Mail wordt niet verstuurd maar bewaard of getoond.")
        return
    if backend == SMTP and not answers():
        yield warning(
            "mail",
            "De mailserver antwoordt niet.",
            "Uitnodigingen en berichten blijven liggen.",
            "Controleer DEKKEND_MAIL_HOST en of deze machine de mailserver mag bereiken.",
        )
    else:
        yield good("mail", "De mailserver antwoordt.")


def answers() -> bool:
    """The mail server lets us in; nothing is sent."""
    try:
        with get_connection(fail_silently=False, timeout=5):
            return True
    except (OSError, smtplib.SMTPException):
        return False
