"""What can each school do for what someone looks for, and what stands behind it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dekkend.kernel.labels import Label
from dekkend.offers.words import PlainOffer
from dekkend.organisations.words import FREE, Condition
from dekkend.register.words import Area, Point, SiteOnMap

DETOUR = 1.25  # the road over the straight line, where a region chose nothing else; the same as coverage uses by default
# How a site stands on one kind of support, as a number in an array. The order matters: the highest of several counts.
UNKNOWN, NO, PAUSED, YES = 0, 1, 2, 3


class Outcome(Label):
    """Of one school for everything that was asked, in the order in which they are shown."""

    FITS = "fits", "Kunnen helpen"
    PARTLY = "partly", "Kunnen voor een deel helpen"
    PAUSED = "paused", "Kunnen het nu niet"
    UNKNOWN = "unknown", "Niet bekend"
    NOT_ALL = "not_all", "Hebben een deel niet"
    HAS_NOT = "has_not", "Hebben dit niet"


class Order(Label):
    """How results are sorted within each outcome."""

    DISTANCE = "afstand", "Dichtbij eerst"
    NAME = "naam", "Op naam"
    FRESH = "bevestigd", "Laatst bevestigd eerst"


@dataclass(frozen=True, slots=True)
class Reason:
    """What a school says about one kind of support. `different` says how it stands today when that is not as the profile says."""

    choice: str
    label: str
    text: str
    year: str
    confirmed_on: date | None
    different: str
    note: str


@dataclass(frozen=True, slots=True)
class Contact:
    """How a parent reaches the school: what its public profile and the register say, "" when they do not."""

    phone: str = ""
    email: str = ""
    website: str = ""
    denomination: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """The areas that have an outline, as arrays: the middle of each (metres, RD), its name, and its outlines as points x 2."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    names: tuple[str, ...]
    rings: tuple[tuple[NDArray[np.float64], ...], ...]


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place by its name, with the municipality behind it where another place has the same name, and the middle of where people live."""

    label: str
    point: Point
    region: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that is searched, as arrays over sites. `x`, `y` are metres (RD), nan when nobody knows where a site lies.

    `states` is sites x codes with UNKNOWN to YES; `reasons` per site what stands behind it, by the column of the code (see
    `rules.indexing.reason_behind`). `years` is the school year of each public profile, "" without one. `fresh` is the day of the last
    confirmation as an ordinal, 0 for never. `regions` are the names of the regions that take part.
    `places` are by name all that may be meant with it. `not_asked` are per site the kinds that the form of its profile does not ask.
    """

    codes: tuple[str, ...]
    sites: tuple[SiteOnMap, ...]
    contacts: tuple[Contact, ...]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    states: NDArray[np.int8]
    reasons: tuple[Mapping[int, Reason | PlainOffer], ...]
    years: tuple[str, ...]
    fresh: NDArray[np.int32]
    kinds: NDArray[np.str_]
    denominations: NDArray[np.str_]
    names: NDArray[np.int32]
    areas: Mapping[str, Area]
    places: Mapping[str, tuple[NamedPlace, ...]]
    ground: Ground
    fingerprint: str = ""
    regions: tuple[str, ...] = ()
    not_asked: tuple[frozenset[str], ...] = ()

    def column(self, code: str) -> int:
        return self.codes.index(code)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where someone looks from. `rough`: only the middle of a larger area is known. `area` names the PC4, "" for a place by name.

    `region` is the code of the partnership that it lies in, "" when nobody knows.
    """

    label: str
    point: Point
    rough: bool = False
    area: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """Any of these kinds of support answers it. `typed` are the person's own words, "" when it was chosen from the list; `also` others
    that mean the same.
    """

    codes: tuple[str, ...]
    typed: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for. `reach` is kilometres along the road, None for any distance; the road is `detour` times the straight line."""

    needs: tuple[Need, ...] = ()
    spot: Spot | None = None
    reach: int | None = None
    kind: str = ""
    denomination: str = ""
    order: Order = Order.DISTANCE
    detour: float = DETOUR


@dataclass(frozen=True, slots=True)
class Hits:
    """The sites that were found, as places in the index, best first, with outcome and distance of every site (km, nan: not known).

    `signs` is sites x needs. `counts` by outcome. `nearest_fit` is the distance of the nearest school that fits when none in reach does.
    """

    order: NDArray[np.intp]
    outcomes: NDArray[np.int8]
    distances: NDArray[np.float64]
    signs: NDArray[np.int8]
    counts: Mapping[Outcome, int]
    nearest_fit: float | None = None

    @property
    def total(self) -> int:
        return len(self.order)


@dataclass(frozen=True, slots=True)
class Line:
    """One need at one school: `sign` is yes, paused, no or unknown. `text` are the school's own words, `ask` what to ask it.

    `ticked`: the school chose this answer and wrote no words with it. `row` says a row of a table in words ("Lift: ja"), "" for a
    sentence. `beside` are the other kinds of support that may answer the same need, of which the school said no or nothing; only when none
    of them answers it.
    """

    sign: str
    sentence: str
    code: str = ""
    text: str = ""
    year: str = ""
    confirmed_on: date | None = None
    stale: bool = False
    different: str = ""
    note: str = ""
    ask: str = ""
    ticked: bool = False
    row: str = ""
    beside: tuple[Line, ...] = ()

    @property
    def told(self) -> tuple[Line, ...]:
        """This line and those beside it as they are read: what the school does not have first, then what is not known."""
        return tuple(sorted((self, *self.beside), key=lambda line: line.sign != "no"))


@dataclass(frozen=True, slots=True)
class Card:
    """One school in the list of results, as it is shown. `number` stands on the map too."""

    number: int
    brin6: str
    name: str
    kind: str
    place: str
    denomination: str
    outcome: Outcome | None
    km: float | None
    lines: tuple[Line, ...]
    contact: Contact
    has_page: bool
    ask: str
    letter: str
    closes_on: date | None = None
    condition: Condition = FREE

    @property
    def mark(self) -> str:
        """How its number looks, in the list and on the map: as of a school that can help, as "paused" or as "unknown"."""
        if self.outcome is Outcome.PAUSED:
            return "paused"
        return "unknown" if self.outcome in (Outcome.UNKNOWN, Outcome.NOT_ALL) else ""
