"""What is the ground on which figures about a region stand: sites with a point, areas with children, outlines to draw?"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dekkend.organisations.words import BY_DECLARATION, Kind

Point = tuple[float, float]  # metres in the Dutch grid (RD, EPSG:28992): x to the east, y to the north
Ring = tuple[Point, ...]  # an outline, first point not repeated


@dataclass(frozen=True, slots=True)
class SiteOnMap:
    """A school site that is open. `site_id` is that of organisations.Site, None for a school that does not take part in Dekkend.

    `kind` is a value of organisations.words.Kind ("regular", "special_primary", "special", "secondary_special").
    `region` is the code of its partnership ("PO2815"), "" when nobody knows. `point` None: nobody knows where it lies.
    `pupils` on the last count, None when not known. `board` is a name, "" when the register does not say it.
    `closes_on`: the day on which it will close, as far as its region said so.
    """

    brin6: str
    site_id: int | None
    name: str
    kind: str
    postcode: str
    place: str
    municipality: str
    region: str
    board_id: int | None
    board: str
    point: Point | None
    pupils: int | None
    closes_on: date | None = None

    @property
    def is_for_children(self) -> bool:
        """It teaches children of 4 to 11. A school with only secondary special education (VSO) does not: its pupils are 12 or older."""
        return self.kind != Kind.SECONDARY_SPECIAL

    @property
    def is_by_declaration(self) -> bool:
        """A child is admitted here only with a toelaatbaarheidsverklaring."""
        return self.kind in BY_DECLARATION


@dataclass(frozen=True, slots=True)
class Area:
    """A place where children live: a postcode area (PC4 "2516" or PC6 "2516KE"). `point` is the middle of where people live.

    `children` are those of 4 to 11, n(0-4)/5 + n(5-9) + 2/5 n(10-14), None when not known. `outlines` may be empty (no map of it); they are
    drawn by the even-odd rule: a ring inside another one is a hole.
    """

    postcode: str
    name: str
    municipality: str
    region: str
    point: Point
    children: float | None
    outlines: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Geography:
    """The ground of one region (or of everything): `sites` by brin6, `areas` by postcode, `borders` of municipalities to draw.

    `around` are sites outside the region that children of the region can reach. `sources` are sentences that say whose figures these are
    and of when. `fingerprint` changes when anything of this changes.
    """

    region: str
    sites: tuple[SiteOnMap, ...]
    areas: tuple[Area, ...]
    around: tuple[SiteOnMap, ...] = ()
    borders: tuple[tuple[str, tuple[Ring, ...]], ...] = ()
    sources: tuple[str, ...] = field(default=())
    fingerprint: str = ""
