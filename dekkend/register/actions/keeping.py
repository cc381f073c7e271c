"""How does the mirror of the published lists get its rows, many at once? Whoever calls says what changed; here it is written."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from dekkend.organisations.models import Place
from dekkend.register.models import AreaShape, Border, PostcodeRegion, PupilCount, RegisterRevision, RegisterSite
from dekkend.register.queries.known import SITE_FIELDS as ALL_FIELDS
from dekkend.register.rules.outlines import box, flat, unflat
from dekkend.register.words.records import AreaRecord, Drawing, SiteRecord

AT_A_TIME = 1000  # rows in one statement
SITE_FIELDS = tuple(name for name in ALL_FIELDS if name != "brin6")


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose figures these are (`source`, a name for people) and of when."""

    source: str
    on: date | None = None


@transaction.atomic
def changed() -> None:
    """Whoever keeps arrays of the register reads it again."""
    token = secrets.token_hex(16)
    if not RegisterRevision.objects.update(token=token):
        RegisterRevision.objects.create(token=token)


@transaction.atomic
def keep_sites(records: Iterable[SiteRecord], origin: Origin) -> None:
    """Write these sites as they stand in a list, new or known; a site that was closed is open again."""
    found = list(records)
    rows = [
        RegisterSite(
            brin6=each.brin6,
            source=origin.source,
            first_seen=origin.on,
            last_seen=origin.on,
            **{name: getattr(each, name) for name in SITE_FIELDS},
        )
        for each in found
    ]
    RegisterSite.objects.bulk_create(
        rows,
        batch_size=AT_A_TIME,
        update_conflicts=True,
        unique_fields=["brin6"],
        update_fields=[*SITE_FIELDS, "source", "last_seen", "closed_on"],
    )
    keep_counts(found)
    changed()


def keep_counts(records: Iterable[SiteRecord]) -> None:
    """The pupils of these sites, by count date; a count without a date is not kept."""
    keys = dict(RegisterSite.objects.values_list("brin6", "pk"))
    rows = [
        PupilCount(site_id=keys[each.brin6], counted_on=count.counted_on, low=count.low, high=count.high)
        for each in records
        if (count := each.pupils) and count.counted_on
    ]
    PupilCount.objects.bulk_create(
        rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["site", "counted_on"], update_fields=["low", "high"]
    )


@transaction.atomic
def keep_areas(records: Iterable[AreaRecord], origin: Origin) -> None:
    """Write these places with their children and their region; one without a point is passed over, because it lies nowhere."""
    found = list(records)
    rows = [
        Place(
            postcode=each.postcode,
            name=each.name,
            municipality=each.municipality,
            x=each.x,
            y=each.y,
            children={band: low if low == high else [low, high] for band, (low, high) in each.children.items()},
            source=origin.source,
        )
        for each in found
        if each.x is not None and each.y is not None
    ]
    fields = ["name", "municipality", "x", "y", "children", "source"]
    Place.objects.bulk_create(rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["postcode"], update_fields=fields)
    changed()


@transaction.atomic
def keep_regions(region_of: dict[str, str], valid_from: date, source: str) -> None:
    """Per PC4 its partnership, from a day on."""
    rows = [PostcodeRegion(postcode=code, region=region, valid_from=valid_from, source=source) for code, region in region_of.items()]
    PostcodeRegion.objects.bulk_create(
        rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["postcode", "valid_from"], update_fields=["region", "source"]
    )
    changed()


@transaction.atomic
def keep_shapes(drawings: Iterable[Drawing], source: str, tolerance: float) -> None:
    """The outlines of places that are known; `tolerance` says how much they were simplified before, in metres."""
    keys = dict(Place.objects.values_list("postcode", "pk"))
    rows = [
        AreaShape(place_id=keys[each.key], rings=flat(each.rings), source=source, tolerance=tolerance)
        for each in drawings
        if each.key in keys
    ]
    AreaShape.objects.bulk_create(
        rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["place"], update_fields=["rings", "source", "tolerance"]
    )
    changed()


@transaction.atomic
def keep_borders(drawings: Iterable[Drawing], source: str, tolerance: float) -> None:
    """The borders of municipalities, to draw."""
    rows = [border_of(each.key, flat(each.rings), source, tolerance) for each in drawings if each.rings]
    fields = ["rings", "west", "east", "south", "north", "tolerance", "source"]
    Border.objects.bulk_create(rows, batch_size=AT_A_TIME, update_conflicts=True, unique_fields=["municipality"], update_fields=fields)
    changed()


def border_of(municipality: str, rings: list[list[int]], source: str, tolerance: float) -> Border:
    """A border with the box around it, not saved yet."""
    west, south, east, north = box(unflat(rings))
    return Border(
        municipality=municipality, rings=rings, west=west, south=south, east=east, north=north, source=source, tolerance=tolerance
    )
