"""What is found about a region: for each area and each kind of support, is there a school within reach that has it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dekkend.coverage.words.settings import Kind, Settings
from dekkend.offers.words import Sign, SiteOffer
from dekkend.register.words import Area, Ring, SiteOnMap

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Metres = NDArray[np.float64]

BARE, POSSIBLE, COVERED = 0, 1, 2  # how an area stands for a kind: nobody near; only a school that did not say; a school that has it
SIGNS = (Sign.NO, Sign.YES, Sign.PAUSED, Sign.UNKNOWN)  # what a mark stands for, by its number
NO, YES, PAUSED, UNKNOWN = range(4)
NOWHERE = -1  # instead of the row of a site: there is none


@dataclass(frozen=True, eq=False)
class Ground:
    """Where children live and where schools are, as arrays. `sites` are those of the region first (`inside` of them), then those around it.

    `points` are metres in the Dutch grid, a row for each site, not a number where nobody knows where it lies; `middles` one for each area.
    `children` are whole numbers by area as they count in every figure (see rules/suppression.py); `small` marks areas with one to four
    children, `blank` those of which nobody knows how many. `apart` are the sites of the region that do not count, as they do not teach
    children of 4 to 11 or the region chose so; they have no row. `key` names this ground: with the same key it is the same.
    """

    sites: tuple[SiteOnMap, ...]
    inside: int
    areas: tuple[Area, ...]
    points: Metres
    middles: Metres
    children: Ints
    small: Flags
    blank: Flags
    apart: tuple[SiteOnMap, ...] = ()
    key: str = ""


@dataclass(frozen=True, eq=False)
class Marks:
    """What each site says of each kind: `signs` has a row for each site and a column for each kind, numbers as in `SIGNS`.

    `offers` are those behind a mark, by row and column; a site that said nothing about a kind is not in it.
    """

    signs: Bytes
    offers: Mapping[tuple[int, int], tuple[SiteOffer, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Counts:
    """For each area (row) and kind (column): how many sites within reach have it and how many did not say, and which of them is the only
    one (row of the site, else NOWHERE). `standing` is BARE, POSSIBLE or COVERED.

    Where an area is not covered: `nearest` site anywhere that has it and its distance along the way in metres (`way`), and the same for the
    nearest that did not say (`nearest_open`, `way_open`); NOWHERE and infinite when there is none.
    """

    yes: Ints
    open: Ints
    only: Ints
    standing: Bytes
    nearest: Ints
    way: Metres
    nearest_open: Ints
    way_open: Metres


@dataclass(frozen=True, eq=False)
class Coverage:
    """Everything that is found about one region on one day, or in one school year, with how it was counted.

    `school_year` is "" for how it stands on `day`; of an earlier year it is what the profiles of that year say. `answered` are the rows of
    the sites with a public profile; `years` are the school years of those profiles, by brin6. `lines` say how it was counted, `sources`
    whose figures it stands on.
    """

    region: str
    name: str
    day: date
    school_year: str
    settings: Settings
    kinds: tuple[Kind, ...]
    ground: Ground
    marks: Marks
    counts: Counts
    answered: frozenset[int]
    years: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    borders: tuple[tuple[str, tuple[Ring, ...]], ...] = ()
    key: str = ""

    @property
    def sites(self) -> tuple[SiteOnMap, ...]:
        return self.ground.sites

    @property
    def areas(self) -> tuple[Area, ...]:
        return self.ground.areas

    def column(self, code: str) -> int | None:
        """The column of this kind; None for a code that is not counted here."""
        return next((at for at, kind in enumerate(self.kinds) if kind.code == code), None)

    def sign(self, site: int, kind: int) -> Sign:
        """How the site in this row stands for the kind in this column."""
        return SIGNS[int(self.marks.signs[site, kind])]

    def describe(self) -> dict[str, Any]:
        """Whose figures these are, of when and how counted: what stands beside every figure that leaves this program."""
        return {"region": self.region, "day": self.day.isoformat(), "school_year": self.school_year, "method": list(self.lines)}
