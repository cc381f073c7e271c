"""Which of a row's boxes is ticked? Boxes in a row tell the column by their order, whatever happened to the blanks."""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.kernel.sentences import say
from dekkend.reading.rules.marks import BOX_OFF, BOX_ON
from dekkend.reading.words.result import Certainty

Ticked = tuple[str | None, Certainty, str]


def boxes_in(texts: Sequence[str]) -> list[bool]:
    """Every box that stands alone, in order: True when ticked."""
    words = [word for text in texts for word in text.replace("\u00a0", " ").split()]
    return [word in BOX_ON for word in words if word in BOX_ON or word in BOX_OFF]


def ticked(texts: Sequence[str], order: Sequence[str]) -> Ticked | None:
    """(choice, certainty, why) of a row with one box for each column; None when the row has no such boxes.

    `texts[0]` is the line on which the label ends. Words before a box on a later line are another row's, and end this one.
    """
    boxes: list[bool] = []
    lines = between = 0
    for at, text in enumerate(texts):
        here = boxes_in([text])
        if not here:
            between += bool(at and text.strip())
            continue
        if at and any(char.isalpha() for char in text[: _first_box(text)]):
            break
        boxes += here
        lines += 1
        if len(boxes) >= len(order):
            break
    if len(boxes) != len(order) or len(order) < 2:
        return None
    if sum(boxes) > 1:
        return None, Certainty.UNSURE, say("er is meer dan één vakje aangekruist")
    choice = order[boxes.index(True)] if any(boxes) else None
    if lines > 1 or between:
        return choice, Certainty.LIKELY, say("de vakjes staan niet op de regel van de rij zelf")
    return choice, Certainty.CERTAIN, ""


def _first_box(text: str) -> int:
    return next(at for at, char in enumerate(text) if char in BOX_ON or char in BOX_OFF)


def without_boxes(text: str) -> str:
    """The words of a line that are no boxes."""
    return " ".join(word for word in text.replace("\u00a0", " ").split() if word not in BOX_ON and word not in BOX_OFF)
