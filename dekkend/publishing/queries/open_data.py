"""What is public of schools, their versions and their offers, as the open data gives it? For everyone, so without a scope."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Substr

from dekkend.kernel.grid import to_globe
from dekkend.offers.gateways import made_with
from dekkend.offers.models import Offer, RegionOffers
from dekkend.offers.queries import claims_of, codes_of, counting, offers_in, offers_of
from dekkend.offers.words import SiteOffer
from dekkend.organisations.models import Partnership, Place, Site
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import published_sites
from dekkend.register.models import RegisterSite
from dekkend.register.queries.closures import every_closure, reached

HEAVY = ("values", "evidence", "standing")
ORDERS = {"naam": ("site__name", "site__brin6"), "plaats": ("site__place", "site__brin6"), "vestigingscode": ("site__brin6",)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which schools: each word None for whatever it is. `kind` is our own word, `support` a code of the catalogue."""

    region: str | None = None
    place: str | None = None
    municipality: str | None = None
    name: str | None = None
    kind: str | None = None
    support: str | None = None
    order: str = "naam"


def schools(wanted: Wanted, *, today: date) -> QuerySet[ProfileVersion]:
    """Of each school the version that counts on this day, with its site, board and region; without the heavy columns."""
    where = Q()
    for name, value in (
        ("site__partnership__code", wanted.region),
        ("site__place__iexact", wanted.place),
        ("site__name__icontains", wanted.name),
        ("site__kind", wanted.kind),
    ):
        where &= Q(**{name: value}) if value is not None else Q()
    found = in_municipalities(counting(where, today))
    if wanted.municipality is not None:
        found = found.filter(municipality__iexact=wanted.municipality)
    if wanted.support is not None:
        found = found.filter(having(wanted.support, found))
    way, order = ("-", wanted.order[1:]) if wanted.order.startswith("-") else ("", wanted.order)
    ordered = found.order_by(*(f"{way}{field}" for field in ORDERS[order]))
    return ordered.select_related("site__board", "site__partnership").defer(*HEAVY)


def in_municipalities(found: QuerySet[ProfileVersion]) -> QuerySet[Any]:
    """Each with its `municipality`: as the register says, or else that of the postcode; None when nobody says.

    And with the day on which the school closed as `closed_on`, None while it is open.
    """
    listed = RegisterSite.objects.filter(brin6=OuterRef("site__brin6")).exclude(municipality="")
    areas = Place.objects.filter(postcode=Substr(OuterRef("site__postcode"), 1, 4)).exclude(municipality="")
    said = (Subquery(rows.order_by().values("municipality")[:1]) for rows in (listed, areas))
    closed_on = Case(When(reached("site__closure__"), then=F("site__closure__closed_on")))
    return found.annotate(municipality=Coalesce(*said), closed_on=closed_on)


def having(code: str, found: QuerySet[ProfileVersion]) -> Q:
    """The versions that claim this kind of support: by their rows, and worked out on the spot where the rows are not ready."""
    rows = Offer.anywhere.filter(version=OuterRef("pk"), code=code, level__gte=1)
    ready = Q(projection__made_with=made_with())
    late = list(found.exclude(ready).select_related("site").prefetch_related("redactions"))
    codes = codes_of({version.site.partnership_id for version in late})
    keys = [
        version.pk
        for version in late
        if any(claim.code == code and claim.level for claim in claims_of(version, codes[version.site.partnership_id]))
    ]
    return (ready & Q(Exists(rows))) | Q(pk__in=keys)


def school(brin6: str, *, today: date) -> ProfileVersion | None:
    """The version that counts today of the site with this number."""
    found = in_municipalities(counting(Q(site__brin6=brin6), today))
    return found.select_related("site__board", "site__partnership").defer(*HEAVY).first()


def every_version(site: Site, *, today: date) -> list[ProfileVersion]:
    """All public versions of a site, the newest first, with how many pieces were left out of each as `covered`."""
    public = ProfileVersion.anywhere.filter(site=site, published_on__lte=today).annotate(covered=Count("redactions"))
    return list(public.defer(*HEAVY).order_by("-school_year", "-number"))


def regions(*, today: date) -> QuerySet[Partnership]:
    """The regions with a public school, with their number as `published`."""
    public = published_sites(today=today).order_by().values("pk")
    counted = Partnership.objects.annotate(published=Count("sites", filter=Q(sites__in=public)))
    return counted.filter(published__gt=0).order_by("name", "code")


def offers_of_school(site: Site, *, today: date) -> tuple[SiteOffer, ...]:
    return offers_of(site, today=today)


def offers_of_region(partnership: Partnership, *, today: date) -> list[tuple[Site, tuple[SiteOffer, ...]]]:
    """Each site of a region with its offers of this day, by name. The number of queries does not grow with the sites."""
    offers = offers_in(partnership, today=today)
    return with_sites(offers)


def with_sites(offers: Iterable[SiteOffer]) -> list[tuple[Site, tuple[SiteOffer, ...]]]:
    """The offers laid with their sites, in the order in which the sites come."""
    by_site: dict[int, list[SiteOffer]] = {}
    for offer in offers:
        by_site.setdefault(offer.site_id, []).append(offer)
    sites = Site.anywhere.select_related("board", "partnership").in_bulk(by_site)
    return [(sites[key], tuple(found)) for key, found in by_site.items()]


def everything(*, today: date) -> list[tuple[Site, tuple[SiteOffer, ...]]]:
    """Every site that is public in this installation with its offers, region by region."""
    return [pair for region in regions(today=today) for pair in offers_of_region(region, today=today)]


@dataclass(frozen=True, slots=True)
class SiteCard:
    """What a table of a region says of a site. `key` is that of the record."""

    key: int
    brin6: str
    name: str
    kind: str
    postcode: str
    place: str
    board: str


def cards_of(region_key: int, *, today: date) -> tuple[SiteCard, ...]:
    """The public sites of a region by name, in one query."""
    found = published_sites(today=today).filter(partnership=region_key)
    return tuple(SiteCard(*row) for row in found.values_list("pk", "brin6", "name", "kind", "postcode", "place", "board__name"))


def sites_in_order() -> QuerySet[Site]:
    """Every site with its board, by number; which of them are public is for the caller."""
    return Site.anywhere.select_related("board").order_by("brin6")


def points_on_globe() -> dict[str, tuple[float, float]]:
    """By number of the site its longitude and latitude (WGS84), of those of which the register knows where they lie. One query."""
    placed = RegisterSite.objects.filter(x__isnull=False).order_by("brin6").values_list("brin6", "x", "y")
    known = {brin6: (x or 0.0, y or 0.0) for brin6, x, y in placed}
    lon, lat = to_globe([x for x, _ in known.values()], [y for _, y in known.values()])
    return dict(zip(known, zip(lon.tolist(), lat.tolist(), strict=True), strict=True))


def freshness(*, today: date) -> tuple[object, ...]:
    """What changes whenever an offer of any region changes, a profile becomes public, or a school closes or opens again."""
    revisions = RegionOffers.anywhere.order_by("partnership_id").values_list("partnership_id", "revision")
    public = ProfileVersion.anywhere.filter(published_on__lte=today).aggregate(many=Count("pk"), last=Max("pk"))
    return (made_with(), tuple(revisions), tuple(public.values()), every_closure())
