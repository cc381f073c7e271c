"""How is it said what a change of a list means for pupils?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dekkend.kernel.sentences import say
from dekkend.profiles.words.changes import Kind, Weight


@dataclass(frozen=True, slots=True)
class ListEffect:
    """What is said when a line of this list came, went or was rewritten, and how much that matters."""

    said: Mapping[Kind, str]
    weight: Mapping[Kind, Weight]


EXTRA_OFFERS = ListEffect(
    {
        Kind.ADDED: say("Er is extra aanbod bij gekomen."),
        Kind.REMOVED: say("Dit extra aanbod staat er niet meer in."),
        Kind.CHANGED: say("Dit extra aanbod is anders opgeschreven. Lees beide teksten."),
    },
    {Kind.ADDED: Weight.GAINED, Kind.REMOVED: Weight.LOST, Kind.CHANGED: Weight.PUPILS},
)
LIMITS = ListEffect(
    {
        Kind.ADDED: say(
            "Er is een grens bij gekomen. Een grens is geen weigering: meldt u schriftelijk aan, dan onderzoekt de school het altijd."
        ),
        Kind.REMOVED: say("Deze grens is vervallen."),
        Kind.CHANGED: say("Deze grens is anders opgeschreven. Lees beide teksten."),
    },
    {Kind.ADDED: Weight.LOST, Kind.REMOVED: Weight.GAINED, Kind.CHANGED: Weight.PUPILS},
)
LISTS: Mapping[str, ListEffect] = {"extra_offers": EXTRA_OFFERS, "limits": LIMITS}  # by block, in every region's form
