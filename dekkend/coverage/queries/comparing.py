"""How do the figures of a region compare: with earlier school years, between its boards, with regions of the same size?"""

from __future__ import annotations

from datetime import date

from dekkend.coverage.gateways.nearness import near_sites
from dekkend.coverage.queries.covering import basis_of, cover, coverage_of, standing_of
from dekkend.coverage.rules.comparing import children_in, peers, same_size
from dekkend.coverage.rules.figures import Row, boards_in, near_some, of_region
from dekkend.coverage.rules.places import finest
from dekkend.coverage.words import Coverage, Peer, Settings, TrendPoint
from dekkend.kernel.school_years import SchoolYear, parse_school_year
from dekkend.offers.queries import years_in
from dekkend.organisations.models import Partnership
from dekkend.register.queries import geography_of

MOST_YEARS = 8
MOST_PEERS = 20


def trend_of(partnership: Partnership, settings: Settings, *, today: date) -> tuple[TrendPoint, ...]:
    """One point for each school year of which there are public profiles, the oldest first.

    All with the children of today, and the schools that were there at the end of that year as far as the register knows.

    The year that runs and years to come are as their profiles say, like the earlier ones: what was said since is no part of a trend.
    """
    years = [year for year in years_in(partnership, today=today) if year <= str(SchoolYear.of(today))]
    basis = basis_of(partnership, settings, today)
    return tuple(_point(cover(basis, year)) for year in years[-MOST_YEARS:])


def since_when(partnership: Partnership, settings: Settings, points: tuple[TrendPoint, ...], *, today: date) -> str:
    """The day of the oldest list of schools when years before it are in this trend: of those nobody knows which schools were there."""
    first = parse_school_year(points[0].school_year) if points else None
    since = standing_of(basis_of(partnership, settings, today)).since
    return since.isoformat() if first and since and since > first.last_day else ""


def _point(coverage: Coverage) -> TrendPoint:
    inside = coverage.ground.inside
    return TrendPoint(coverage.school_year, of_region(coverage), sum(row < inside for row in coverage.answered), inside)


def peers_of(partnership: Partnership, settings: Settings, *, today: date) -> tuple[Peer, ...]:
    """Regions in this installation with about as many children, counted as this one is, without their names."""
    mine = coverage_of(partnership, settings, today=today)
    here = children_in(mine)
    others = Partnership.objects.exclude(pk=partnership.pk).order_by("code")
    alike = [other for other in others if same_size(here, _children_of(other))]
    return peers(mine, [coverage_of(other, settings, today=today) for other in alike[:MOST_PEERS]])


def _children_of(partnership: Partnership) -> int:
    return round(sum(area.children or 0 for area in finest(geography_of(partnership).areas)))


def boards_of_region(coverage: Coverage) -> tuple[Row, ...]:
    """One row for each board: of the children who live near one of its schools, how many find it at a school of that board itself.

    Boards share children, so these rows do not add up to the region.
    """
    rows = []
    for (code, name), sites in boards_in(coverage).items():
        near, yes, may = near_sites(coverage.ground, coverage.kinds, coverage.marks.signs, coverage.settings.detour, sites)
        children = int(coverage.ground.children[near.any(axis=1)].sum())
        rows.append(Row(code, name, children, near_some(coverage, near, yes, may)))
    return tuple(rows)
