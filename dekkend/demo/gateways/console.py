"""How does the mail of the demo show on the console? One line each: the mails themselves stand on the screen Post."""

from __future__ import annotations

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend as WholeMails

from dekkend.notices.queries import MADE_UP

ELSEWHERE = "een bezoeker"  # what a visitor typed is nobody's business on a console


class EmailBackend(WholeMails):
    """In place of Django's, which prints every mail as it would travel and so pushes the password of the demo out of sight."""

    def write_message(self, message: EmailMessage) -> None:
        self.stream.write(said(message) + "\n")


def said(message: EmailMessage) -> str:
    to = ", ".join(address if address.endswith(MADE_UP) else ELSEWHERE for address in message.to)
    subject = " ".join(str(message.subject).split())
    return f"Mail aan {to}: {subject} (lees ze op /berichten/post/)"
