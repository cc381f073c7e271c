"""What does a published list say about one school site, one place and one municipality?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dekkend.kernel.labels import Label
from dekkend.register.words.geography import Ring


class RegisterKind(Label):
    """The kind of primary education as DUO names it."""

    BAO = "BAO", "Basisonderwijs"
    SBO = "SBO", "Speciaal basisonderwijs"
    SO = "SO", "Speciaal onderwijs"
    SO_VSO = "SO/VSO", "Speciaal en voortgezet speciaal onderwijs"
    VSO = "VSO", "Voortgezet speciaal onderwijs"


@dataclass(frozen=True, slots=True)
class Count:
    """How many pupils on which day: between `low` and `high`, both included. A published "<5" or -1 is 1 to 4, never a number.

    `counted_on` None: the list does not say when. `high` equal to `low` is an exact count.
    """

    low: int
    high: int
    counted_on: date | None = None

    @property
    def exact(self) -> int | None:
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """A school site as a list has it. `x` and `y` are metres in the Dutch grid (RD, EPSG:28992), None when nobody says where it lies.

    `point_from` is the postcode (PC6 or PC4) of which `x` and `y` are the middle, when nobody says where in it the school lies: an
    estimate; "" when the point is that of the address. `region` is the code of its partnership ("PO2815"), "" when not known. Other texts
    are "" when the list does not say them.
    """

    brin6: str
    name: str
    kind: str
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""
    municipality: str = ""
    province: str = ""
    denomination: str = ""
    website: str = ""
    board_number: str = ""
    board_name: str = ""
    region: str = ""
    x: float | None = None
    y: float | None = None
    point_from: str = ""
    pupils: Count | None = None


@dataclass(frozen=True, slots=True)
class AreaRecord:
    """A postcode area as the lists together have it. `children` by age group, as pairs of lowest and highest number; empty is not known.

    `source` says whose figures the register holds now, "" for what a list says.
    """

    postcode: str
    name: str = ""
    municipality: str = ""
    region: str = ""
    x: float | None = None
    y: float | None = None
    children: dict[str, tuple[int, int]] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The outlines of one postcode area or municipality (`key`), in metres, drawn by the even-odd rule."""

    key: str
    rings: tuple[Ring, ...]
