"""What must someone who looks for a child know before it can go to a school of this kind?"""

from __future__ import annotations

from dekkend.kernel.sentences import say
from dekkend.organisations.words import FREE, Condition, Kind

CONDITIONS = {
    Kind.SPECIAL_PRIMARY.value: Condition(
        say("Voor deze school is een toelaatbaarheidsverklaring van het samenwerkingsverband nodig."), "finding.declaration_primary"
    ),
    Kind.SPECIAL.value: Condition(
        say("Voor deze school is meestal een toelaatbaarheidsverklaring van het samenwerkingsverband nodig."), "finding.declaration_special"
    ),
    Kind.SECONDARY_SPECIAL.value: Condition(say("Deze school is alleen voor leerlingen vanaf 12 jaar.")),
}


def condition_of(kind: str) -> Condition:
    """Nothing to know for a school of another kind."""
    return CONDITIONS.get(kind, FREE)
