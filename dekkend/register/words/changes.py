"""Which differences can an import find, what do they touch, and how does each stand?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dekkend.kernel.labels import Label


class Target(Label):
    """What a difference touches: the mirror of the published lists, or a school that takes part."""

    SITE = "site", "Register"
    SCHOOL = "school", "Onze scholen"
    AREA = "area", "Postcodegebieden"
    BORDER = "border", "Gemeentegrenzen"


class ChangeKind(Label):
    """How the list differs from what was known."""

    NEW = "new", "Nieuw"
    RENAMED = "renamed", "Andere naam"
    MOVED = "moved", "Verhuisd"
    CLOSED = "closed", "Niet meer in de lijst"
    MERGED = "merged", "Waarschijnlijk samengegaan"
    REOPENED = "reopened", "Weer in de lijst"
    KIND = "kind", "Andere soort"
    REGION = "region", "Ander samenwerkingsverband"
    DETAILS = "details", "Andere gegevens"
    PUPILS = "pupils", "Nieuwe leerlingentelling"
    CHILDREN = "children", "Andere aantallen kinderen"
    OUTLINE = "outline", "Andere omtrek"


# In which order a person looks at them: what schools came, went and moved first, what every list brings last.
IN_ORDER = (
    ChangeKind.CLOSED,
    ChangeKind.MERGED,
    ChangeKind.MOVED,
    ChangeKind.NEW,
    ChangeKind.REOPENED,
    ChangeKind.KIND,
    ChangeKind.REGION,
    ChangeKind.RENAMED,
    ChangeKind.DETAILS,
    ChangeKind.CHILDREN,
    ChangeKind.OUTLINE,
    ChangeKind.PUPILS,
)


class Verdict(Label):
    """How a difference stands."""

    OPEN = "open", "Nog te kiezen"
    ACCEPTED = "accepted", "Overgenomen"
    DECLINED = "declined", "Niet overgenomen"
    UNDONE = "undone", "Teruggedraaid"


class ImportState(Label):
    """How far an import is."""

    WAITING = "waiting", "Wacht op de achtergrond"
    READING = "reading", "Wordt gelezen"
    READY = "ready", "Klaar om te bekijken"
    APPLIED = "applied", "Overgenomen"
    UNDONE = "undone", "Teruggedraaid"
    FAILED = "failed", "Niet gelukt"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, with only the fields that differ. `key` is a brin6, a postcode or the name of a municipality.

    `before` is what was known (empty: nothing), `after` what the list says. `why` is a sentence when the conclusion is not certain or has a
    reason worth telling. `held` differences wait for a person: they are not taken over together with the rest.
    """

    target: Target
    kind: ChangeKind
    key: str
    name: str
    region: str = ""
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    why: str = ""
    noticed_on: str = ""
    held: bool = False


class NotUsable(Exception):
    """What was handed in cannot be used; the text is a sentence that says why and what to do."""
