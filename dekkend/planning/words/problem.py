"""What does the solver need to know about a region, and what does it answer?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dekkend.kernel.sentences import say

Ints = NDArray[np.int64]


MOST_PAIRS = 1_000_000  # of an offer and a point that it reaches: about half a gigabyte


class TooLarge(Exception):
    """More pairs than a plan may have; the text is a sentence for the person who asked."""


def refuse_too_many(pairs: int) -> None:
    """Raises TooLarge."""
    if pairs > MOST_PAIRS:
        raise TooLarge(say("Deze vraag is te groot om uit te rekenen. Kies minder soorten hulp, of een kleinere afstand."))


@dataclass(frozen=True, eq=False)
class Problem:
    """Offers that could be added, and the points that each of them would reach. What is covered already is not in it.

    `weight` has a whole number for each point (children who need it), `cost` one of at least 1 for each offer (whole cents, or 1 when
    offers are counted). `points[starts[at]:starts[at + 1]]` are the points that offer `at` reaches, ascending, none twice; `starts` has
    one more than there are offers. Offers of several kinds stand in one problem: their points are places by kind.
    """

    weight: Ints
    cost: Ints
    starts: Ints
    points: Ints

    @property
    def offers(self) -> int:
        return len(self.cost)

    def reached_by(self, offer: int) -> Ints:
        return self.points[self.starts[offer] : self.starts[offer + 1]]

    def value(self, offers: Sequence[int]) -> int:
        """The weight that these offers reach together; a point that two of them reach counts once."""
        covered = np.zeros(len(self.weight), dtype=bool)
        for offer in offers:
            covered[self.reached_by(offer)] = True
        return int(self.weight[covered].sum())


@dataclass(frozen=True, slots=True)
class Answer:
    """The best offers that were found, rows of the problem, the one that adds most first.

    `bound`: it is proven that no choice within the same limits reaches more (most) or costs less (least). `proven` when what was found
    is as good as that. `seconds` is how long it took, `steps` how many times the search had to branch.
    """

    offers: tuple[int, ...]
    value: int
    cost: int
    bound: int
    proven: bool
    seconds: float = 0.0
    steps: int = 0
