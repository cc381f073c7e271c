"""What does an advice ask of the board, and does the board follow it?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.adoption.words.procedure import Answer, Outcome
from dekkend.kernel.sentences import say


def departs(outcome: Outcome | None, answers: Iterable[Answer]) -> bool:
    """Going on with this version after a negative advice, or leaving any remark not wholly followed, is departing (WMS 17)."""
    return outcome is Outcome.NEGATIVE or any(answer in (Answer.PARTLY, Answer.NOT_FOLLOWED) for answer in answers)


def unanswered(answers: Iterable[Answer]) -> int:
    return sum(answer is Answer.OPEN for answer in answers)


def incomplete(outcome: str, text: str, remarks: int) -> str:
    """Why the council cannot hand in this advice yet, as a sentence; empty when it can."""
    if not outcome:
        return say("Kies wat het advies van de MR is.")
    if outcome == Outcome.REMARKS.value and not (remarks or text.strip()):
        return say("U koos voor opmerkingen, maar er staat er nog geen. Schrijf een opmerking, of kies ‘Positief’.")
    if outcome in (Outcome.NEGATIVE.value, Outcome.WAIVED.value) and not text.strip():
        return say("Leg in het advies uit waarom. Dan weet het bestuur wat het kan doen.")
    if outcome == Outcome.POSITIVE.value and remarks:
        return say("U schreef opmerkingen. Kies ‘Positief met opmerkingen’, dan krijgt u op elke opmerking antwoord.")
    return ""
