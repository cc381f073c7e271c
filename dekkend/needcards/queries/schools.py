"""Which schools can be asked, which of them have what is needed, and how far are they? A constant number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache

from django.db.models import Q

from dekkend.needcards.models import NeedCard
from dekkend.needcards.rules.candidates import best_of, in_order, metres
from dekkend.needcards.words.cards import SCHOOL
from dekkend.needcards.words.facts import Candidate, Has
from dekkend.offers.queries import offers_in, revision_of
from dekkend.offers.words import SiteOffer
from dekkend.organisations.models import Partnership, Place, Site
from dekkend.organisations.queries import standing_on
from dekkend.register.queries import geography_of
from dekkend.register.queries.closures import closed_sites
from dekkend.register.words import Geography, Point

KEPT = 8  # regions in the memory of one process


def regions() -> list[Partnership]:
    """Every region that takes part."""
    return list(Partnership.objects.order_by("name", "pk"))


def candidates(card: NeedCard, region: Partnership, *, today: date) -> list[Candidate]:
    """Every open school of this region for children of 4 to 11 but the own, those that have what is needed first, then the nearest."""
    has = _signs(region.pk, revision_of(region), today)
    ground = geography_of(region)
    places = points(ground)
    here = home_of(card)
    reached, fitting = with_people(region, today), {site.site_id for site in ground.sites if site.is_for_children}
    return in_order(
        Candidate(
            site_id=site.pk,
            brin6=site.brin6,
            name=site.name,
            place=site.place,
            region=region.name,
            region_id=region.pk,
            distance=metres(here, places.get(site.brin6)),
            has={code: has.get((site.pk, code), Has.UNKNOWN) for code in card.codes},
            reachable=site.pk in reached,
        )
        for site in sites_of(region)
        if site.pk != card.site_id and site.pk in fitting
    )


def sites_of(region: Partnership) -> Iterable[Site]:
    """Names and codes of schools are public."""
    return Site.anywhere.filter(partnership=region).order_by("name", "pk")


def some_sites(keys: Collection[int], *, but: int) -> list[Site]:
    """These schools, of whatever region; for whoever chooses whom to ask."""
    return list(Site.anywhere.filter(pk__in=keys).exclude(pk=but).select_related("partnership").order_by("pk"))


def with_people(region: Partnership, today: date) -> frozenset[int]:
    """The open schools where somebody can log in and answer."""
    return frozenset(_keepers(Q(site__partnership=region), today))


def reachable(keys: Collection[int], today: date) -> frozenset[int]:
    """Which of these schools have somebody who can answer."""
    return frozenset(_keepers(Q(site_id__in=list(keys)), today))


def _keepers(where: Q, today: date) -> Iterable[int]:
    roles = standing_on(today).filter(where, role__in=[role.value for role in SCHOOL], user__is_active=True)
    return roles.exclude(site=None).exclude(site_id__in=closed_sites()).order_by().values_list("site_id", flat=True).distinct()


def home_of(card: NeedCard) -> Point | None:
    """From where distances are counted: the postcode area on the card, else the own school; None when nobody knows where that lies."""
    if card.area:
        return Place.objects.filter(postcode=card.area).values_list("x", "y").first()
    return points(geography_of(card.site.partnership)).get(card.site.brin6)


def points(ground: Geography) -> Mapping[str, Point]:
    return {site.brin6: site.point for site in ground.sites if site.point is not None}


@lru_cache(maxsize=KEPT)
def _signs(region_id: int, revision: int, today: date) -> Mapping[tuple[int, str], Has]:
    """What every school of a region says of each kind; kept until an offer changes or the day does."""
    found: dict[tuple[int, str], list[Has]] = {}
    for offer in offers_in(Partnership.objects.get(pk=region_id), today=today):
        found.setdefault((offer.site_id, offer.code), []).append(sign_of(offer))
    return {key: best_of(signs) for key, signs in found.items()}


def sign_of(offer: SiteOffer) -> Has:
    if offer.deliverable:
        return Has.YES
    if offer.offered:
        return Has.PAUSED
    return Has.NO if offer.level == 0 else Has.UNKNOWN


def forget() -> None:
    """Let go of what is kept in this process: for tests, in which databases come and go."""
    _signs.cache_clear()
