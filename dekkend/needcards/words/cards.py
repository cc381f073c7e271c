"""Which states, kinds and ages does a need card have, and how does it end?"""

from __future__ import annotations

from dekkend.kernel.labels import Label
from dekkend.kernel.sentences import say
from dekkend.organisations.words import Role

SCHOOL = (Role.COORDINATOR, Role.DIRECTOR)  # who asks and who answers; nobody else sees a card

LONGEST_TEXT = 600  # characters of what is needed
LONGEST_REPLY = 300  # characters of an answer
LONGEST_CONTACT = 200
MOST_SCHOOLS = 10  # asked with one card
MOST_CODES = 6  # kinds of support on one card
WORKING_DAYS = 5  # to answer, when the sender chooses no other day
FURTHEST_START = 366  # days from today that help can be asked to begin
LONGEST_WAIT = 42  # days that a sender can leave for answering
FINAL_AFTER = 7  # days after closing in which it can be undone; then the counts go to the region
STALE_DRAFT = 28  # days after which a card that was never sent is thrown away


class Reminder(Label):
    """DUE: tomorrow is the day. LATE: it has passed."""

    DUE = "due", "Morgen verloopt de tijd"
    LATE = "late", "De tijd is voorbij"


class State(Label):
    """How far a card is."""

    DRAFT = "draft", "Concept"
    OPEN = "open", "Wacht op antwoord"
    CLOSED = "closed", "Afgesloten"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    WIPED = "wiped", "Gewist"


class Kind(Label):
    """What can be done with a card, as the button says it. LAPSE and WIPE are done by Dekkend when a term is over."""

    SEND = "send", "Stel de vraag"
    ASK_MORE = "ask_more", "Vraag meer scholen"
    CLOSE = "close", "Sluit de vraag af"
    WITHDRAW = "withdraw", "Trek de vraag in"
    REOPEN = "reopen", "Zet de vraag weer open"
    DISCARD = "discard", "Gooi het concept weg"
    LAPSE = "lapse", "Sluit af omdat niemand dat deed"
    WIPE = "wipe", "Wis de inhoud"


class Happened(Label):
    """What stands in the course of events. What one school did is only seen by that school and by the sender."""

    SENT = "sent", "Gevraagd"
    REPLIED = "replied", "Antwoord gegeven"
    CHANGED = "changed", "Antwoord veranderd"
    ANSWERED = "answered", "Vraag beantwoord"
    CLOSED = "closed", "Afgesloten"
    WITHDRAWN = "withdrawn", "Ingetrokken"
    REOPENED = "reopened", "Weer opengezet"
    LAPSED = "lapsed", "Afgesloten omdat niemand dat deed"


class Asked(Label):
    """What the sender asks for."""

    PLACE = "place", "Een plek op school"
    ADVICE = "advice", "Advies"
    LOAN = "loan", "Een deskundige die kan komen helpen"


class Age(Label):
    """How old the child is, as coarse as can be of use. Never a date of birth."""

    GROUP_1 = "group_1", "Groep 1"
    GROUP_2 = "group_2", "Groep 2"
    GROUP_3 = "group_3", "Groep 3"
    GROUP_4 = "group_4", "Groep 4"
    GROUP_5 = "group_5", "Groep 5"
    GROUP_6 = "group_6", "Groep 6"
    GROUP_7 = "group_7", "Groep 7"
    GROUP_8 = "group_8", "Groep 8"
    YOUNGEST = "4_5", "4 of 5 jaar"
    YOUNG = "6_7", "6 of 7 jaar"
    MIDDLE = "8_9", "8 of 9 jaar"
    OLDEST = "10_12", "10, 11 of 12 jaar"


class Outcome(Label):
    """How it ended, as the sender says. UNTOLD: nobody said so, and Dekkend closed the card."""

    FOUND = "found", "Gevonden bij een gevraagde school"
    ELSEWHERE = "elsewhere", "Ergens anders gevonden"
    NOT_FOUND = "not_found", "Niet gevonden"
    NOT_NEEDED = "not_needed", "Niet meer nodig"
    UNTOLD = "untold", "Niet bekend"


TOLD_OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.UNTOLD)

NEVER_WRITE = (
    say("een naam, ook geen voornaam of initialen"),
    say("een geboortedatum"),
    say("een burgerservicenummer of onderwijsnummer"),
    say("een adres, e-mailadres of telefoonnummer van het kind of de ouders"),
    say("een diagnose of ziekte, als de hulp die nodig is al genoeg zegt"),
)
