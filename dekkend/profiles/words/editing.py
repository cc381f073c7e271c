"""What can happen to a draft, and what does saving one field answer?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dekkend.kernel.labels import Label

PRESENT_FOR = 30  # seconds after a sign of life that someone still counts as being there
MOMENT = 15  # minutes of one person in one section that are shown as one moment
MOST_TYPED_LINE = 500  # characters of a single value or a note that someone types; what was read in a document may be longer
MOST_TYPED_LABEL = 200  # of the name of a row that a school adds
MOST_TYPED_TEXT = 20_000  # of a text with paragraphs
RESTORABLE_FOR = 31  # days back that a draft can be put


class ChangeKind(Label):
    """Why a line stands in the journal of a draft."""

    TYPED = "typed", "getypt"
    MERGED = "merged", "samengevoegd"
    CONFIRMED = "confirmed", "bevestigd"
    REOPENED = "reopened", "opnieuw te bevestigen"
    UNDONE = "undone", "ongedaan gemaakt"
    REDONE = "redone", "opnieuw gedaan"
    RESTORED = "restored", "teruggezet"
    IMPORTED = "imported", "ingelezen"
    COPIED = "copied", "overgenomen van vorig jaar"
    FROZEN = "frozen", "vastgelegd"


@dataclass(frozen=True, slots=True)
class Saved:
    """The value stands. `value` is what was stored, after cleaning; `revision` is the base for the next save of this path."""

    path: str
    value: Any
    revision: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Merged:
    """Someone changed the same text meanwhile; both changes stand in `value`. `with_name` is who the other was."""

    path: str
    value: Any
    revision: int
    at: datetime
    with_name: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Nothing was stored: someone gave another answer meanwhile. To keep one's own, save again with `base=revision`."""

    path: str
    yours: Any
    theirs: Any
    revision: int
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One line of the journal as a list of moments needs it."""

    number: int
    path: str
    batch: UUID
    kind: ChangeKind
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EditMoment:
    """What one person did in one section within a quarter of an hour. Putting back `number` gives the draft as it was right after it,
    `before` as it was just before. `section` is its id, empty when the change touched several."""

    before: int
    number: int
    at: datetime
    by_name: str
    kind: ChangeKind
    section: str
    title: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Someone else who has this draft open now."""

    user_id: int
    name: str
    section: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again: these paths. `left` are paths that another changed since; they stand as they were."""

    revision: int
    paths: tuple[str, ...]
    left: tuple[str, ...]


class EditRefused(Exception):
    """This cannot be stored. `message` is a Dutch sentence: what, why, what now; `path` is where."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path


class NeverKept(EditRefused):
    """This may not be kept anywhere, on the device of the person neither."""
