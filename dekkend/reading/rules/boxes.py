"""Which of a row's boxes is ticked? Boxes in a row tell the column by their order, whatever happened to the blanks."""

from __future__ import annotations

from collections.abc import Sequence

from dekkend.reading.rules.marks import BOX_OFF, BOX_ON
from dekkend.reading.words.result import Certainty

Ticked = tuple[str | None, Certainty, str]


def boxes_in(texts: Sequence[str]) -> list[bool]:
    """Every box that stands alone, in order: True when ticked."""
    words = [word for text in texts for word in text.replace("\u00a0", " ").split()]
    return [word in BOX_ON for word in words if word in BOX_ON or word in BOX_OFF]


def ticked(texts: Sequence[str], order: Sequence[str]) -> Ticked | None:
    """(choice, certainty, why) of a row with one box for each column; None when the row has no such boxes."""
    boxes = boxes_in(texts)
    if len(boxes) != len(order) or len(order) < 2:
        return None
    if sum(boxes) > 1:
        return None, Certainty.UNSURE, "er is meer dan één vakje aangekruist"
    if not any(boxes):
        return None, Certainty.CERTAIN, ""
    return order[boxes.index(True)], Certainty.CERTAIN, ""


def without_boxes(text: str) -> str:
    """The words of a line that are no boxes."""
    return " ".join(word for word in text.replace("\u00a0", " ").split() if word not in BOX_ON and word not in BOX_OFF)
