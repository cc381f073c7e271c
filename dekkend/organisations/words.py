"""Which roles, kinds of school and reaches exist?"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from dekkend.kernel.labels import Label


class Kind(Label):
    """The kind of education that a site gives."""

    REGULAR = "regular", "Basisschool"
    SPECIAL_PRIMARY = "special_primary", "School voor speciaal basisonderwijs"
    SPECIAL = "special", "School voor speciaal onderwijs"
    SECONDARY_SPECIAL = "secondary_special", "School voor voortgezet speciaal onderwijs"


# Who teaches children of 4 to 11; and of these where a child needs a toelaatbaarheidsverklaring to be admitted.
FOR_CHILDREN = (Kind.REGULAR, Kind.SPECIAL_PRIMARY, Kind.SPECIAL)
BY_DECLARATION = (Kind.SPECIAL_PRIMARY, Kind.SPECIAL)


@dataclass(frozen=True, slots=True)
class Condition:
    """What to know before a child can go to a school: a sentence, and the legal value it rests on; "" when there is none."""

    sentence: str = ""
    law: str = ""


FREE = Condition()  # there is nothing to know


class Role(Label):
    """What someone is, at a site, a board or a partnership."""

    COORDINATOR = "coordinator", "Intern begeleider"
    DIRECTOR = "director", "Directeur"
    TEACHER = "teacher", "Leerkracht"
    COUNCIL = "council", "Lid van de MR"
    BOARD = "board", "Bestuur"
    ADVISER = "adviser", "Adviseur van het samenwerkingsverband"
    PARTNERSHIP_DIRECTOR = "partnership_director", "Directeur van het samenwerkingsverband"
    ADMINISTRATOR = "administrator", "Beheerder"


class Level(enum.StrEnum):
    """Where a role reaches: one site, all sites of a board, all sites of a partnership."""

    SITE = "site"
    BOARD = "board"
    PARTNERSHIP = "partnership"


LEVEL_OF = {
    Role.COORDINATOR: Level.SITE,
    Role.DIRECTOR: Level.SITE,
    Role.TEACHER: Level.SITE,
    Role.COUNCIL: Level.SITE,
    Role.BOARD: Level.BOARD,
    Role.ADVISER: Level.PARTNERSHIP,
    Role.PARTNERSHIP_DIRECTOR: Level.PARTNERSHIP,
    Role.ADMINISTRATOR: Level.PARTNERSHIP,
}


class Standing(Label):
    """How a role of someone stands today."""

    RUNNING = "running", "Loopt"
    ENDING = "ending", "Loopt af"
    COMING = "coming", "Begint nog"
    EXPIRED = "expired", "Verlopen"
    ENDED = "ended", "Beëindigd"


class Sent(Label):
    """How an invitation stands today."""

    OPEN = "open", "Wacht op antwoord"
    ACCEPTED = "accepted", "Aangenomen"
    REVOKED = "revoked", "Ingetrokken"
    EXPIRED = "expired", "Verlopen"


class Refused(Exception):
    """What was asked cannot be done; the text is a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place where a role can be given. `partnership_ids` are all regions in which it has sites; `board_id` its board, if it has one."""

    level: Level
    place_id: int
    partnership_ids: frozenset[int]
    board_id: int | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """One role at one place. `place_id` is the key of that site, board or partnership; `partnership_id` the region it lies in."""

    role: Role
    place_id: int
    place: str
    partnership_id: int | None = None

    @property
    def level(self) -> Level:
        return LEVEL_OF[self.role]


@dataclass(frozen=True, slots=True)
class Scope:
    """How far one person reaches. `user_id` None is a visitor, who reaches nothing that is not public."""

    user_id: int | None = None
    grants: tuple[Grant, ...] = ()

    def ids(self, level: Level) -> frozenset[int]:
        return frozenset(grant.place_id for grant in self.grants if grant.level is level)

    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)

    def only(self, *roles: Role) -> Scope:
        """The reach by these roles alone: whoever edits at one school and teaches at another edits only at the first."""
        return Scope(self.user_id, tuple(grant for grant in self.grants if grant.role in roles))

    def administers(self) -> frozenset[int]:
        """The partnerships whose administrator this person is."""
        return frozenset(grant.place_id for grant in self.grants if grant.role is Role.ADMINISTRATOR)

    def partnership_ids(self) -> frozenset[int]:
        """The regions this person belongs to, at whatever level."""
        return frozenset(grant.partnership_id for grant in self.grants if grant.partnership_id is not None)


NOBODY = Scope()
