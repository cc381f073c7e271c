"""How do figures about one to four children stay hidden, whatever is added up or subtracted?

Every figure about children is a sum over areas. So it is enough to see to it that no area weighs 1 to 4 in any sum: areas with so few are
taken together with others like them in the same municipality until nothing follows for any of them, and the whole counts at the middle
one. No figure depends on how the children are spread over such a group, so no sum or difference of figures can tell it; and every figure
is a sum of whole weights that are 0 or at least FEWEST, so none of them is about fewer. What cannot be taken together counts nowhere.

"Nothing follows": whoever knows that an area is small knows that it has 1 to 4 children. Two areas with 8 together have 4 each, five with 5
have 1 each. So a group is only closed when each of its areas can still have any number from 1 to 4, whatever the others have.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dekkend.coverage.words.coverage import Flags, Ints
from dekkend.register.rules.children import FEWEST, is_small, whole
from dekkend.register.words import Area

__all__ = ["FEWEST", "groups", "left_out", "tells_nothing", "weights"]


def weights(areas: Sequence[Area]) -> tuple[Ints, Flags]:
    """The children that each area weighs in every sum, 0 or at least FEWEST; and which areas are small, whose own number is not shown."""
    small = np.array([is_small(area.children) for area in areas], dtype=bool)
    weight = np.array([0 if hidden else whole(area.children) for area, hidden in zip(areas, small, strict=True)], dtype=np.int64)
    for members in groups(areas):
        weight[members[len(members) // 2]] = whole(sum(areas[at].children or 0 for at in members))
    return weight, small


def tells_nothing(together: int, count: int) -> bool:
    """So many children `together` in `count` small areas leave every number from 1 to 4 possible for each of them."""
    most = FEWEST - 1
    return count - 1 + most <= together <= (count - 1) * most + 1


def groups(areas: Sequence[Area]) -> list[list[int]]:
    """The rows of small areas that count together: neighbours by postcode within a municipality. Those left over join the last group, if
    that still tells nothing."""
    found: list[list[int]] = []
    for members in _small_by_municipality(areas).values():
        here: list[list[int]] = []
        waiting: list[int] = []
        for at in members:
            waiting.append(at)
            if _safe(areas, waiting):
                here.append(waiting)
                waiting = []
        if here and _safe(areas, here[-1] + waiting):
            here[-1].extend(waiting)
        found.extend(here)
    return found


def _safe(areas: Sequence[Area], members: Sequence[int]) -> bool:
    return tells_nothing(whole(sum(areas[each].children or 0 for each in members)), len(members))


def left_out(areas: Sequence[Area]) -> int:
    """How many small areas count nowhere, because there are too few like them in their municipality."""
    return sum(is_small(area.children) for area in areas) - sum(len(members) for members in groups(areas))


def _small_by_municipality(areas: Sequence[Area]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at in sorted(range(len(areas)), key=lambda row: areas[row].postcode):
        if is_small(areas[at].children):
            found.setdefault(areas[at].municipality, []).append(at)
    return found
