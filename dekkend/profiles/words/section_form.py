"""What stands on the screen where one part of the form is filled in?"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from dekkend.profiles.words.editing import Clash
from dekkend.profiles.words.findings import Finding
from dekkend.profiles.words.hours import Hours
from dekkend.profiles.words.school_page import Proof
from dekkend.profiles.words.template import Block, BlockKind


class Shape(enum.StrEnum):
    """How a value is typed; all but AREA are one line, and the value is the type of the input."""

    LINE = "text"
    EMAIL = "email"
    PHONE = "tel"
    WEB = "url"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Cell:
    """One input. `name` is its name in the form; `value` what stands in it, as people write it; `help` how it can be written."""

    name: str
    label: str
    value: str = ""
    shape: Shape = Shape.LINE
    help: str = ""
    most: int = 1000


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that can be made; `chosen` says that it was."""

    code: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A record, or a row of the school's own: then with `options`. `likely` names the kind of support that it may mean."""

    cells: tuple[Cell, ...]
    options: tuple[Option, ...] = ()
    likely: str = ""


@dataclass(frozen=True, slots=True)
class Last:
    """What was answered the year before. `same` when the draft says so too; `filled` when there is something to take over: what is about
    one year only, such as who signed, is not."""

    year: str
    said: str
    filled: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding beside a field, and by whom and why it was left as it is, when it was."""

    finding: Finding
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class FormItem:
    """One item with everything that stands beside it. `was` tells whether a posted value differs from the one that was shown.

    `open` says that last year's answer still has to be confirmed; `since` and `confirmed_on` say how it stands. `blank` is an empty
    row for the lists that grow; `refused` and `clash` say why what was typed is not stored yet.
    """

    path: str
    kind: BlockKind
    label: str
    was: str
    base: int
    filled: bool = False
    cells: tuple[Cell, ...] = ()
    options: tuple[Option, ...] = ()
    rows: tuple[FormRow, ...] = ()
    blank: FormRow | None = None
    picture: str = ""
    last: Last | None = None
    open: bool = False
    since: str = ""
    confirmed_on: str = ""
    remarks: tuple[Remark, ...] = ()
    hours: Hours | None = None
    score: float | None = None
    proof: Proof | None = None
    listed: bool = False
    refused: str = ""
    clash: Clash | None = None
    yours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class FormBlock:
    """One question of the form with its items; `own` are the rows that the school added, `remarks` are about the whole."""

    block: Block
    items: tuple[FormItem, ...]
    own: FormItem | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What is filled in on one screen: a section, or one block of a section that holds several tables."""

    id: str
    title: str
    number: str
    section: str
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class PartState:
    """How far a part is: items that are filled in, all there are, those that still have to be confirmed, and who else is writing there."""

    part: Part
    filled: int
    total: int
    open: int
    names: str = ""

    @property
    def done(self) -> bool:
        return self.filled == self.total and not self.open

    @property
    def begun(self) -> bool:
        return self.filled > 0
