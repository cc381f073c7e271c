"""Which files of whole regions are there, how far are they, and whose documents belong in them?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from dekkend.offers.queries import counting
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Scope
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.words.roles import REGION
from dekkend.publishing.models import Bundle, BundlePart
from dekkend.publishing.rules.bundle import as_made
from dekkend.publishing.words.bundle import Progress, SchoolFiles
from dekkend.register.queries.closures import closed_sites

PATIENCE = timedelta(hours=1)  # what is not finished by then never will be


def bundles_within(scope: Scope) -> QuerySet[Bundle]:
    """Those of the regions that this person looks after, the newest first, with how far they are."""
    counted = Bundle.objects.within(scope.only(*REGION)).select_related("partnership", "asked_by", "file")
    done, failed = Q(parts__done_at__isnull=False), ~Q(parts__fault="")
    return counted.annotate(total=Count("parts"), done=Count("parts", done), failed=Count("parts", failed)).order_by("-pk")


def progress_of(bundle: Bundle) -> Progress:
    parts = bundle.parts.aggregate(total=Count("pk"), done=Count("pk", Q(done_at__isnull=False)), failed=Count("pk", ~Q(fault="")))
    return Progress(parts["done"], parts["total"], parts["failed"])


def is_stuck(bundle: Bundle, *, now: datetime) -> bool:
    """It was not finished in time: its work was given up, and someone has to ask for it again."""
    return bundle.finished_at is None and bundle.asked_at < now - PATIENCE


def running(partnership: Partnership, *, now: datetime) -> Bundle | None:
    """The one that is being made for this region."""
    return Bundle.anywhere.filter(partnership=partnership, finished_at=None, asked_at__gte=now - PATIENCE).first()


def open_parts(bundle_id: int) -> list[int]:
    """The parts that still have to be made, in their order."""
    return list(BundlePart.objects.filter(bundle_id=bundle_id, done_at=None).values_list("pk", flat=True))


def to_join(bundle_id: int) -> Bundle | None:
    """This bundle when every part of it is done and it is not one file yet."""
    whole = Bundle.anywhere.filter(pk=bundle_id, finished_at=None).exclude(parts__done_at=None)
    return whole.select_related("partnership").first()


def versions_of(partnership: Partnership, *, today: date) -> QuerySet[ProfileVersion]:
    """Of each public school of the region that is open the version that counts on this day, by name of the school."""
    found = counting(Q(site__partnership_id=partnership.pk), today).exclude(site_id__in=closed_sites())
    whole = found.select_related("site__board", "site__partnership", "source").prefetch_related("redactions")
    return whole.order_by("site__name", "site__brin6")


def one_version(key: int) -> ProfileVersion:
    """One public version with all that its documents need."""
    found = ProfileVersion.anywhere.select_related("site__board", "site__partnership").prefetch_related("redactions")
    return found.get(pk=key)


def region_called(code: str) -> Partnership | None:
    return Partnership.objects.filter(code=code).first()


def address_of(version: ProfileVersion) -> str:
    """Where a version stays, for a file that is made without anyone asking through a browser."""
    place = reverse("profiles:version", args=[version.site.brin6, version.school_year, version.number])
    return f"{settings.SITE_ADDRESS}{place}"


def files_of(parts: Iterable[BundlePart]) -> list[SchoolFiles]:
    return [school_files(part.version, part.made) for part in parts]


def school_files(version: ProfileVersion, made: list[dict[str, str | int]]) -> SchoolFiles:
    site = version.site
    about = (site.brin6, site.name, site.place, version.school_year, version.number, version.fingerprint)
    return SchoolFiles(*about, address_of(version), as_made(made))
