"""How does the made-up region get into an empty database? Twice does no harm."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from django.core.files.base import File
from django.db import transaction

from dekkend.accounts.models import User
from dekkend.demo.gateways import region, sample_documents
from dekkend.organisations.models import Board, Membership, Partnership, Site
from dekkend.profiles.actions import publish_draft
from dekkend.profiles.models import ProfileVersion
from dekkend.reading.actions.accepting import accept
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.actions.taking_in import take_in
from dekkend.reading.models import SourceDocument, UploadBatch


@transaction.atomic
def load_region(password: str) -> list[User]:
    """Make the partnership, its boards, sites and people; every person gets this password."""
    data = region()
    partnership, _ = Partnership.objects.get_or_create(code=data["partnership"]["code"], defaults=data["partnership"])
    boards = {row["number"]: Board.objects.get_or_create(number=row["number"], defaults=row)[0] for row in data["boards"]}
    sites = {row["brin6"]: add_site(row, partnership, boards) for row in data["sites"]}
    return [add_person(row, password, partnership, boards, sites) for row in data["people"]]


def read_samples(*, by: User, now: datetime) -> list[SourceDocument]:
    """Hand in the sample documents in this person's name and read them at once; nothing when that was done before."""
    if UploadBatch.anywhere.filter(uploaded_by=by).exists():
        return []
    partnership = Partnership.objects.get(memberships__user=by)
    files = [File(BytesIO(path.read_bytes()), name=path.name) for path in sample_documents()]
    taken = take_in(files, by=by, partnership=partnership, now=now)
    for document in taken.documents:
        read_waiting(document.pk, now=now)
        document.refresh_from_db()
    return list(taken.documents)


def publish_first(documents: list[SourceDocument], *, by: User, now: datetime) -> ProfileVersion | None:
    """Take over and publish the sample of De Vuurtoren, so that there is a page to look at."""
    found = next((document for document in documents if document.school_name == "De Vuurtoren"), None)
    site = Site.anywhere.filter(name="De Vuurtoren").first()
    if found is None or site is None:
        return None
    return publish_draft(accept(found, site, found.school_year, by=by, now=now), on=now.date())


def add_site(row: dict[str, Any], partnership: Partnership, boards: dict[str, Board]) -> Site:
    fields = row | {"board": boards[row["board"]], "partnership": partnership}
    return Site.anywhere.get_or_create(brin6=row["brin6"], defaults=fields)[0]


def add_person(row: dict[str, Any], password: str, partnership: Partnership, boards: dict[str, Board], sites: dict[str, Site]) -> User:
    user = User.objects.filter(email=row["email"]).first()
    if user is None:
        user = User.objects.create_user(row["email"], password, name=row["name"])
    site, board = sites.get(row.get("site", "")), boards.get(row.get("board", ""))
    region_wide = None if site or board else partnership
    Membership.objects.get_or_create(user=user, role=row["role"], site=site, board=board, partnership=region_wide)
    return user
