"""Which notices exist, when is each sent, and what does it say?

A subject names no person, school or file: it is read on locked screens and kept by mail servers. A text holds only what is needed to
know what to do; the rest is behind the link, where we ask who is reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dekkend.kernel.labels import Label


class State(Label):
    WAITING = "waiting", "Wacht"
    SENDING = "sending", "Wordt verstuurd"
    SENT = "sent", "Verstuurd"
    FAILED = "failed", "Niet verstuurd"
    UNCLEAR = "unclear", "Niet zeker of het verstuurd is"


STUCK = (State.FAILED, State.UNCLEAR)


class Notice(Label):
    INVITATION = "organisations.invitation", "Uitnodiging"
    BATCH_READ = "reading.batch_read", "Documenten gelezen"
    BATCH_REFUSED = "reading.batch_refused", "Documenten niet gelezen"
    DOCUMENT_HELD_APART = "reading.held_apart", "Document apart gezet"
    PASSWORD_CHANGED = "accounts.password_changed", "Wachtwoord veranderd"
    NEW_SIGN_IN = "accounts.new_sign_in", "Ingelogd op een nieuw apparaat"


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of mail. `trigger` says in Dutch when it goes out. {name} and {link} are always there; `example` fills in the rest with
    made-up values. `secret`: the link gives entry by itself, so the text is wiped once it is sent."""

    trigger: str
    subject: str
    text: str
    example: Mapping[str, str]
    secret: bool = False


@dataclass(frozen=True, slots=True)
class DirectLetter:
    """One kind of mail that a library sends by itself, past the outbox. `template` is the start of the names of its two templates
    (`..._subject.txt` and `..._message.txt`); `example` holds made-up values for them. `secret`: there is a link in it that gives entry.
    """

    template: str
    label: str
    trigger: str
    example: Mapping[str, Any]
    secret: bool = False

    @property
    def code(self) -> str:
        """The name in an address: `account.password_reset_key`."""
        return self.template.replace("/email/", ".")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to tell. `user_id` is None for someone who has no account yet."""

    address: str
    name: str = ""
    user_id: int | None = None


LETTERS: Mapping[Notice, Letter] = {
    Notice.INVITATION: Letter(
        trigger="Iemand geeft een ander een rol die nog geen account heeft.",
        subject="Uitnodiging voor Dekkend",
        text="""{inviter} nodigt u uit voor Dekkend. Daar werkt u mee aan het ondersteuningsaanbod van scholen.

Uw rol: {role}, {place}.

Open deze link om een account te maken. De link werkt één keer, tot en met {until}.
{link}

Kent u {inviter} niet, of verwacht u dit niet? Doe dan niets. Zonder de link gebeurt er niets.""",
        example={"inviter": "Yara Nijborg", "role": "Intern begeleider", "place": "De Vuurtoren", "until": "16 maart 2026"},
        secret=True,
    ),
    Notice.BATCH_READ: Letter(
        trigger="Alle documenten van een stapel zijn klaar, en ten minste één is gelezen.",
        subject="Uw documenten zijn gelezen",
        text="""Wij hebben gelezen wat u inleverde: {count}. Bij elk document vragen wij u alleen wat niet zeker is.

Kijk de documenten na:
{link}""",
        example={"count": "12 documenten"},
    ),
    Notice.BATCH_REFUSED: Letter(
        trigger="Alle documenten van een stapel zijn klaar, en ten minste één kon niet worden gelezen.",
        subject="Wij konden niet alles lezen wat u inleverde",
        text="""Dit konden wij niet lezen: {count}. Bij elk bestand staat waarom, en wat u kunt doen.

Bekijk de bestanden:
{link}""",
        example={"count": "1 document"},
    ),
    Notice.DOCUMENT_HELD_APART: Letter(
        trigger="In een document staat een nummer dat een burgerservicenummer of onderwijsnummer kan zijn.",
        subject="Een document is apart gezet",
        text="""In een document dat u inleverde staat een nummer dat wij niet mogen bewaren. Wij hebben er niets uit bewaard.

Bekijk waar het nummer staat. Haal het weg en lever het document opnieuw in. Doet u niets, dan verwijderen wij het bestand na een dag.
{link}""",
        example={},
    ),
    Notice.PASSWORD_CHANGED: Letter(
        trigger="Iemand kiest een nieuw wachtwoord.",
        subject="Uw wachtwoord is veranderd",
        text="""Het wachtwoord van uw account is veranderd op {moment}.

Hebt u dat niet zelf gedaan? Bel dan nu de beheerder van uw samenwerkingsverband. In uw account ziet u wat er is gebeurd:
{link}""",
        example={"moment": "2 maart 2026 om 10.30 uur"},
    ),
    Notice.NEW_SIGN_IN: Letter(
        trigger="Iemand logt in met een browser die wij nog niet kennen.",
        subject="Er is ingelogd op een nieuw apparaat",
        text="""Met uw account is ingelogd op {moment}, in een browser die wij nog niet kenden.

Was u dat? Dan hoeft u niets te doen. Was u het niet? Kies dan meteen een nieuw wachtwoord:
{link}""",
        example={"moment": "2 maart 2026 om 10.30 uur"},
    ),
}
