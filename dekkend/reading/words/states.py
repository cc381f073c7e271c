"""In which states can a handed-in document be, and how can a reviewer have answered?"""

from dekkend.kernel.labels import Label


class State(Label):
    WAITING = "waiting", "Wacht op lezen"
    READING = "reading", "Wordt gelezen"
    READ = "read", "Gelezen"
    REFUSED = "refused", "Niet gelezen"
    QUARANTINED = "quarantined", "Apart gezet"
    ACCEPTED = "accepted", "Overgenomen"


UNFINISHED = (State.WAITING, State.READING)
# A file in one of these states is not read a second time when it is handed in again.
KNOWN = (State.WAITING, State.READING, State.READ, State.ACCEPTED)


class Answer(Label):
    CONFIRMED = "confirmed", "Klopt"
    CORRECTED = "corrected", "Verbeterd"
    LEFT_EMPTY = "left_empty", "Leeg gelaten"
    REMEMBERED = "remembered", "Onthouden antwoord"
