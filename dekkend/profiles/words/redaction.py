"""What is not shown of a frozen version outside the school, and why?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.kernel.sentences import say

LEFT_OUT = "[weggelaten]"  # stands where words were
NAME_OF_PERSON = say("Naam van een persoon: voor iedereen volstaat de functie.")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`quote` is the piece that is left out of the value at `path`; "" is the whole value."""

    path: str
    reason: str
    quote: str = ""
