"""Which notices exist, in which state is a mail, and to whom does it go?"""

from __future__ import annotations

from dataclasses import dataclass

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
    OFFER_CONFIRM = "offers.confirm", "Klopt het aanbod nog?"
    OFFER_REMINDER = "offers.confirm_reminder", "Herinnering: klopt het aanbod nog?"
    WORDING_JUDGED = "profiles.wording_judged", "Oordeel over een eigen tekst"
    QUESTION_ASKED = "profiles.question_asked", "Vraag aan de school"
    QUESTION_ANSWERED = "profiles.question_answered", "Antwoord van de school"
    OFFER_AWAITED = "adoption.offer_awaited", "Het aanbod wordt verwacht"
    ADVICE_ASKED = "adoption.advice_asked", "Advies gevraagd aan de MR"
    ADVICE_DUE = "adoption.advice_due", "Termijn voor het advies loopt af"
    ADVICE_LATE = "adoption.advice_late", "Termijn voor het advies is voorbij"
    ADVICE_GIVEN = "adoption.advice_given", "Advies van de MR ontvangen"
    BOARD_REACTED = "adoption.board_reacted", "Reactie van het bestuur"
    DECISION_DUE = "adoption.decision_due", "Het bestuur is aan zet"
    OFFER_ADOPTED = "adoption.adopted", "Aanbod vastgesteld"
    OFFER_RETURNED = "adoption.returned", "Aanbod teruggestuurd"
    OFFER_DELIVERED = "adoption.delivered", "Aanbod naar het samenwerkingsverband"
    CARD_ASKED = "needcards.asked", "Vraag van een andere school"
    CARD_DUE = "needcards.due", "Morgen verloopt de tijd om te antwoorden"
    CARD_LATE = "needcards.late", "De tijd om te antwoorden is voorbij"
    CARD_REPLIED = "needcards.replied", "Een school antwoordde op uw rondvraag"
    CARD_ANSWERED = "needcards.answered", "Antwoord op uw vraag terug"
    CARD_OVER = "needcards.over", "Een rondvraag is afgesloten"
    CARD_REOPENED = "needcards.reopened", "Een rondvraag staat weer open"
    CARD_TO_CLOSE = "needcards.to_close", "Uw rondvraag kan worden afgesloten"
    SIGNAL_RECEIVED = "signals.received", "Melding: dit klopt niet"
    SIGNAL_WAITING = "signals.waiting", "Herinnering aan een melding"
    SIGNAL_TO_BOARD = "signals.to_board", "Melding zonder antwoord"
    SIGNAL_ANSWERED = "signals.answered", "Antwoord op een melding"
    PASSWORD_CHANGED = "accounts.password_changed", "Wachtwoord veranderd"
    NEW_SIGN_IN = "accounts.new_sign_in", "Ingelogd op een nieuw apparaat"
    PASSWORD_RESET = "accounts.password_reset", "Wachtwoord vergeten"
    UNKNOWN_ACCOUNT = "accounts.unknown_account", "Wachtwoord vergeten, zonder account"
    APP_ON = "accounts.app_on", "App met codes aangezet"
    APP_OFF = "accounts.app_off", "App met codes uitgezet"
    CODES_MADE = "accounts.codes_made", "Nieuwe herstelcodes"
    PASSKEY_MADE = "accounts.passkey_made", "Passkey gemaakt"
    PASSKEY_REMOVED = "accounts.passkey_removed", "Passkey weggehaald"
    SCHOOL_COUPLED = "accounts.school_coupled", "Schoolaccount gekoppeld"
    SCHOOL_UNCOUPLED = "accounts.school_uncoupled", "Schoolaccount ontkoppeld"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to tell. `user_id` is None for someone who has no account yet."""

    address: str
    name: str = ""
    user_id: int | None = None
