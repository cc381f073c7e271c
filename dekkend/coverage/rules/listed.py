"""Which rows do the lists about coverage have? Screens, CSV, workbook and report take them from here: their numbers are equal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from dekkend.coverage.rules.capacity import capacity
from dekkend.coverage.rules.earlier import earlier_yes, year_of
from dekkend.coverage.rules.figures import Row, of_region
from dekkend.coverage.rules.fragility import on_one_person, on_one_site
from dekkend.coverage.rules.spots import white_spots
from dekkend.coverage.words.coverage import PAUSED, UNKNOWN, YES, Coverage
from dekkend.coverage.words.figures import Alone, Figure, OnePerson, WhiteSpot
from dekkend.offers.words import Sign
from dekkend.register.words import SiteOnMap


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind with all its figures. `low` and `high` are shares of 0 to 1, None where no children are counted.

    `spots` and `maybe_spots` are places; `alone` children that depend on one school; `persons` schools that depend on one person. Of the
    schools with `yes` `earlier` say so in a profile of an earlier school year.
    """

    code: str
    label: str
    domain: str
    radius: float
    rough: bool
    children: int
    covered: int
    possible: int
    low: float | None
    high: float | None
    yes: int
    paused: int
    no: int
    unknown: int
    spots: int
    maybe_spots: int
    alone: int
    persons: int
    hours: Decimal
    hours_known: int
    places: int
    places_known: int
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class SpotRow:
    """A place where a kind is not near. `children` None: one to four, or not known. Kilometres are None where there is no such school."""

    postcode: str
    place: str
    municipality: str
    code: str
    kind: str
    children: int | None
    sure: bool
    km: float | None
    school: str
    open_km: float | None
    open_school: str

    @property
    def at_most(self) -> int:
        """To sort on: the fewest last."""
        return self.children or 0


@dataclass(frozen=True, slots=True)
class AloneRow:
    """Children who have one school near for a kind. With `role`: what the school says of who does it; "" elsewhere.

    `year` is the school year of its profile, when that is an earlier one.
    """

    brin6: str
    school: str
    board: str
    code: str
    kind: str
    children: int
    surely: int
    on_page: bool
    role: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One figure of one place, municipality or board."""

    code: str
    name: str
    children: int | None
    covered: int
    possible: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One school with its sign for each kind, in the order of the kinds. `late`: its offer of this year is late.

    `year` is the school year of the profile that the signs come from, when that is an earlier one.
    """

    row: int
    site: SiteOnMap
    signs: tuple[Sign, ...]
    answered: bool
    late: bool
    year: str = ""

    @property
    def school(self) -> str:
        return self.site.name

    @property
    def number_of_yes(self) -> int:
        return self.signs.count(Sign.YES)


@dataclass(frozen=True, slots=True)
class SureDifference:
    """So many percents up (or down, below 0); not `exact`: at the least, and never 0."""

    points: int
    exact: bool


def kind_rows(coverage: Coverage) -> tuple[KindRow, ...]:
    """One row for each kind, in the order of the catalogue."""
    spots = counted(each.kind.code for each in white_spots(coverage) if each.sure)
    maybe = counted(each.kind.code for each in white_spots(coverage) if not each.sure)
    alone = summed((each.kind.code, each.children) for each in on_one_site(coverage))
    persons = counted(each.kind.code for each in on_one_person(coverage))
    signs, earlier = coverage.marks.signs[: coverage.ground.inside], earlier_yes(coverage)
    rows = []
    for column, (kind, figure, held) in enumerate(zip(coverage.kinds, of_region(coverage), capacity(coverage), strict=True)):
        said = signs[:, column].tolist()
        yes, paused, unknown = (said.count(each) for each in (YES, PAUSED, UNKNOWN))
        rows.append(
            KindRow(
                code=kind.code,
                label=kind.label,
                domain=kind.domain,
                radius=kind.radius_km,
                rough=kind.rough,
                children=figure.children,
                covered=figure.covered,
                possible=figure.possible,
                low=figure.low,
                high=figure.high,
                yes=yes,
                paused=paused,
                no=len(said) - yes - paused - unknown,
                unknown=unknown,
                spots=spots.get(kind.code, 0),
                maybe_spots=maybe.get(kind.code, 0),
                alone=alone.get(kind.code, 0),
                persons=persons.get(kind.code, 0),
                hours=held.hours,
                hours_known=held.hours_known,
                places=held.places,
                places_known=held.places_known,
                earlier=earlier[column],
            )
        )
    return tuple(rows)


def spot_rows(coverage: Coverage, code: str = "") -> tuple[SpotRow, ...]:
    return tuple(spot_row(each) for each in white_spots(coverage, code))


def spot_row(spot: WhiteSpot) -> SpotRow:
    area, near = spot.area, spot.nearest
    # Beside a school that has it, one far away that did not say tells nothing.
    open_ = None if spot.sure and near else spot.nearest_open
    return SpotRow(
        area.postcode,
        area.name,
        area.municipality,
        spot.kind.code,
        spot.kind.label,
        spot.children,
        spot.sure,
        near.km if near else None,
        near.site.name if near else "",
        open_.km if open_ else None,
        open_.site.name if open_ else "",
    )


def alone_rows(coverage: Coverage, code: str = "") -> tuple[AloneRow, ...]:
    years = years_shown(coverage)
    return tuple(alone_row(each, each.surely, years) for each in on_one_site(coverage, code))


def person_rows(coverage: Coverage, code: str = "") -> tuple[AloneRow, ...]:
    years = years_shown(coverage)
    return tuple(alone_row(each, each.children, years, each.offer.said.role) for each in on_one_person(coverage, code))


def years_shown(coverage: Coverage) -> dict[str, str]:
    """By brin6 of each site with a public profile its school year when that is an earlier one; else ""."""
    return {coverage.sites[row].brin6: year_of(coverage, row) for row in coverage.answered}


def alone_row(each: Alone | OnePerson, surely: int, years: Mapping[str, str], role: str = "") -> AloneRow:
    site, kind = each.site, each.kind
    about = (site.brin6, site.name, site.board, kind.code, kind.label, each.children, surely)
    return AloneRow(*about, on_page=site.brin6 in years, role=role, year=years.get(site.brin6, ""))


def place_rows(rows: Iterable[Row], column: int) -> tuple[PlaceRow, ...]:
    """The figures of one kind for each place, municipality or board."""
    return tuple(place_row(row, row.figures[column]) for row in rows)


def place_row(row: Row, figure: Figure) -> PlaceRow:
    """Of a board only the children count who live near one of its schools for this kind."""
    children = None if row.children is None else figure.children
    return PlaceRow(row.code, row.name, children, figure.covered, figure.possible, figure.low, figure.high)


def matrix_rows(coverage: Coverage, rows: Iterable[int], late: frozenset[str]) -> tuple[MatrixRow, ...]:
    """The schools in these rows: first who did not say anything, then by name."""
    made = [
        MatrixRow(
            row,
            coverage.sites[row],
            tuple(coverage.sign(row, column) for column in range(len(coverage.kinds))),
            row in coverage.answered,
            coverage.sites[row].brin6 in late,
            year_of(coverage, row),
        )
        for row in rows
    ]
    return tuple(sorted(made, key=lambda each: (each.answered, each.site.name.casefold(), each.site.brin6)))


def counted(codes: Iterable[str]) -> Mapping[str, int]:
    return summed((code, 1) for code in codes)


def summed(pairs: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for code, number in pairs:
        found[code] = found.get(code, 0) + number
    return found


WIDE = 10  # points between the lowest and the highest


def is_wide(figure: Figure) -> bool:
    """So much is not known that the lowest figure alone would show it as a no."""
    low, high = percent(figure.low), percent(figure.high)
    return low is not None and high is not None and high - low > WIDE


def percent(share: float | None) -> int | None:
    """Whole percents. What is not all of it is never shown as 100, and what is some of it never as 0."""
    if share is None or share in (0.0, 1.0):
        return None if share is None else int(share * 100)
    return min(99, max(1, round(share * 100)))


def sure_difference(first: Figure, last: Figure) -> SureDifference | None:
    """How many percents more or less, whatever is not known turns out to be; None when it may be more as well as less, or the same."""
    least, most, least_then, most_then = (percent(each) for each in (last.low, last.high, first.low, first.high))
    if least is None or most is None or least_then is None or most_then is None:
        return None
    if not first.possible and not last.possible:
        return SureDifference(least - least_then, exact=True)
    if least > most_then:
        return SureDifference(least - most_then, exact=False)
    return SureDifference(most - least_then, exact=False) if most < least_then else None
