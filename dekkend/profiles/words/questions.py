"""In which state is a question of the region to a school?"""

from __future__ import annotations

from dekkend.kernel.labels import Label

MOST_LETTERS = 4000


class QuestionState(Label):
    OPEN = "open", "Wacht op antwoord"
    ANSWERED = "answered", "Beantwoord"
    CLOSED = "closed", "Afgesloten"
