"""May a postcode area be named beside what a child needs? In a small one that may tell who it is."""

from __future__ import annotations

from dekkend.kernel.sentences import say

FEWEST_CHILDREN = 100  # of 4 to 11 that live there; with fewer, a need and a place together may tell who it is

NOT_KNOWN = say("Deze postcode kennen wij niet. Controleer de vier cijfers, of laat het leeg.")
NOT_COUNTED = say("Wij weten niet hoeveel kinderen in dit gebied wonen. Laat het leeg, anders kan iemand zien om wie het gaat.")


def area_too_small(children: float | None) -> str:
    """Why an area with so many children of 4 to 11 tells too much; "" when it does not. None: nobody counted them."""
    if children is None:
        return NOT_COUNTED
    if children >= FEWEST_CHILDREN:
        return ""
    return say(
        "In dit gebied wonen minder dan {fewest} kinderen. Laat het leeg, anders kan iemand zien om wie het gaat.", fewest=FEWEST_CHILDREN
    )
