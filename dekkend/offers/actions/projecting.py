"""How are the offers of public profiles laid down in rows? At any time, again and again, with the same result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import islice

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from dekkend.offers.actions.overtaking import end_overtaken
from dekkend.offers.gateways import made_with
from dekkend.offers.models import Offer, Projection, RegionOffers
from dekkend.offers.queries import claims_of, codes_of, unprojected
from dekkend.offers.words import Claim
from dekkend.organisations.models import Partnership, Site
from dekkend.profiles.models import ProfileVersion

AT_A_TIME = 200  # versions in one transaction
NAMES = tuple(field.name for field in fields(Claim))


def project(versions: Iterable[ProfileVersion]) -> int:
    """Lay the offers of these versions down, whatever was there. Returns how many versions."""
    return sum(_project(some) for some in _in_parts(versions))


def take_up(most: int = AT_A_TIME) -> int:
    """Project what is public and not projected yet, or with older rules; so many versions at most."""
    return project(unprojected().select_related("site").prefetch_related("redactions")[:most])


def rebuild(place: Site | Partnership | None = None) -> int:
    """Make all rows of a site, a region or everything anew. Returns how many versions."""
    public = ProfileVersion.anywhere.filter(published_on__isnull=False).select_related("site").prefetch_related("redactions").order_by("pk")
    if isinstance(place, Site):
        public = public.filter(site=place)
    elif place is not None:
        public = public.filter(site__partnership=place)
    return project(public.iterator(chunk_size=AT_A_TIME))


def raise_revision(partnership_ids: Iterable[int]) -> None:
    """Something in the offers of these regions changed: figures that were kept are out of date."""
    for key in sorted(set(partnership_ids)):
        RegionOffers.anywhere.get_or_create(partnership_id=key)
        RegionOffers.anywhere.filter(partnership_id=key).update(revision=F("revision") + 1)


@transaction.atomic
def _project(versions: list[ProfileVersion]) -> int:
    regions = {version.site.partnership_id for version in versions}
    codes = codes_of(regions)
    # Held until the end: two workers that project the same version do so one after the other.
    list(ProfileVersion.anywhere.select_for_update().filter(pk__in=[version.pk for version in versions]).values_list("pk"))
    Offer.anywhere.filter(version__in=versions).delete()
    Projection.anywhere.filter(version__in=versions).delete()
    Offer.anywhere.bulk_create(
        (
            Offer(version=version, number=number, **{name: getattr(claim, name) for name in NAMES})
            for version in versions
            for number, claim in enumerate(claims_of(version, codes[version.site.partnership_id]))
        ),
        batch_size=500,
    )
    Projection.anywhere.bulk_create(Projection(version=version, made_with=made_with()) for version in versions)
    end_overtaken({version.site_id for version in versions}, timezone.localdate())
    raise_revision(regions)
    return len(versions)


def _in_parts(versions: Iterable[ProfileVersion]) -> Iterator[list[ProfileVersion]]:
    remaining = iter(versions)
    while some := list(islice(remaining, AT_A_TIME)):
        yield some
