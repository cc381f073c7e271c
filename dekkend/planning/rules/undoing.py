"""Which changes of a scenario does a later one undo, so that nothing is left of them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dekkend.kernel.sentences import say
from dekkend.planning.words.changes import AddOffer, Change, ChangeHours, CloseSite, EndOffer, Newcomers, Told

CLOSES = say("Later in dit scenario sluit deze school.")
STOPS = say("Later in dit scenario stopt deze hulp.")
COMES_BACK = say("Later in dit scenario krijgt de school deze hulp weer.")


def with_undone(told: Sequence[Told]) -> tuple[Told, ...]:
    """The same changes; one that a later one undoes says so. Only what fits undoes anything."""
    return tuple(
        replace(each, undone=_why([later.change for later in told[at + 1 :] if later.fits], each.change)) if each.fits else each
        for at, each in enumerate(told)
    )


def _why(later: Sequence[Change], change: Change) -> str:
    """Of several the last one: that is how it ends."""
    return next((why for each in reversed(later) if (why := undone_by(each, change))), "")


def undone_by(later: Change, change: Change) -> str:
    """Why nothing is left of this change after the later one; "" when something is."""
    if isinstance(change, Newcomers | CloseSite) or isinstance(later, Newcomers) or later.brin6 != change.brin6:
        return ""
    if isinstance(later, CloseSite):
        return CLOSES
    if later.code != change.code:
        return ""
    if isinstance(later, EndOffer) and isinstance(change, AddOffer | ChangeHours):
        return STOPS
    return COMES_BACK if isinstance(later, AddOffer) and isinstance(change, EndOffer) else ""
