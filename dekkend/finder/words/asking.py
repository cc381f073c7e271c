"""What did someone ask, as their own browser keeps it for a while?"""

from __future__ import annotations

from dataclasses import dataclass

REACHES = (2, 5, 10, 20)  # kilometres along the road
USUAL_REACH = 5
LONGEST_NEED = 300  # characters
MOST_NEEDS = 8
MOST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """`text` as it was typed. `chosen` are groups of codes of which any answers: from the list, or picked when we asked what was meant.

    `decided`: the person picked, so the text is shown but not searched on again. `reach` None is any distance.
    """

    text: str = ""
    place: str = ""
    chosen: tuple[tuple[str, ...], ...] = ()
    decided: bool = False
    reach: int | None = USUAL_REACH


class Refused(Exception):
    """What was asked cannot be done; the text is a sentence for the person who asked."""


class MayBeName(Exception):
    """Nobody can tell whether this word is someone's name but the person who teaches it; the text is the question."""
