"""How does a region get all its documents in one file: asked for, made school by school, joined, and thrown away in time?

Each step may be done twice: a worker that dies between two steps leaves work that another takes up where it was.
"""

from __future__ import annotations

import io
import logging
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
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
from dekkend.publishing.actions.documents import about_file, front, papers_of, tried
from dekkend.publishing.gateways.zips import join_zips, write_zip
from dekkend.publishing.models import Bundle, BundlePart
from dekkend.publishing.permissions import may_look_after_region
from dekkend.publishing.queries.bundles import files_of, one_version, running, to_join, versions_of
from dekkend.publishing.words.bundle import DOCUMENTS

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
    """Make and keep the documents of one school. One document or school that cannot be made is noted: the others go on."""
    part = BundlePart.objects.select_related("bundle").filter(pk=part_id, done_at=None).first()
    if part is None:
        return
    try:
        results = list(map(tried, papers_of(one_version(part.version_id), on=part.bundle.day)))
    except Exception as fault:
        log.exception("documents of one school could not be made", extra={"part": part_id})
        BundlePart.objects.filter(pk=part_id, done_at=None).update(fault=type(fault).__name__[:100], done_at=now)
        return
    files = {name: content for name, content in results if isinstance(content, bytes)}
    faults = [type(content).__name__[:100] for _, content in results if isinstance(content, Exception)]
    faults += ["not composed"] if len(results) < len(DOCUMENTS) else []
    _keep_part(part_id, files, "".join(faults[:1]), now=now)


def _keep_part(part_id: int, files: Mapping[str, bytes], fault: str, *, now: datetime) -> None:
    packed = io.BytesIO()
    write_zip(packed, files)
    made = [asdict(about_file(name, content)) for name, content in files.items()]
    with transaction.atomic():
        stored = keep(ContentFile(packed.getvalue(), name="school.zip"))
        if not BundlePart.objects.filter(pk=part_id, done_at=None).update(file=stored, made=made, fault=fault, done_at=now):
            destroy(stored, now=now)  # another worker was first


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
