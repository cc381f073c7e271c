"""What does the register know now, as the rules compare it with newer lists?"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from dekkend.organisations.models import Partnership, Place, Site
from dekkend.register.models import AreaShape, Border, Closure, PupilCount, RegisterSite
from dekkend.register.queries.closures import reached
from dekkend.register.queries.geography import regions_by_postcode
from dekkend.register.words.known import Known, KnownSite, SchoolFacts
from dekkend.register.words.records import AreaRecord, Count, SiteRecord

SITE_FIELDS = (
    "brin6",
    "name",
    "kind",
    "street",
    "house_number",
    "postcode",
    "place",
    "municipality",
    "province",
    "denomination",
    "website",
    "board_number",
    "board_name",
    "region",
    "x",
    "y",
    "point_from",
)


def all_known() -> Known:
    """The whole register, in six queries."""
    regions = regions_by_postcode()
    return Known(
        sites=_sites(),
        areas={place.postcode: _area(place, regions) for place in Place.objects.all()},
        regions=regions,
        outlines=dict(AreaShape.objects.values_list("place__postcode", "rings")),
        borders=dict(Border.objects.values_list("municipality", "rings")),
    )


def _sites() -> dict[str, KnownSite]:
    counts: dict[str, dict[str, Count]] = defaultdict(dict)
    for brin6, on, low, high in PupilCount.objects.values_list("site__brin6", "counted_on", "low", "high"):
        counts[brin6][on.isoformat()] = Count(low, high)
    rows = RegisterSite.objects.values_list("closed_on", "last_seen", *SITE_FIELDS)
    return {
        row[2]: KnownSite(SiteRecord(*row[2:]), _iso(row[0]), _iso(row[1]), counts.get(row[2], {}))
        for row in rows.iterator(chunk_size=2000)
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _area(place: Place, regions: dict[str, str]) -> AreaRecord:
    return AreaRecord(
        place.postcode,
        place.name,
        place.municipality,
        regions.get(place.postcode[:4], ""),
        place.x,
        place.y,
        {band: _bounds(value) for band, value in place.children.items()},
        place.source,
    )


def _bounds(value: Any) -> tuple[int, int]:
    return (value[0], value[1]) if isinstance(value, list) else (value, value)


def schools_of(partnership: Partnership) -> list[SchoolFacts]:
    """The schools that take part, as the region wrote them down."""
    closures = Closure.anywhere.filter(site__partnership=partnership)
    closed = set(closures.filter(reached()).values_list("site_id", flat=True))
    closing = dict(closures.exclude(reached()).values_list("site_id", "closed_on"))
    sites = Site.anywhere.filter(partnership=partnership).select_related("board").order_by("brin6")
    return [
        SchoolFacts(
            site.brin6,
            site.name,
            site.kind,
            site.street,
            site.house_number,
            site.postcode,
            site.place,
            site.website,
            site.board.name,
            site.pk in closed,
            _iso(closing.get(site.pk)),
        )
        for site in sites
    ]


def other_regions(partnership: Partnership) -> set[str]:
    """Codes of the other partnerships in this installation: what is theirs, they take over themselves."""
    return set(Partnership.objects.exclude(pk=partnership.pk).values_list("code", flat=True))
