"""What can a school that was asked answer, and why does it say no?"""

from __future__ import annotations

from dekkend.kernel.labels import Label


class Reply(Label):
    """The answer of one school. NONE is not known, and never counts as no."""

    NONE = "", "Geen antwoord"
    YES = "yes", "Ja"
    YES_IF = "yes_if", "Ja, als"
    NO = "no", "Nee, want"
    QUESTION = "question", "Een vraag terug"


class Reason(Label):
    """Why not. These codes, without any text, are what the region counts."""

    FULL = "full", "De groep of de school is vol"
    NO_EXPERTISE = "no_expertise", "Deze kennis hebben wij niet"
    BUILDING = "building", "Het gebouw is niet geschikt"
    STAFF_ABSENT = "staff_absent", "De collega die dit kan, is er nu niet"
    GROUP = "group", "Het past nu niet bij de groep"
    OTHER = "other", "Iets anders"


GIVEN = tuple(reply for reply in Reply if reply is not Reply.NONE)
NEEDS_TEXT = (Reply.YES_IF, Reply.QUESTION)
