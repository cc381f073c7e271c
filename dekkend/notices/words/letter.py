"""What is one kind of mail made of?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Letter:
    """One kind of mail. `trigger` says in Dutch when it goes out. {name} and {link} are always there; `example` fills in the rest with
    made-up values. `works`: the link gives entry by itself, for so long; the text is wiped once it is sent, and when that time is over.
    `kept`: how long we remember that it went. `anonymous`: no screen shows to whom, and the address is wiped once it went."""

    trigger: str
    subject: str
    text: str
    example: Mapping[str, str]
    works: timedelta | None = None
    kept: timedelta = timedelta(days=90)
    anonymous: bool = False

    @property
    def secret(self) -> bool:
        return self.works is not None


def changed(what: str, *, trigger: str, subject: str) -> Letter:
    """The mails about a change of how someone signs in differ in one sentence; whoever gets one may not be who did it."""
    return Letter(
        trigger=trigger,
        subject=subject,
        text=f"""{what} Dat gebeurde op {{moment}}.

Was u dit zelf, dan hoeft u niets te doen. Was u dit niet? Kies dan meteen een nieuw wachtwoord, en log bij 'Waar u bent ingelogd' alle \
andere apparaten uit. Vertel het ook de beheerder van uw samenwerkingsverband.
{{link}}""",
        example={"moment": "2 maart 2026 om 10.30 uur"},
    )


def about_offer(what: str, *, trigger: str, subject: str, **more: str) -> Letter:
    """The mails of the yearly procedure differ in what happened; `more` are examples of what else they name, such as a day."""
    example = {"school": "De Vuursprot", "year": "2026-2027", **more}
    return Letter(trigger, subject, f"{what}\n\nHet gaat om {{school}}, schooljaar {{year}}:\n{{link}}", example)


def about_card(what: str, *, trigger: str, subject: str, **more: str) -> Letter:
    """The mails about questions between schools differ in what happened. They hold nothing of the question: it is about a child."""
    text = f"{what}\n\nHet gaat om {{school}}. Wat er staat, leest u na het inloggen:\n{{link}}"
    return Letter(trigger, subject, text, {"school": "De Vuursprot", **more})
