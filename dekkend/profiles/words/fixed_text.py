"""What is there to say about the text that all schools of a region share, and about a school that writes it otherwise?"""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.kernel.labels import Label

MOST_LETTERS = 20_000


class Verdict(Label):
    """What the region thinks of a school's own wording."""

    OPEN = "open", "Nog te beoordelen"
    ACCEPTED = "accepted", "Goedgevonden"
    REFUSED = "refused", "Niet goedgevonden"


@dataclass(frozen=True, slots=True)
class SharedText:
    """The fixed text of one section as one school shows it. `own`: the school's own wording, which the region accepted; `asked`: its
    own wording that the region did not judge yet."""

    section: str
    title: str
    text: str
    own: bool = False
    asked: bool = False
