"""Which words do figures about a region need: how it is counted, what was found, and what every school must have?"""

from dekkend.coverage.words.coverage import BARE, COVERED, NOWHERE, POSSIBLE, SIGNS, Counts, Coverage, Ground, Marks
from dekkend.coverage.words.figures import (
    Alone,
    Behind,
    Capacity,
    Costs,
    Evidence,
    Figure,
    Near,
    OnePerson,
    Peer,
    Rate,
    TrendPoint,
    WhiteSpot,
)
from dekkend.coverage.words.question import Question
from dekkend.coverage.words.settings import RADII, USUAL, Changed, Kind, Per, Refused, Schools, Settings

__all__ = [
    "BARE",
    "COVERED",
    "NOWHERE",
    "POSSIBLE",
    "RADII",
    "SIGNS",
    "USUAL",
    "Alone",
    "Behind",
    "Capacity",
    "Changed",
    "Costs",
    "Counts",
    "Coverage",
    "Evidence",
    "Figure",
    "Ground",
    "Kind",
    "Marks",
    "Near",
    "OnePerson",
    "Peer",
    "Per",
    "Question",
    "Rate",
    "Refused",
    "Schools",
    "Settings",
    "TrendPoint",
    "WhiteSpot",
]
