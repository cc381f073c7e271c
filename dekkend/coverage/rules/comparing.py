"""Which regions are of about the same size, and what are they called when nobody has to know which they are?"""

from __future__ import annotations

from collections.abc import Iterable

from dekkend.coverage.rules.figures import of_region, together
from dekkend.coverage.words.coverage import Coverage
from dekkend.coverage.words.figures import Peer
from dekkend.kernel.sentences import say

SAME_SIZE = 0.2  # a region is of the same size when it has at most this share of children more or less


def same_size(children: int, other: int) -> bool:
    return bool(children) and abs(other - children) <= SAME_SIZE * children


def children_in(coverage: Coverage) -> int:
    return int(coverage.ground.children.sum())


def peers(mine: Coverage, others: Iterable[Coverage]) -> tuple[Peer, ...]:
    """The other regions of about the same size, best covered first, without their names. All are counted in the same way."""
    alike = [other for other in others if other.region != mine.region and same_size(children_in(mine), children_in(other))]
    ordered = sorted(alike, key=lambda other: (-(together(of_region(other)).low or 0), other.region))
    return tuple(_peer(other, letter) for letter, other in zip(_letters(), ordered, strict=False))


def _letters() -> Iterable[str]:
    return (f"{first}{second}".strip() for first in (" ", *"ABC") for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _peer(coverage: Coverage, letter: str) -> Peer:
    inside = coverage.ground.inside
    answered = sum(row < inside for row in coverage.answered)
    return Peer(
        name=say("Regio {letter}", letter=letter),
        children=round(children_in(coverage), -3),
        shares=tuple((figure.low, figure.high) for figure in of_region(coverage)),
        answered_share=answered / inside if inside else 0.0,
    )
