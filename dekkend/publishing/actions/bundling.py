"""How does a region get all its documents in one file: asked for, made school by school, joined, and thrown away in time?

Each step may be done twice: a worker that dies between two steps leaves work that another takes up where it was.
"""

from __future__ import annotations

import hashlib
import io
import logging
import tempfile
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile, File
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.files.actions import destroy, keep
from dekkend.kernel.sentences import say
from dekkend.organisations.models import Partnership
from dekkend.organisations.words import Refused, Scope
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileVersion
from dekkend.publishing.gateways.documents import DOCUMENTS as PAPERS
from dekkend.publishing.gateways.formats import FORMATS
from dekkend.publishing.gateways.zips import join_zips, write_zip
from dekkend.publishing.models import Bundle, BundlePart
from dekkend.publishing.permissions import may_look_after_region
from dekkend.publishing.queries.bundles import address_of, files_of, running, to_join, versions_of
from dekkend.publishing.queries.editions import edition_of, pictures_of
from dekkend.publishing.rules.bundle import explanation, folder, list_of_files, manifest
from dekkend.publishing.words.bundle import DOCUMENTS, SchoolFiles
from dekkend.publishing.words.paper import Picture

log = logging.getLogger("dekkend.publishing")


@transaction.atomic
def ask_for_bundle(partnership: Partnership, *, by: Any, scope: Scope, today: date, now: datetime) -> tuple[Bundle, bool]:
    """The file of this region, to be made, and whether it is new: when one is being made already, that one is given."""
    if not may_look_after_region(scope, partnership.pk):
        raise PermissionDenied(say("Alleen het samenwerkingsverband maakt dit bestand."))
    if already := running(partnership, now=now):
        return already, False
    versions = list(versions_of(partnership, today=today).values_list("pk", flat=True))
    if not versions:
        raise Refused(say("Er is nog geen school met een openbaar aanbod. Zodra een school haar aanbod openbaar maakt, kan dit."))
    bundle = Bundle.anywhere.create(partnership=partnership, day=today, asked_by=by, asked_at=now)
    BundlePart.objects.bulk_create(BundlePart(bundle=bundle, version_id=pk) for pk in versions)
    record(Event.BUNDLE_ASKED, actor=by, subject=about(partnership), area=Area(partnership.pk), now=now, details={"count": len(versions)})
    return bundle, True


def make_part(part_id: int, *, now: datetime) -> None:
    """Make and keep the documents of one school. One that cannot be made is noted: the others go on."""
    part = BundlePart.objects.select_related("bundle").filter(pk=part_id, done_at=None).first()
    if part is None:
        return
    version = versions_by_key(part.version_id)
    try:
        files = documents_of(version, on=part.bundle.day)
    except Exception as fault:
        log.exception("documents of one school could not be made", extra={"part": part_id})
        BundlePart.objects.filter(pk=part_id, done_at=None).update(fault=type(fault).__name__[:100], done_at=now)
        return
    packed = io.BytesIO()
    write_zip(packed, files)
    made = [{"name": name, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)} for name, content in files.items()]
    with transaction.atomic():
        stored = keep(ContentFile(packed.getvalue(), name="school.zip"))
        if not BundlePart.objects.filter(pk=part_id, done_at=None).update(file=stored, made=made, done_at=now):
            destroy(stored, now=now)  # another worker was first


def documents_of(version: ProfileVersion, *, on: date) -> dict[str, bytes]:
    """The documents of one school, by their path in the whole. `version` comes with its site, board, region and redactions."""
    edition, template = edition_of(version, address_of(version), today=on), load_template(version.template)
    place, files = folder(version.site.brin6, version.site.name), {}
    for code, suffix in DOCUMENTS:
        document = PAPERS[code]
        paper = document.compose(template, edition)
        pictures = pictures_of([each.file for each in paper.parts if isinstance(each, Picture)])
        files[f"{place}/{document.name}-{version.school_year}.{suffix}"] = FORMATS[suffix].write(paper, pictures)
    return files


def versions_by_key(key: int) -> ProfileVersion:
    found = ProfileVersion.anywhere.select_related("site__board", "site__partnership").prefetch_related("redactions")
    return found.get(pk=key)


def front(region: str, day: date, schools: list[SchoolFiles]) -> dict[str, bytes]:
    """What stands in the whole before the folders of the schools."""
    on = day.isoformat()
    return {
        "LEESMIJ.txt": explanation(region, on, schools),
        "inhoud.csv": list_of_files(schools),
        "manifest.json": manifest(region, on, schools),
    }


def join(bundle_id: int, *, now: datetime) -> bool:
    """Make one file of all parts; the parts themselves go. False when there is nothing to join, or another worker was first."""
    bundle = to_join(bundle_id)
    if bundle is None:
        return False
    parts = list(bundle.parts.select_related("version__site", "file").order_by("pk"))
    first = front(bundle.partnership.name, bundle.day, files_of(parts))
    with tempfile.TemporaryFile() as whole:
        join_zips(whole, first, (part.file.content.open("rb") for part in parts if part.file))
        with transaction.atomic():
            stored = keep(File(whole, name=f"ondersteuningsaanbod-{bundle.partnership.code}-{bundle.day}.zip"))
            if not Bundle.anywhere.filter(pk=bundle_id, finished_at=None).update(file=stored, finished_at=now):
                destroy(stored, now=now)
                return False
    for part in parts:
        if part.file:
            destroy(part.file, now=now)
    return True


@transaction.atomic
def take_bundle(bundle: Bundle, *, by: Any, now: datetime) -> None:
    """Write down who took the file along."""
    area = Area(bundle.partnership_id)
    record(Event.BUNDLE_TAKEN, actor=by, subject=about(bundle.partnership), area=area, now=now, details={"day": bundle.day.isoformat()})


@transaction.atomic
def forget_old(*, now: datetime) -> int:
    """Throw away what was asked for longer ago than BUNDLE_KEPT_DAYS; returns how many. It can be made again at any time."""
    old = list(Bundle.anywhere.filter(asked_at__lt=now - timedelta(days=settings.BUNDLE_KEPT_DAYS)).select_related("file"))
    for bundle in old:
        kept = [bundle.file, *(part.file for part in bundle.parts.select_related("file"))]
        bundle.delete()
        for stored in kept:
            if stored:
                destroy(stored, now=now)
    return len(old)


def about(partnership: Partnership) -> Subject:
    return Subject(SubjectKind.REGION, str(partnership.pk), partnership.name)
